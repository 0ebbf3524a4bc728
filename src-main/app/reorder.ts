import type { Parsed } from '../../src-preload/contract/methods.ts'
import type { Place } from '../../src-preload/contract/model/item.ts'
import { move } from '../core/lifecycle.ts'
import { arrange, isMovable, type Movable } from '../core/line.ts'
import type { Store } from '../core/ports.ts'
import { granted, refuse } from '../core/refusal.ts'
import type { ItemRecord, Millis } from '../core/records.ts'
import { firstLook } from './hand-over.ts'
import { findItem } from './lookups.ts'
import type { Parts } from './parts.ts'
import { isoInstant, itemView } from './views.ts'
import { because } from '../core/told.ts'

/** So many posts may stand between an item and its new place. */
const MOST = 1000

/** Puts an item before another of the queue: times stay, posts move, each within its account. */
export const createReorder =
  (parts: Parts) =>
  async ({ itemId, before }: Parsed<'items.reorder'>) => {
    const { world, announcer, queue } = parts
    const done = await world.store.transaction(async (within) => {
      const now = world.clock.now()
      const item = movable(await findItem(within, itemId), now)
      const next = before === null ? null : ahead(await findItem(within, before), now)
      const steps = arrange(await lineBetween(within, item, next, now), item, next)
      const moved: ItemRecord[] = []
      for (const step of steps) moved.push(await takePlace(within, parts, step, now))
      return { moved, from: steps.map((step) => placeOf(step.item)) }
    })
    await announcer.moved(world.store, done.moved)
    if (done.moved.length > 0) await queue.changed()
    return { moved: done.moved.map(itemView), from: done.from }
  }

const movable = (item: ItemRecord, now: Millis): Movable => {
  if (isMovable(item, now)) return item
  if (item.held !== null) {
    return refuse(
      'illegal-transition',
      'Its channel holds this post and keeps its time.',
      'Take it back by choosing another time, then move it.',
      { told: because('held-keeps-time') },
    )
  }
  return item.state === 'scheduled'
    ? refuse('in-the-past', 'This post is due, so it cannot be moved any more.', 'Choose a later time for it.', {
        told: because('due-not-moved'),
      })
    : refuse(
        'illegal-transition',
        `This post is ${item.state}; only what is scheduled can be moved.`,
        'Choose a time for it first.',
        { told: because('state-not-moved') },
      )
}

/** An item that others can be put before. */
const ahead = (item: ItemRecord, now: Millis): ItemRecord => {
  if (item.state !== 'scheduled' && item.state !== 'waiting') {
    return refuse(
      'illegal-transition',
      `The post it was to stand before is ${item.state}.`,
      'Put it before one that is still to come.',
      { told: because('before-not-scheduled') },
    )
  }
  return item.schedule !== null && item.schedule.at > now
    ? item
    : refuse('in-the-past', 'That place lies in the past.', 'Put it before one that is still to come.', {
        told: because('place-past'),
      })
}

/** Those of the account that stand between an item and its new place, itself among them. */
const lineBetween = async (within: Store, item: Movable, next: ItemRecord | null, now: Millis): Promise<Movable[]> => {
  const other = next?.schedule?.at
  const { entries } = await within.items.list({
    accountId: item.accountId,
    states: ['scheduled'],
    order: 'latest',
    from: Math.min(item.schedule.at, other ?? item.schedule.at),
    ...(other === undefined ? {} : { to: Math.max(item.schedule.at, other) }),
    limit: MOST + 1,
  })
  return entries.length <= MOST
    ? entries.filter((one) => isMovable(one, now))
    : refuse('invalid-input', `More than ${MOST} posts stand between.`, 'Choose a time for it instead.', {
        told: because('moves-too-far', { most: MOST }),
      })
}

type Step = { item: Movable; takes: Movable }

/** What an account planned in all is the same as before, so its meters have room. */
const takePlace = async (
  within: Store,
  { world, outbox }: Parts,
  { item, takes: { schedule, slot } }: Step,
  now: Millis,
): Promise<ItemRecord> => {
  const charge = { ...item.charge, at: schedule.at }
  const lookAt = firstLook(world.channels.get(item.channel), { ...item, schedule }, now) ?? schedule.at
  const after = granted(move(item, { kind: 'schedule', schedule, charge, slot, lookAt }, now))
  await within.items.put(after)
  await outbox.item(within, item.state, after)
  return after
}

const placeOf = ({ id, schedule, slot }: Movable): Place => ({
  itemId: id,
  schedule: { ...schedule, at: isoInstant(schedule.at) },
  slot: slot && { ...slot, at: isoInstant(slot.at) },
})
