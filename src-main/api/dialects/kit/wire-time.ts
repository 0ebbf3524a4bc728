import type { When } from '../../../../src-preload/contract/model/post.ts'
import { malformed } from './malformed.ts'

const DATE_TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/i

/**
 * A date as programs write it. With `Z` or an offset it is that instant, whatever the zone; without one it is a wall
 * time in the zone.
 */
export const readWhen = (text: string, zone: string, path: readonly string[]): When => {
  const [, wall, offset] = DATE_TIME.exec(text) ?? []
  if (wall === undefined) {
    return malformed(path, `"${text.slice(0, 80)}" is not a date and time such as 2026-12-01T09:00:00Z.`)
  }
  return offset === undefined ? { kind: 'at', wall, zone } : { kind: 'instant', at: readInstant(text, path), zone }
}

/** An instant in the contract's form; a date without a zone is taken as UTC. */
export const readInstant = (text: string, path: readonly string[]): string => {
  const [, , offset] = DATE_TIME.exec(text) ?? []
  const at = Date.parse(DATE_TIME.test(text) && offset === undefined ? `${text}Z` : text)
  return /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(at)
    ? new Date(at).toISOString()
    : malformed(path, `"${text.slice(0, 80)}" is not a date such as 2026-12-01T09:00:00Z.`)
}

/** The last instant a date still includes: of a day without a time its end, of an instant itself. */
export const readUntil = (text: string, path: readonly string[]): string => {
  const at = readInstant(text, path)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(Date.parse(at) + 86_400_000 - 1).toISOString() : at
}
