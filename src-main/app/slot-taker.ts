import { nextSlots } from '../core/slots.ts'
import { granted, refuse } from '../core/refusal.ts'
import type { Store } from '../core/ports.ts'
import type { Millis, ScheduleRecord, SlotPlanRecord, SlotRecord } from '../core/records.ts'
import { scheduleAt } from '../core/zones.ts'
import { because } from '../core/told.ts'

/** So many weeks ahead a free slot is looked for: a plan of one slot a week is full for four years before it is refused. */
export const WEEKS_AHEAD = 208

/**
 * The next free slot of a plan, within the transaction that then writes who takes it: transactions follow one another,
 * so no two posts get the same. A slot is taken as well by what was set for its time by hand. The items of one post share
 * a slot, so its own do not count as taken.
 */
export const takeSlot = async (
  within: Store,
  planId: string | undefined,
  postId: string,
  now: Millis,
): Promise<{ schedule: ScheduleRecord; slot: SlotRecord }> => {
  const plan = await findPlan(within, planId)
  const taken = new Set(
    (await within.items.inSlots(plan.id, now)).flatMap((item) =>
      item.slot && item.postId !== postId ? [item.slot.at] : [],
    ),
  )
  for (const at of nextSlots(plan, now, WEEKS_AHEAD)) {
    if (taken.has(at) || (await isSetByHand(within, at, postId))) continue
    return { schedule: granted(scheduleAt(at, plan.zone)), slot: { planId: plan.id, at } }
  }
  return refuse(
    'quota-exhausted',
    plan.times.length === 0
      ? `The plan "${plan.name}" has no slots.`
      : `Every slot of "${plan.name}" is taken for the next four years.`,
    'Add slots to the plan, or choose a time yourself.',
    { field: 'when', told: because(plan.times.length === 0 ? 'plan-empty' : 'plan-full', { plan: plan.name }) },
  )
}

/** Whether a post that holds no slot is to go out at that very time; the post named does not count. */
export const isSetByHand = async (within: Store, at: Millis, exceptPostId?: string): Promise<boolean> =>
  (await within.items.setByHand([at], exceptPostId)).length > 0

/** The plan named, or the first one. */
export const findPlan = async (within: Store, planId: string | undefined): Promise<SlotPlanRecord> => {
  const plans = await within.slotPlans.list()
  const plan = planId === undefined ? plans[0] : plans.find((one) => one.id === planId)
  return (
    plan ??
    refuse(
      'not-found',
      planId === undefined ? 'There is no plan of slots yet.' : `There is no plan of slots ${planId}.`,
      'Make a plan of weekly slots first, or choose a time yourself.',
      { field: 'when', told: because(planId === undefined ? 'plan-none' : 'plan-gone') },
    )
  )
}
