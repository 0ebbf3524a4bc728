import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { Told } from '../../../src-preload/contract/model/told.ts'

/** Takes secrets out of a text, wherever they stand in it. */
export type Redact = (text: string) => string

/** What is shorter is no secret worth the name, and would tear holes into plain words. */
const SHORTEST = 6

/**
 * Takes these out of whatever another side says. Name the parts of a secret as well: a server may repeat only one of
 * them, or write the signs between them in another way.
 */
export const redactor = (secrets: readonly string[]): Redact => {
  const known = secrets
    .flatMap((secret) => (secret.length >= SHORTEST ? [secret, encodeURIComponent(secret)] : []))
    .toSorted((a, b) => b.length - a.length)
  if (known.length === 0) return (text) => text
  const pattern = new RegExp(known.map((secret) => secret.replace(/[^\w-]/g, '\\$&')).join('|'), 'gi')
  return (text) => text.replace(pattern, '[secret]')
}

/** The same failure without secrets. */
export const redactFailure = (failure: Failure, redact: Redact): Failure => ({
  ...failure,
  message: redact(failure.message),
  next: redact(failure.next),
  ...(failure.detail !== undefined && { detail: redact(failure.detail) }),
  ...(failure.told && { told: redactTold(failure.told, redact) }),
})

const redactTold = (told: Told, redact: Redact): Told => ({
  ...told,
  about: Object.fromEntries(
    Object.entries(told.about).map(([name, value]) => [name, typeof value === 'string' ? redact(value) : value]),
  ),
})
