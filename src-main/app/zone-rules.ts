import { move } from '../core/lifecycle.ts'
import { resolveWall } from '../core/zones.ts'
import { granted } from '../core/refusal.ts'
import type { ItemRecord, Millis, ScheduleRecord } from '../core/records.ts'
import type { Announcer } from './announcer.ts'
import type { World } from './world.ts'

/** So many are looked through at once, the soonest first; the queue goes on in between. */
const PAGE = 200
const PAUSE: Millis = 50

/**
 * States change the rules of their zones, and updates bring them here: what was meant for nine o'clock stays meant for
 * nine o'clock. Looks through all that is scheduled, once a start.
 */
export const createZoneRules = (
  { store, clock, log }: World,
  announcer: Announcer,
): { start(): Promise<void>; stop(): void } => {
  let callOff = () => {}

  const lookThrough = async (cursor: string | undefined) => {
    const page = await store.items.list({ states: ['scheduled'], order: 'soonest', limit: PAGE, cursor })
    const outdated = page.entries.filter((item) => anew(item) !== null)
    if (outdated.length > 0) await setRight(outdated)
    const next = page.cursor
    if (next !== null) callOff = clock.after(PAUSE, () => void lookThrough(next).catch(broken))
  }

  const setRight = async (items: readonly ItemRecord[]) => {
    const moved = await store.transaction(async (within) => {
      const done: ItemRecord[] = []
      for (const { id } of items) {
        const item = await within.items.get(id)
        const schedule = item && anew(item)
        if (!item?.charge || !schedule) continue
        const { charge, slot } = item
        const next = granted(
          move(
            item,
            {
              kind: 'schedule',
              schedule,
              charge: { ...charge, at: schedule.at },
              slot: slot && { ...slot, at: schedule.at },
            },
            clock.now(),
          ),
        )
        await within.items.put(next)
        done.push(next)
      }
      return done
    })
    log.info('the rules of a time zone have changed: posts keep their time on the clock', { posts: moved.length })
    await announcer.moved(store, moved)
  }

  const broken = (error: unknown) => log.error('times could not be looked through', { error: String(error) })

  return { start: () => lookThrough(undefined).catch(broken), stop: () => callOff() }
}

/**
 * The schedule as the rules of its zone have it now; null where it is what it was. A time with seconds was an instant
 * from the start, and what a channel holds goes out at the instant it was given.
 */
const anew = ({ schedule, slot, state, held }: ItemRecord): ScheduleRecord | null => {
  if (state !== 'scheduled' || schedule === null || held !== null) return null
  if (schedule.wall.length > WITHOUT_SECONDS && slot === null) return null
  const resolved = resolveWall(schedule.wall, schedule.zone)
  if (!resolved.ok || resolved.value.at === schedule.at) return null
  // Of an hour that happens twice a slot may have the second.
  return resolved.value.shift === 'overlap' && slot !== null ? null : resolved.value
}

const WITHOUT_SECONDS = 'YYYY-MM-DDTHH:MM'.length
