import type { When } from '../../src-preload/contract/model/post.ts'
import { move } from '../core/lifecycle.ts'
import type { Store } from '../core/ports.ts'
import { granted } from '../core/refusal.ts'
import type { ItemRecord, Millis, PostRecord, ScheduleRecord, SlotRecord } from '../core/records.ts'
import { assertAcceptable } from './acceptance.ts'
import { firstLook } from './hand-over.ts'
import { findAccount } from './lookups.ts'
import type { Parts } from './parts.ts'
import { takeSlot } from './slot-taker.ts'
import { resolveWhen } from './times.ts'

/**
 * Gives items of one post their time, within a transaction: their channels take them, the meters have room, a slot is
 * theirs. What a full window makes wait is waiting from the start, with its new time. Refuses for all if for one.
 */
export const placeItems = async (
  within: Store,
  parts: Pick<Parts, 'world' | 'meters' | 'outbox'>,
  post: PostRecord,
  items: readonly ItemRecord[],
  when: When,
): Promise<ItemRecord[]> => {
  // A slot is taken only for what goes into it.
  if (items.length === 0) return []
  const time = await timeFor(within, post, when, parts.world.clock.now())
  return placeItemsAt(within, parts, post, items, { ...time, feature: featureOf(when) })
}

/** A time that is known, and what it counts as. */
export type KnownTime = { schedule: ScheduleRecord; slot: SlotRecord | null; feature: ReturnType<typeof featureOf> }

/** The same for a time that is known already. */
export const placeItemsAt = async (
  within: Store,
  parts: Pick<Parts, 'world' | 'meters' | 'outbox'>,
  post: PostRecord,
  items: readonly ItemRecord[],
  { schedule, slot, feature }: KnownTime,
): Promise<ItemRecord[]> => {
  const now = parts.world.clock.now()
  const placed: ItemRecord[] = []
  for (const item of items) {
    const { changes } = await assertAcceptable(parts.world, within, post, item)
    const account = await findAccount(within, item.accountId)
    const { charge, later } = await parts.meters.reserve(within, { itemId: item.id, account, feature, at: schedule.at })
    const lookAt = firstLook(parts.world.channels.get(item.channel), { ...item, schedule }, now) ?? schedule.at
    const scheduled = granted(move({ ...item, changes }, { kind: 'schedule', schedule, charge, slot, lookAt }, now))
    const next = later
      ? granted(
          move(
            scheduled,
            { kind: 'hold', reason: 'quota', until: later.until, failure: later.failure, chargeAt: later.until },
            now,
          ),
        )
      : scheduled
    await within.items.put(next)
    await parts.outbox.item(within, item.state, next)
    placed.push(next)
  }
  return placed
}

/** The same for items that go out together, but for those that have a time of their own. */
export const placeAll = async (
  within: Store,
  parts: Pick<Parts, 'world' | 'meters' | 'outbox'>,
  post: PostRecord,
  items: readonly ItemRecord[],
  when: When,
): Promise<void> => {
  await placeItems(
    within,
    parts,
    post,
    items.filter((item) => item.override.time === undefined),
    when,
  )
  for (const item of items) {
    if (item.override.time) await placeItems(within, parts, post, [item], { kind: 'at', ...item.override.time })
  }
}

/** The item without a time of its own: it was given another one. */
export const atTheTime = (item: ItemRecord): ItemRecord => {
  const { time: _, ...override } = item.override
  return { ...item, override }
}

/** What it counts as: publishing at once and scheduling are metered each on its own. */
export const featureOf = (when: When): 'PUBLISH_POST' | 'SCHEDULE_POST' =>
  when.kind === 'now' ? 'PUBLISH_POST' : 'SCHEDULE_POST'

/** The time that is meant, and the slot that it takes. */
export const timeFor = async (
  within: Store,
  post: Pick<PostRecord, 'id' | 'zone'>,
  when: When,
  now: Millis,
): Promise<{ schedule: ScheduleRecord; slot: SlotRecord | null }> =>
  when.kind === 'slot'
    ? takeSlot(within, when.planId, post.id, now)
    : { schedule: resolveWhen(when, post.zone, now), slot: null }
