import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Event } from '../../src-preload/contract/events.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Activity } from '../../src-preload/contract/model/activity.ts'
import type { Timers } from '../time/timers.ts'

export type ActivityFilter = { problems: boolean; accountId: string | null }

type State = {
  filter: ActivityFilter
  /** Newest first. */
  entries: readonly Activity[]
  cursor: string | null
  phase: 'first' | 'idle' | 'more'
  failure: Failure | null
}

/** What was tried, a page at a time; what is tried meanwhile comes on top. */
export type ActivityStore = {
  readonly state: StoreApi<State>
  load(): Promise<void>
  more(): Promise<void>
  narrow(change: Partial<ActivityFilter>): Promise<void>
  hear(event: Event): void
}

const PAGE = 50
/** Many items change at once when a network is back; in milliseconds. */
const PAUSE = 400

export const createActivityStore = (bridge: Bridge, timers: Timers): ActivityStore => {
  const state = createStore<State>(() => ({
    filter: { problems: false, accountId: null },
    entries: [],
    cursor: null,
    phase: 'first',
    failure: null,
  }))
  let asked = 0
  let wanted = false
  let cancel = () => {}

  const ask = (cursor?: string) => {
    const { problems, accountId } = state.getState().filter
    return bridge.call('activity.list', {
      problems,
      limit: PAGE,
      ...(accountId === null ? {} : { accountId }),
      ...(cursor === undefined ? {} : { cursor }),
    })
  }

  /** An answer to a question that is no longer asked is dropped. */
  const load = async (): Promise<void> => {
    const mine = (asked += 1)
    wanted = true
    const reply = await ask()
    if (mine !== asked) return
    if (!reply.ok) return state.setState({ failure: reply.failure, phase: 'idle' })
    state.setState({ ...reply.value, failure: null, phase: 'idle' })
  }

  const refresh = async (): Promise<void> => {
    const mine = asked
    const reply = await ask()
    if (mine !== asked || !reply.ok) return
    state.setState(({ entries, cursor }) => {
      const fresh = new Set(reply.value.entries.map(keyOf))
      const older = entries.filter((one) => !fresh.has(keyOf(one)))
      // Those behind a whole page of new ones are fetched again with the next page.
      const isGap = older.length === entries.length && entries.length > 0 && reply.value.cursor !== null
      return isGap ? reply.value : { entries: [...reply.value.entries, ...older], cursor }
    })
  }

  return {
    state,
    load,
    more: async () => {
      const { cursor, phase } = state.getState()
      if (cursor === null || phase === 'more') return
      const mine = asked
      state.setState({ phase: 'more' })
      const reply = await ask(cursor)
      if (mine !== asked) return
      if (!reply.ok) return state.setState({ failure: reply.failure, phase: 'idle' })
      state.setState(({ entries }) => {
        const known = new Set(entries.map(keyOf))
        const older = reply.value.entries.filter((one) => !known.has(keyOf(one)))
        return { entries: [...entries, ...older], cursor: reply.value.cursor, failure: null, phase: 'idle' }
      })
    },
    narrow: async (change) => {
      state.setState(({ filter }) => ({ filter: { ...filter, ...change }, entries: [], cursor: null, phase: 'first' }))
      await load()
    },
    hear: (event) => {
      if (!wanted || (event.kind !== 'item-changed' && event.kind !== 'post-removed')) return
      cancel()
      cancel = timers.after(PAUSE, () => void refresh())
    },
  }
}

/** An attempt is one of an item's, by its number. */
export const keyOf = ({ itemId, number }: Activity): string => `${itemId}/${number}`
