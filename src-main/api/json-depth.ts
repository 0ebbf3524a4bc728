const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN: ReadonlySet<number> = new Set([0x7b, 0x5b])
const CLOSE: ReadonlySet<number> = new Set([0x7d, 0x5d])

/** Whether brackets nest deeper than that, read off the text before it is parsed; text in quotes is passed over. */
export const isDeeperThan = (json: string, deepest: number): boolean => {
  let depth = 0
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at)
    if (code === QUOTE) at = endOfString(json, at + 1)
    else if (OPEN.has(code)) depth += 1
    else if (CLOSE.has(code)) depth -= 1
    if (depth > deepest) return true
  }
  return false
}

/** Index of the quote that ends a string: the first with an even number of backslashes before it. */
const endOfString = (json: string, from: number): number => {
  for (let end = json.indexOf('"', from); end !== -1; end = json.indexOf('"', end + 1)) {
    let slashes = 0
    while (json.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1
    if (slashes % 2 === 0) return end
  }
  return json.length
}
