import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Event } from '../../src-preload/contract/events.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Input } from '../../src-preload/contract/methods.ts'
import type { CalendarRead } from '../../src-preload/contract/model/calendar.ts'
import type { ItemState } from '../../src-preload/contract/model/item.ts'
import type { When } from '../../src-preload/contract/model/post.ts'
import { askedOf, type Narrowing, WIDE } from '../filter/narrowing.ts'
import type { Timers } from '../time/timers.ts'
import type { DayRange } from './days.ts'

/** What is looked at: days of a zone, and so many items of each. */
export type CalendarAsked = DayRange & { readonly zone: string; readonly limit: number }

/** What the calendar is narrowed to; the days are chosen otherwise. */
export type CalendarFilter = Pick<Narrowing, 'accountId' | 'channel' | 'tags' | 'external'> & {
  readonly states: readonly ItemState[]
}

export const ALL: CalendarFilter = { accountId: null, channel: null, tags: [], external: null, states: [] }

type CalendarState = {
  readonly asked: CalendarAsked | null
  readonly filter: CalendarFilter
  /** What was read last, perhaps of other days than those asked for; null before the first answer. */
  readonly read: CalendarRead | null
  /** Items that are on their way to another time, and where they are shown meanwhile. */
  readonly moved: ReadonlyMap<string, number>
  readonly failure: Failure | null
}

/** The calendar as it is looked at, kept up by what the core tells. */
export type CalendarStore = {
  readonly state: StoreApi<CalendarState>
  look(asked: CalendarAsked): void
  /** Nobody looks any more: what happens is read when somebody does. */
  leave(): void
  filter(change: Partial<CalendarFilter>): void
  reload(): Promise<void>
  /** Gives items another time; they are shown at `at` at once. */
  move(itemIds: readonly string[], at: number | null, when: When): Promise<Failure | null>
  /** Gives items their old times and slots back. */
  restore(places: Input<'items.restore'>['places']): Promise<Failure | null>
  hear(event: Event): void
}

/** Several things change at once: they are read once after them, in milliseconds. */
const PAUSE = 150

const TOUCHING: ReadonlySet<Event['kind']> = new Set([
  'item-changed',
  'post-changed',
  'posts-changed',
  'post-removed',
  'slots-changed',
])
const NONE: ReadonlyMap<string, number> = new Map()

export const createCalendarStore = (bridge: Bridge, timers: Timers): CalendarStore => {
  const state = createStore<CalendarState>(() => ({
    asked: null,
    filter: ALL,
    read: null,
    moved: NONE,
    failure: null,
  }))
  const now = state.getState
  let planned = false
  /** Counts the questions, so that a late answer to an old one is dropped. */
  let question = 0

  const reload = async (): Promise<void> => {
    const { asked, filter } = now()
    if (asked === null) return
    const mine = ++question
    const { from, count, zone, limit } = asked
    const { states, ...narrowed } = filter
    const { accountId, channel, tags, external } = askedOf({ ...WIDE, ...narrowed }, zone)
    const reply = await bridge.call('calendar.read', {
      from,
      days: count,
      zone,
      limit,
      ...(accountId === undefined ? {} : { accountId }),
      ...(channel === undefined ? {} : { channel }),
      ...(tags === undefined ? {} : { tags }),
      ...(external === undefined ? {} : { external }),
      ...(states.length === 0 ? {} : { states: [...states] }),
    })
    if (mine !== question) return
    state.setState(reply.ok ? { read: reply.value, failure: null } : { failure: reply.failure })
  }

  const settled = (itemIds: readonly string[]): void =>
    state.setState(({ moved }) => ({ moved: new Map([...moved].filter(([id]) => !itemIds.includes(id))) }))

  return {
    state,
    look: (asked) => {
      const before = now().asked
      if (before !== null && JSON.stringify(before) === JSON.stringify(asked)) return void reload()
      state.setState({ asked })
      void reload()
    },
    leave: () => state.setState({ asked: null }),
    filter: (change) => {
      state.setState(({ filter }) => ({ filter: { ...filter, ...change } }))
      void reload()
    },
    reload,
    move: async (itemIds, at, when) => {
      if (at !== null)
        state.setState(({ moved }) => ({ moved: new Map([...moved, ...itemIds.map((id) => [id, at] as const)]) }))
      const reply = await bridge.call('items.bulk', { itemIds: [...itemIds], action: { kind: 'reschedule', when } })
      await reload()
      settled(itemIds)
      if (!reply.ok) return reply.failure
      return reply.value.results.flatMap((one) => (one.ok ? [] : [one.failure]))[0] ?? null
    },
    restore: async (places) => {
      const reply = await bridge.call('items.restore', { places: [...places] })
      await reload()
      return reply.ok ? null : reply.failure
    },
    hear: (event) => {
      if (planned || !TOUCHING.has(event.kind) || now().asked === null) return
      planned = true
      timers.after(PAUSE, () => {
        planned = false
        void reload()
      })
    },
  }
}
