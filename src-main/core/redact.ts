const SECRET_NAME = /secret|passw|token|jwt|authori[sz]ation|cookie|credential|api.?key/i
const BEARER = /\b(Bearer|Basic|DPoP)\s+[\w.~+/=-]+/gi
const JWT = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g
/** A name and a password inside an address, and a token after its `#`. */
const USERINFO = /\b(\w+:\/\/)[^\s/@]+@/g
/** Keys that are known by how they begin: Nostr, age, Slack, GitHub, Telegram. */
const KEYS =
  /\b(?:n(?:crypt)?sec1[a-z0-9]{20,}|AGE-SECRET-KEY-1[A-Z0-9]+|xox[a-z]-[\w-]{10,}|gh[pousr]_\w{20,}|\d{6,}:[\w-]{30,})/g
/** Addresses that are secrets themselves: whoever has them can post. */
const HOOK = /(\/api\/webhooks\/\d+|hooks\.slack\.com\/services)\/[\w/-]+/g
const IN_ADDRESS = /([?#&](?:\w*token|\w*secret|password|code|key)=)[^&\s"']+/gi

const DEEPEST = 6
/** In characters: enough for any stack, and a bound on the work of the patterns. */
const LONGEST = 20_000

/** Takes out what must not stand in a log: values under telling names, and what looks like a credential in any text. */
export const redact = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') {
    return (value.length > LONGEST ? `${value.slice(0, LONGEST)}[...]` : value)
      .replace(BEARER, '$1 [redacted]')
      .replace(JWT, '[redacted]')
      .replace(KEYS, '[redacted]')
      .replace(HOOK, '$1/[redacted]')
      .replace(USERINFO, '$1[redacted]@')
      .replace(IN_ADDRESS, '$1[redacted]')
  }
  if (typeof value !== 'object' || value === null) return value
  if (depth >= DEEPEST) return '[...]'
  if (value instanceof Error) return redact(value.stack ?? value.message, depth)
  if (Array.isArray(value)) return value.map((one) => redact(one, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      SECRET_NAME.test(name) ? '[redacted]' : redact(inner, depth + 1),
    ]),
  )
}
