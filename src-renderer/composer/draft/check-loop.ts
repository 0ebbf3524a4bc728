import type { Input, Output } from '../../../src-preload/contract/methods.ts'
import type { Reply } from '../../../src-preload/contract/failure.ts'
import type { Timers } from '../../time/timers.ts'

/** Long enough to skip letters in a fast run, short enough to feel like none, in milliseconds. */
const PAUSE = 80

type Written = Input<'posts.check'>
type Checked = Reply<Output<'posts.check'>>

export type CheckLoop = { ask(written: Written): void; stop(): void }

/** Asks how a draft will look while it is typed: one question at a time, always about the latest words. */
export const createCheckLoop = (
  check: (written: Written) => Promise<Checked>,
  onChecked: (reply: Checked) => void,
  timers: Timers,
): CheckLoop => {
  let latest: Written | null = null
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
