import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Event } from '../../src-preload/contract/events.ts'
import type { Failure, Reply } from '../../src-preload/contract/failure.ts'
import type { Input, Output } from '../../src-preload/contract/methods.ts'
import type { SlotPlan } from '../../src-preload/contract/model/slot-plan.ts'
import type { Timers } from '../time/timers.ts'

export type SlotPreview = Output<'slots.preview'>['entries'][number]

export type SlotsState = {
  readonly plans: readonly SlotPlan[]
  /** By plan, the slots to come. */
  readonly previews: Readonly<Record<string, readonly SlotPreview[]>>
  readonly phase: 'first' | 'idle'
  readonly failure: Failure | null
}

/** The plans of weekly slots, and who holds what is to come. */
export type SlotsStore = {
  readonly state: StoreApi<SlotsState>
  load(): Promise<void>
  save(plan: Input<'slots.save'>): Promise<Reply<SlotPlan>>
  remove(planId: string): Promise<Failure | null>
  hear(event: Event): void
}

/** So far ahead the next free slot is looked for. */
const AHEAD = 200
/** A slot passes or is taken, several at once: what follows is read once after them, in milliseconds. */
const PAUSE = 300

/** What may take, free or move a slot. */
const TOUCHING: ReadonlySet<Event['kind']> = new Set(['item-changed', 'post-removed', 'post-changed', 'slots-changed'])

export const createSlotsStore = (bridge: Bridge, timers: Timers): SlotsStore => {
  const state = createStore<SlotsState>(() => ({ plans: [], previews: {}, phase: 'first', failure: null }))
  let planned = false
  let asked = 0

  const load = async (): Promise<void> => {
    const question = ++asked
    const reply = await bridge.call('slots.list', {})
    if (!reply.ok) return question === asked ? state.setState({ phase: 'idle', failure: reply.failure }) : undefined
    const plans = reply.value.entries
    const previews = await Promise.all(
      plans.map(({ id }) => bridge.call('slots.preview', { planId: id, limit: AHEAD })),
    )
    if (question !== asked) return
    const failure = previews.flatMap((one) => (one.ok ? [] : [one.failure]))[0] ?? null
    state.setState({
      plans,
      previews: Object.fromEntries(
        previews.flatMap((one) => (one.ok ? [[one.value.plan.id, one.value.entries] as const] : [])),
      ),
      phase: 'idle',
      failure,
    })
  }

  return {
    state,
    load,
    save: async (plan) => {
      const reply = await bridge.call('slots.save', plan)
      if (reply.ok) await load()
      return reply
    },
    remove: async (planId) => {
      const reply = await bridge.call('slots.remove', { planId })
      if (!reply.ok) return reply.failure
      await load()
      return null
    },
    hear: (event) => {
      const touches = TOUCHING.has(event.kind) && (event.kind === 'slots-changed' || state.getState().plans.length > 0)
      if (planned || !touches) return
      planned = true
      timers.after(PAUSE, () => {
        planned = false
        void load()
      })
    },
  }
}

/** The next slot of a plan that nobody holds, in milliseconds; null when there is none in sight. */
export const nextFree = ({ previews }: SlotsState, planId: string, now: number): number | null => {
  const free = previews[planId]?.find(({ at, post }) => post === null && Date.parse(at) > now)
  return free === undefined ? null : Date.parse(free.at)
}
