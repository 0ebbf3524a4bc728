import type { Parsed } from '../../src-preload/contract/methods.ts'
import type { SlotPlan } from '../../src-preload/contract/model/slot-plan.ts'
import type { Handlers } from '../core/gate.ts'
import type { SlotPlanRecord } from '../core/records.ts'
import { inWeekOrder, nextSlots } from '../core/slots.ts'
import { granted, refuse } from '../core/refusal.ts'
import { isZone, scheduleAt } from '../core/zones.ts'
import type { Parts } from './parts.ts'
import { findPlan, WEEKS_AHEAD } from './slot-taker.ts'
import { excerpt, isoInstant } from './views.ts'
import { because } from '../core/told.ts'

/** Plans of weekly slots. */
export const createSlotHandlers = ({ world, announcer }: Parts) => {
  const { store, clock, ids } = world

  const save = async ({ planId, name, zone, times }: Parsed<'slots.save'>): Promise<SlotPlan> => {
    if (!isZone(zone)) {
      refuse('unknown-zone', `There is no time zone named "${zone}".`, 'Use a name such as Europe/Berlin.', {
        field: 'zone',
        told: because('zone-unknown', { zone }),
      })
    }
    const saved = await store.transaction(async (within) => {
      const before = planId === undefined ? null : await findPlan(within, planId)
      const taken = (await within.slotPlans.list()).find(
        (plan) => plan.id !== planId && plan.name.toLowerCase() === name.toLowerCase(),
      )
      if (taken) {
        refuse('invalid-input', `There is a plan named "${taken.name}" already.`, 'Choose another name.', {
          field: 'name',
          told: because('plan-name-taken', { name: taken.name }),
        })
      }
      const plan: SlotPlanRecord = {
        id: before?.id ?? ids.make('slp'),
        name,
        zone,
        times: inWeekOrder(times),
        createdAt: before?.createdAt ?? clock.now(),
      }
      await within.slotPlans.put(plan)
      return planView(plan)
    })
    announcer.emit({ kind: 'slots-changed' })
    return saved
  }

  const preview = async ({ planId, limit }: Parsed<'slots.preview'>) => {
    const plan = await findPlan(store, planId)
    const times = first(limit, nextSlots(plan, clock.now(), WEEKS_AHEAD))
    const holders = new Map((await store.items.setByHand(times)).map(({ at, postId }) => [at, postId]))
    for (const { slot, postId } of await store.items.inSlots(plan.id, clock.now()))
      if (slot) holders.set(slot.at, postId)
    const shown = new Set(times.flatMap((at) => holders.get(at) ?? []))
    const posts = new Map((await store.posts.getMany([...shown])).map((post) => [post.id, post]))
    const entries = times.map((at) => {
      const post = posts.get(holders.get(at) ?? '')
      return {
        at: isoInstant(at),
        wall: granted(scheduleAt(at, plan.zone)).wall,
        post: post ? { id: post.id, text: excerpt(post.text) } : null,
      }
    })
    return { plan: planView(plan), entries }
  }

  return {
    'slots.list': async () => ({ entries: (await store.slotPlans.list()).map(planView) }),
    'slots.save': save,
    'slots.remove': async ({ planId }) => {
      // Posts that hold its slots keep their times: they are times like any other.
      await findPlan(store, planId)
      await store.slotPlans.remove(planId)
      announcer.emit({ kind: 'slots-changed' })
      return { done: true }
    },
    'slots.preview': preview,
  } satisfies Partial<Handlers>
}

const planView = (plan: SlotPlanRecord): SlotPlan => ({
  ...plan,
  times: [...plan.times],
  createdAt: isoInstant(plan.createdAt),
})

const first = <T>(limit: number, from: Iterable<T>): T[] => {
  const taken: T[] = []
  for (const one of from) {
    if (taken.push(one) === limit) break
  }
  return taken
}
