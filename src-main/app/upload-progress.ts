import type { Clock, Events } from '../core/ports.ts'
import type { Millis } from '../core/records.ts'

/** The least time between two words about the same item. */
const PAUSE: Millis = 250

/** Tells how far an item's uploads are: a few times a second, and the last word always. */
export const createUploadProgress = (
  events: Events,
  clock: Clock,
  itemId: string,
): { at(sent: number, total: number): void; end(): void } => {
  let latest: { sent: number; total: number } | null = null
  let callOff: (() => void) | null = null
  const tell = () => {
    if (latest) events.emit({ kind: 'upload-progress', itemId, ...latest })
    latest = null
  }
  const next = () => {
    callOff = null
    if (!latest) return
    tell()
    callOff = clock.after(PAUSE, next)
  }
  return {
    at: (sent, total) => {
      latest = { sent, total }
      if (!callOff) next()
    },
    end: () => {
      callOff?.()
      tell()
    },
  }
}
