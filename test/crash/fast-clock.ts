import type { Clock } from '../../src-main/core/ports.ts'

/** How many times faster than the world's it goes, so that the pauses before asking a server again are short. */
const SPEED = 10

/** A clock that all runs share: `epoch`, in milliseconds, is when the first of them began. */
export const createFastClock = (epoch: number): Clock => ({
  now: () => epoch + (Date.now() - epoch) * SPEED,
  after: (delay, callback) => {
    const timer = setTimeout(callback, delay / SPEED)
    return () => clearTimeout(timer)
  },
})
