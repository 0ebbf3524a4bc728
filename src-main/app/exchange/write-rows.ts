import type { ImportPlan } from '../../../src-preload/contract/model/exchange.ts'
import type { Store } from '../../core/ports.ts'
import { nextSlots } from '../../core/slots.ts'
import { granted, refuse } from '../../core/refusal.ts'
import type { ItemRecord, Millis, PostRecord } from '../../core/records.ts'
import { scheduleAt } from '../../core/zones.ts'
import { newItem } from '../new-post.ts'
import type { Parts } from '../parts.ts'
import { type KnownTime, placeItemsAt } from '../placement.ts'
import { findPlan, isSetByHand, WEEKS_AHEAD } from '../slot-taker.ts'
import type { World } from '../world.ts'
import { breathe } from './breathe.ts'
import { atRow, withFound } from './gather-media.ts'
import type { PlannedItem, PlannedRow } from './plan-row.ts'
import { because } from '../../core/told.ts'

/** So many rows are written before others get their turn. */
const SLICE = 25

export type Written = { posts: PostRecord[]; drafts: number; scheduled: number }

type Asked = {
  rows: readonly PlannedRow[]
  plan: ImportPlan
  /** What takes the place of where media came from. */
  media: ReadonlyMap<string, string>
  onRow(done: number): void
  /** Throws when it was called off, which takes everything back. */
  assertWanted(): void
}

/** Makes the posts of all rows, within one transaction. */
export const writeRows = async (within: Store, parts: Parts, asked: Asked): Promise<Written> => {
  const { world } = parts
  const now = world.clock.now()
  const slots = createSlotRow(within, asked.plan, now)
  const written: Written = { posts: [], drafts: 0, scheduled: 0 }
  for (const [at, row] of asked.rows.entries()) {
    if (at % SLICE === 0) {
      await breathe()
      asked.assertWanted()
      asked.onRow(at)
    }
    const scheduled = await atRow(row.row, () => writeRow(within, parts, { ...asked, row, slots, now }, written))
    if (scheduled) written.scheduled += 1
    else if (row.items.every(({ kept }) => kept === null)) written.drafts += 1
  }
  return written
}

type One = Asked & { row: PlannedRow; slots: SlotRow; now: Millis }

/** Says whether anything of it is to go out. */
const writeRow = async (within: Store, parts: Parts, one: One, written: Written): Promise<boolean> => {
  const { row, media, now } = one
  const post = newPost(parts.world, row, media, now)
  await within.posts.put(post)
  written.posts.push(post)
  const times = new Map<number | 'slot', { items: ItemRecord[]; time: KnownTime }>()
  const slot = row.inSlot && row.items.length > 0 ? await one.slots.next() : null
  for (const planned of row.items) {
    const item = itemOf(parts.world, post, planned, media)
    await within.items.put(item)
    if (planned.kept) continue
    const time =
      slot ?? (planned.schedule && { schedule: planned.schedule, slot: null, feature: 'SCHEDULE_POST' as const })
    if (!time) continue
    const known = times.get(time.schedule.at)
    if (known) known.items.push(item)
    else times.set(time.schedule.at, { items: [item], time })
  }
  for (const { items, time } of times.values()) {
    if (time.schedule.at <= now)
      refuse('in-the-past', 'Its time has passed meanwhile.', 'Give it another time.', {
        told: because('passed-meanwhile'),
      })
    await placeItemsAt(within, parts, post, items, time)
  }
  return times.size > 0
}

const newPost = (
  { ids }: World,
  { content, zone, lateness, external, made }: PlannedRow,
  media: ReadonlyMap<string, string>,
  now: Millis,
): PostRecord => ({
  ...content,
  media: withFound(content.media, media),
  id: ids.make('pst'),
  zone,
  lateness,
  external,
  createdAt: made?.createdAt ?? now,
  updatedAt: made?.updatedAt ?? now,
  deletedAt: null,
})

const itemOf = (
  { ids }: World,
  post: PostRecord,
  { account, override, kept }: PlannedItem,
  media: ReadonlyMap<string, string>,
): ItemRecord => {
  const own = override.media ? { ...override, media: withFound(override.media, media) } : override
  const item = newItem(ids.make('itm'), post, account, own)
  if (!kept) return item
  const at = (time: string | null) => (time === null ? null : Date.parse(time))
  return {
    ...item,
    state: kept.state,
    schedule: kept.schedule && { ...kept.schedule, at: Date.parse(kept.schedule.at) },
    failure: kept.failure,
    attempts: kept.attempts,
    remote: kept.remote,
    publishedAt: at(kept.publishedAt),
    unpublishedAt: at(kept.unpublishedAt),
    versions: kept.versions.map((one) => ({ ...one, until: Date.parse(one.until) })),
    external: kept.external,
    createdAt: Date.parse(kept.createdAt),
    updatedAt: Date.parse(kept.updatedAt),
  }
}

type SlotRow = { next(): Promise<KnownTime> }

/** The free slots of a plan one after the other; which are taken is asked once. */
const createSlotRow = (within: Store, { planId }: ImportPlan, now: Millis): SlotRow => {
  let free: Iterator<KnownTime> | null = null
  const begin = async (): Promise<Iterator<KnownTime>> => {
    const plan = await findPlan(within, planId)
    const taken = new Set((await within.items.inSlots(plan.id, now)).map(({ slot }) => slot?.at))
    return (function* () {
      for (const at of nextSlots(plan, now, WEEKS_AHEAD)) {
        if (taken.has(at)) continue
        const schedule = granted(scheduleAt(at, plan.zone))
        yield { schedule, slot: { planId: plan.id, at }, feature: 'SCHEDULE_POST' as const }
      }
    })()
  }
  return {
    next: async () => {
      free ??= await begin()
      for (let found = free.next(); found.done !== true; found = free.next()) {
        // Rows before this one may have been set for its time.
        if (!(await isSetByHand(within, found.value.schedule.at))) return found.value
      }
      return refuse(
        'quota-exhausted',
        'There are not enough free slots for the next four years.',
        'Add slots to the plan, or import fewer posts into it.',
        { told: because('slots-short') },
      )
    },
  }
}
