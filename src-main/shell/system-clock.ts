import type { Clock } from '../core/ports.ts'

/** The longest a timer can wait; a longer one would fire at once. */
const LONGEST = 2 ** 31 - 1

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delay, callback) => {
    const timer = setTimeout(callback, Math.min(Math.max(0, delay), LONGEST))
    return () => clearTimeout(timer)
  },
}
