import { move } from '../core/lifecycle.ts'
import type { Store } from '../core/ports.ts'
import { granted, Refusal, refuse } from '../core/refusal.ts'
import type { ItemRecord, Millis, SlotPlanRecord, SlotRecord } from '../core/records.ts'
import { nextSlots } from '../core/slots.ts'
import { scheduleAt } from '../core/zones.ts'
import { firstLook } from './hand-over.ts'
import { findAccount } from './lookups.ts'
import type { Parts } from './parts.ts'
import { isSetByHand, WEEKS_AHEAD } from './slot-taker.ts'
import { because } from '../core/told.ts'

/** Closes the gaps of items that held slots and hold them no more. Returns what moved up. */
export const closeGaps = async (
  within: Store,
  parts: Parts,
  left: readonly ItemRecord[],
  now: Millis,
): Promise<ItemRecord[]> => {
  const freed = new Map(left.flatMap(({ slot }) => (slot ? [[`${slot.planId} ${slot.at}`, slot]] : [])))
  const moved: ItemRecord[] = []
  // The latest first: what moves up into an earlier gap has its own gap closed already.
  for (const slot of [...freed.values()].toSorted((a, b) => b.at - a.at)) {
    moved.push(...(await closeGap(within, parts, slot, now)))
  }
  return moved
}

/**
 * Closes the gap that a post leaves in its plan: each post behind it moves up to the slot before its own. Posts that
 * stand in no slot, are being sent or wait are left where they are. Returns what moved.
 */
const closeGap = async (within: Store, parts: Parts, freed: SlotRecord, now: Millis): Promise<ItemRecord[]> => {
  if (freed.at <= now) return []
  const inLine = await within.items.inSlots(freed.planId, freed.at)
  // Somebody else of the same post still holds it, or it was taken again.
  if (inLine.some((item) => item.slot?.at === freed.at) || (await isSetByHand(within, freed.at))) return []
  const moved: ItemRecord[] = []
  let free = freed.at
  for (const [at, items] of Map.groupBy(inLine, (item) => item.slot?.at ?? free)) {
    // What its channel holds has its time from there.
    if (items.some((item) => item.state !== 'scheduled' || item.held !== null)) break
    const next = await movedTo(within, parts, items, { planId: freed.planId, at: free }, now)
    if (!next) break
    moved.push(...next)
    free = at
  }
  return moved
}

/**
 * Makes a slot free for a post that had it: whoever holds it now moves to the next slot, and so on up to a free one. Items
 * of these posts do not count as holders. Null, with nothing changed, where the plan is gone or somebody cannot move.
 */
export const openGap = async (
  within: Store,
  parts: Parts,
  wanted: SlotRecord,
  postIds: ReadonlySet<string>,
  now: Millis,
): Promise<ItemRecord[] | null> => {
  const plan = (await within.slotPlans.list()).find(({ id }) => id === wanted.planId)
  if (!plan) return null
  const held = await within.items.inSlots(plan.id, wanted.at)
  const holders = Map.groupBy(
    held.filter((item) => !postIds.has(item.postId)),
    (item) => item.slot?.at ?? wanted.at,
  )
  const steps: { items: readonly ItemRecord[]; to: Millis }[] = []
  let at = wanted.at
  for (let items = holders.get(at); items; items = holders.get(at)) {
    const to = await nextNotByHand(within, plan, at)
    if (to === null || items.some((item) => item.state !== 'scheduled' || item.held !== null)) return null
    steps.push({ items, to })
    at = to
  }
  const moved: ItemRecord[] = []
  // The last first: it moves to where nobody is.
  for (const { items, to } of steps.toReversed()) {
    const next = await movedTo(within, parts, items, { planId: plan.id, at: to }, now)
    moved.push(
      ...(next ??
        refuse(
          'quota-exhausted',
          'A post that would have to make room has none later.',
          'Choose another time for it.',
          { told: because('slot-no-room-later') },
        )),
    )
  }
  return moved
}

/** The slot after another that no post without a slot stands in; null: there is none for years. */
const nextNotByHand = async (within: Store, plan: SlotPlanRecord, after: Millis): Promise<Millis | null> => {
  for (const at of nextSlots(plan, after, WEEKS_AHEAD)) if (!(await isSetByHand(within, at))) return at
  return null
}

/** Null where the meters have no room at that time: then it stays, and with it all behind it. */
const movedTo = async (
  within: Store,
  { world, meters, outbox }: Parts,
  items: readonly ItemRecord[],
  slot: SlotRecord,
  now: Millis,
): Promise<ItemRecord[] | null> => {
  const next: ItemRecord[] = []
  for (const item of items) {
    const charge = await roomAt(within, meters, item, slot.at)
    if (!charge) {
      // All of the post or none of it: what was moved already goes back.
      for (const before of items) await within.items.put(before)
      return null
    }
    const schedule = granted(scheduleAt(slot.at, item.schedule?.zone ?? 'UTC'))
    const lookAt = firstLook(world.channels.get(item.channel), { ...item, schedule }, now) ?? schedule.at
    const moved = granted(move(item, { kind: 'schedule', schedule, charge, slot, lookAt }, now))
    await within.items.put(moved)
    next.push(moved)
  }
  for (const [index, item] of next.entries()) await outbox.item(within, items[index]?.state ?? 'scheduled', item)
  return next
}

const roomAt = async (within: Store, meters: Parts['meters'], item: ItemRecord, at: Millis) => {
  const account = await findAccount(within, item.accountId)
  try {
    const { charge, later } = await meters.reserve(within, { itemId: item.id, account, feature: 'SCHEDULE_POST', at })
    return later ? null : charge
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
