/** What is done later, and the time it is now: handed in, so that a test can let time pass as it likes. */
export type Timers = {
  now(): number
  /** Calls back once; returns the way to call it off. */
  after(delay: number, callback: () => void): () => void
}

export const browserTimers: Timers = {
  now: () => Date.now(),
  after: (delay, callback) => {
    const timer = setTimeout(callback, delay)
    return () => clearTimeout(timer)
  },
}
