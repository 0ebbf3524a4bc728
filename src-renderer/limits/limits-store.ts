import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Event } from '../../src-preload/contract/events.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { MeterState } from '../../src-preload/contract/model/quota.ts'
import type { Timers } from '../time/timers.ts'

type LimitsState = {
  readonly meters: readonly MeterState[]
  readonly phase: 'first' | 'idle'
  readonly failure: Failure | null
}

/** What is left of every limit, read again whenever something was planned or sent. */
export type LimitsStore = {
  readonly state: StoreApi<LimitsState>
  load(): Promise<void>
  hear(event: Event): void
}

/** Many posts may change at once: the meters are read once after them, in milliseconds. */
const PAUSE = 300

const TOUCHING: ReadonlySet<Event['kind']> = new Set(['item-changed', 'account-changed', 'quota-changed'])

export const createLimitsStore = (bridge: Bridge, timers: Timers): LimitsStore => {
  const state = createStore<LimitsState>(() => ({ meters: [], phase: 'first', failure: null }))
  let planned = false
  const load = async (): Promise<void> => {
    const reply = await bridge.call('quota.get', {})
    if (reply.ok) state.setState({ meters: reply.value.meters, phase: 'idle', failure: null })
    else state.setState({ phase: 'idle', failure: reply.failure })
  }
  return {
    state,
    load,
    hear: (event) => {
      if (planned || !TOUCHING.has(event.kind)) return
      planned = true
      timers.after(PAUSE, () => {
        planned = false
        void load()
      })
    },
  }
}
