import { hourOf, noteAwake } from '../core/awake-hours.ts'
import type { Millis } from '../core/records.ts'
import type { World } from './world.ts'

/** Often enough to see every hour that the computer is on for a while, in milliseconds. */
const EVERY: Millis = 20 * 60_000

/** Notes in which hours of the week this computer is on: one small row an hour. */
export const createAwakeWatch = ({ store, clock, log }: World): { start(): void; stop(): void } => {
  let cancel = () => {}
  let noted = ''
  const look = async () => {
    cancel = clock.after(EVERY, () => void look())
    const { hour, week } = hourOf(clock.now())
    if (noted === `${week}/${hour}`) return
    try {
      const before = (await store.awake.list()).find((one) => one.hour === hour)
      await store.awake.put(noteAwake(before, clock.now()))
      noted = `${week}/${hour}`
    } catch (error) {
      log.warn('the hour could not be noted', { error: String(error) })
    }
  }
  return {
    start: () => {
      cancel = clock.after(EVERY, () => void look())
    },
    stop: () => cancel(),
  }
}
