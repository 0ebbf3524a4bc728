/** How often a text stands somewhere, and how many of those posts have no picture. */
export type Standing = ReadonlyMap<string, { count: number; bare: number }>

/** A post as it was asked for. */
export type Asked = {
  /** What must stand, each once: the text, or those of a thread's parts. */
  parts: readonly string[]
  picture: boolean
  channels: readonly string[]
}

/** An item that came to no good end, by the first part of its text. */
export type Open = { channel: string; state: string; part: string; why: string }

export type Case = {
  asked: readonly Asked[]
  /** First parts of the posts that Posthorn said it had. */
  accepted: ReadonlySet<string>
  /** By channel. */
  standing: ReadonlyMap<string, Standing>
  open: readonly Open[]
  /** Channels that can say whether a post arrived. */
  askable: ReadonlySet<string>
}

/** `allowed`: unconfirmed where nobody but the person can look. */
export type Verdict = { lost: number; doubled: number; unconfirmed: number; allowed: number; trouble: string[] }

/**
 * What was accepted must stand once everywhere, whole and with its picture. What was on its way in when a run ended may
 * stand or not, but never twice, and never in part.
 */
export const judge = ({ asked, accepted, standing, open, askable }: Case): Verdict => {
  const verdict: Verdict = { lost: 0, doubled: 0, unconfirmed: 0, allowed: 0, trouble: [] }
  const openOnes = new Map(open.map((one) => [`${one.channel} ${one.part}`, one]))
  for (const one of open) {
    const isAllowed = one.state === 'unconfirmed' && !askable.has(one.channel)
    if (isAllowed) verdict.allowed += 1
    else if (one.state === 'unconfirmed') verdict.unconfirmed += 1
    if (!isAllowed) verdict.trouble.push(`${one.state} on ${one.channel}: ${one.part} ${one.why}`)
  }
  for (const { parts, picture, channels } of asked) {
    const first = parts[0] ?? ''
    for (const channel of channels) {
      const found = parts.map((part) => standing.get(channel)?.get(part) ?? { count: 0, bare: 0 })
      const isDoubled = found.some(({ count }) => count > 1)
      const owed = accepted.has(first) || found.some(({ count }) => count > 0)
      const isDoubted = openOnes.get(`${channel} ${first}`)?.state === 'unconfirmed' && !askable.has(channel)
      const isMissing = owed && !isDoubted && found.some(({ count }) => count === 0)
      const isBare = picture && (found[0]?.bare ?? 0) > 0
      if (isDoubled) verdict.doubled += 1
      if (isMissing || isBare) verdict.lost += 1
      if (isDoubled) verdict.trouble.push(`doubled on ${channel}: ${first}`)
      if (isMissing) verdict.trouble.push(`lost on ${channel}: ${first}`)
      if (isBare) verdict.trouble.push(`without its picture on ${channel}: ${first}`)
    }
  }
  return verdict
}
