import type { Timers } from '../../time/timers.ts'

/** Long enough to skip letters in a fast run, short enough to feel like none, in milliseconds. */
const PAUSE = 80

export type CheckLoop<W> = { ask(written: W): void; stop(): void }

/** Asks how a draft will fare while it is written: one question at a time, always about the latest of it. */
export const createCheckLoop = <W, C>(
  check: (written: W) => Promise<C>,
  onChecked: (reply: C) => void,
  timers: Timers,
): CheckLoop<W> => {
  let latest: W | null = null
  let asking = false
  let stopped = false
  let cancel = (): void => undefined

  const run = async (): Promise<void> => {
    if (asking || latest === null) return
    asking = true
    const asked = latest
    latest = null
    const reply = await check(asked)
    asking = false
    if (stopped) return
    // An answer about older words is still the best there is until the next one comes.
    onChecked(reply)
    await run()
  }

  return {
    ask: (written) => {
      latest = written
      cancel()
      cancel = timers.after(PAUSE, () => void run())
    },
    stop: () => {
      stopped = true
      cancel()
    },
  }
}
