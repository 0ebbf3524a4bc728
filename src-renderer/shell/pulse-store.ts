import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Event } from '../../src-preload/contract/events.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Status } from '../../src-preload/contract/model/status.ts'

/** The core tells changes; that it looked and found nothing to do it does not tell, so it is asked, this often. */
const ASK_EVERY = 15_000

type Pulse = {
  readonly status: Status | null
  /** How many percent of the way to its newer form the file has gone, before there is any status; null: it has none to go. */
  readonly updating: number | null
}

/** The scheduler's pulse. Null until it was first heard. */
export type PulseStore = {
  readonly state: StoreApi<Pulse>
  load(): Promise<Failure | null>
  hear(event: Event): void
  /** Keeps asking; returns the way to stop. */
  watch(): () => void
}

export const createPulseStore = (bridge: Bridge): PulseStore => {
  const state = createStore<Pulse>(() => ({ status: null, updating: null }))
  const load = async (): Promise<Failure | null> => {
    const reply = await bridge.call('status.get', {})
    if (!reply.ok) return reply.failure
    state.setState({ status: reply.value, updating: null })
    return null
  }
  return {
    state,
    load,
    hear: (event) => {
      if (event.kind === 'status-changed') state.setState({ status: event.status })
      if (event.kind === 'file-updating') state.setState({ updating: event.percent })
    },
    watch: () => {
      // A failed question needs no words here: the status bar says that the connection is lost.
      const timer = setInterval(() => !document.hidden && void load(), ASK_EVERY)
      const seen = (): void => void (document.hidden || load())
      document.addEventListener('visibilitychange', seen)
      return () => {
        clearInterval(timer)
        document.removeEventListener('visibilitychange', seen)
      }
    },
  }
}

/** What only the person can settle. */
export const needsAttention = ({ counts }: Status): number =>
  (counts.failed ?? 0) + (counts.unconfirmed ?? 0) + (counts.missed ?? 0)

export const upcoming = ({ counts }: Status): number =>
  (counts.scheduled ?? 0) + (counts.waiting ?? 0) + (counts.publishing ?? 0)
