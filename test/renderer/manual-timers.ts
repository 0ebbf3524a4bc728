import type { Timers } from '../../src-renderer/time/timers.ts'

export type ManualTimers = Timers & {
  /** Lets time pass, calling back in order, and lets what was begun come to its end. */
  pass(milliseconds: number): Promise<void>
}

/** A clock that only moves when it is told to. */
export const createManualTimers = (start = Date.parse('2026-11-22T09:00:00Z')): ManualTimers => {
  let now = start
  let pending: { at: number; callback: () => void }[] = []
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }
  return {
    now: () => now,
    after: (delay, callback) => {
      const one = { at: now + delay, callback }
      pending.push(one)
      return () => {
        pending = pending.filter((other) => other !== one)
      }
    },
    pass: async (milliseconds) => {
      const end = now + milliseconds
      await settle()
      for (;;) {
        const next = pending.filter((one) => one.at <= end).toSorted((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        pending = pending.filter((one) => one !== next)
        now = Math.max(now, next.at)
        next.callback()
        await settle()
      }
      now = end
    },
  }
}
