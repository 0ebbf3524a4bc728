import type { Clock } from '../../core/ports.ts'
import type { Millis } from '../../core/records.ts'

/** How often each webhook may be asked: answers tell when there is room again, and nothing is sent before. */
export type Pace = {
  /** When there is room again; null: now. */
  fullUntil(webhook: string): Millis | null
  heed(webhook: string, headers: Headers): void
}

export const createPace = (clock: Clock): Pace => {
  const full = new Map<string, Millis>()
  return {
    fullUntil: (webhook) => {
      const until = full.get(webhook)
      if (until === undefined || until > clock.now()) return until ?? null
      full.delete(webhook)
      return null
    },
    heed: (webhook, headers) => {
      const seconds = Number(headers.get('x-ratelimit-reset-after') ?? Number.NaN)
      if (headers.get('x-ratelimit-remaining') === '0' && seconds > 0) {
        full.set(webhook, Math.ceil(clock.now() + seconds * 1000))
      }
    },
  }
}
