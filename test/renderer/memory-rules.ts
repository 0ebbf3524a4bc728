import type { AccountHealth } from '../../src-preload/contract/model/account.ts'
import type { FeatureQuota, MeterState, QuotaForecast } from '../../src-preload/contract/model/quota.ts'
import type { SlotPlan } from '../../src-preload/contract/model/slot-plan.ts'
import type { Answers, MemoryWorld } from './memory-bridge.ts'
import { failure, makeId } from './memory-kit.ts'

/** What holds for sending: limits, plans of slots, and how accounts stand. */
export type MemoryRules = {
  features: FeatureQuota[]
  meters: MeterState[]
  /** What a forecast says of each account; what is left out fits and costs nothing. */
  forecasts: Map<string, Partial<QuotaForecast>>
  plans: SlotPlan[]
  health: AccountHealth[]
  destinations: { id: string; name: string }[]
}

export const emptyRules = (): MemoryRules => ({
  features: [],
  meters: [],
  forecasts: new Map(),
  plans: [],
  health: [],
  destinations: [],
})

const DAY = 86_400_000

/** The slots of a plan as if its zone were UTC: enough to show and to take them. */
function* slotsOf(plan: SlotPlan): Generator<string> {
  const midnight = Math.floor(Date.now() / DAY) * DAY
  for (let days = 0; days < 400; days += 1) {
    const date = new Date(midnight + days * DAY)
    for (const { day, time } of plan.times) {
      const at = `${date.toISOString().slice(0, 10)}T${time}:00.000Z`
      if (day === (date.getUTCDay() || 7) && Date.parse(at) > Date.now()) yield at
    }
  }
}

const holderOf = (world: MemoryWorld, planId: string, at: string) =>
  [...world.posts.values()].find((post) =>
    post.items.some(
      (item) => item.slot?.planId === planId && item.slot.at === at && ['scheduled', 'waiting'].includes(item.state),
    ),
  )

export const nextFreeSlot = (world: MemoryWorld, planId: string | undefined): string | null => {
  const plan = planId === undefined ? world.rules.plans[0] : world.rules.plans.find((one) => one.id === planId)
  if (plan === undefined) return null
  for (const at of slotsOf(plan)) if (holderOf(world, plan.id, at) === undefined) return at
  return null
}

export const memoryRules = (world: MemoryWorld): Answers => ({
  'quota.get': () => ({ features: world.rules.features, meters: world.rules.meters }),
  'quota.save': ({ meterId, ...meter }) => {
    const known = world.rules.meters.find((one) => one.id === meterId)
    const state: MeterState = {
      ...meter,
      id: meterId ?? makeId('mtr'),
      source: 'person',
      reserved: known?.reserved ?? 0,
      consumed: known?.consumed ?? 0,
      remaining: meter.limit === 0 ? null : meter.limit,
      resetsAt: null,
    }
    world.rules.meters = [...world.rules.meters.filter((one) => one !== known), state]
    return state
  },
  'quota.remove': ({ meterId }) => {
    world.rules.meters = world.rules.meters.filter((one) => one.id !== meterId)
    return { done: true }
  },
  'quota.forecast': ({ accountIds, when }) => ({
    feature: when.kind === 'now' ? 'PUBLISH_POST' : 'SCHEDULE_POST',
    entries: accountIds.map((accountId) => ({
      accountId,
      credits: world.accounts.find((one) => one.id === accountId)?.creditsPerPost ?? 0,
      at: new Date().toISOString(),
      reason: null,
      ...world.rules.forecasts.get(accountId),
    })),
  }),
  'slots.list': () => ({ entries: world.rules.plans }),
  'slots.save': ({ planId, name, zone, times }) => {
    const known = world.rules.plans.find((one) => one.id === planId)
    const plan: SlotPlan = {
      id: planId ?? makeId('slp'),
      name,
      zone,
      times: times.toSorted((a, b) => a.day - b.day || (a.time < b.time ? -1 : 1)),
      createdAt: known?.createdAt ?? new Date().toISOString(),
    }
    world.rules.plans = [...world.rules.plans.filter((one) => one !== known), plan]
    return plan
  },
  'slots.remove': ({ planId }) => {
    world.rules.plans = world.rules.plans.filter((one) => one.id !== planId)
    return { done: true }
  },
  'slots.preview': ({ planId, limit = 10 }) => {
    const plan = planId === undefined ? world.rules.plans[0] : world.rules.plans.find((one) => one.id === planId)
    if (plan === undefined) return failure('not-found', 'There is no plan of slots.', 'Make one first.')
    const entries = [...slotsOf(plan)].slice(0, limit).map((at) => {
      const post = holderOf(world, plan.id, at)
      return { at, wall: at.slice(0, 16), post: post === undefined ? null : { id: post.id, text: post.text } }
    })
    return { plan, entries }
  },
})
