import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Event } from '../../src-preload/contract/events.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import { askedOf, onlyCoreCanTell } from '../filter/narrowing.ts'
import { type QueueFilter, statesOf, TABS, UPCOMING } from './queue-filter.ts'
import { type ItemNews, mergeItem, mergePage } from './queue-rows.ts'

/** The first page fills the screen and little more: it is asked for with every letter that is searched for. */
const FIRST = 24
const PAGE = 100
/** How much news is kept for replaying; a page is read long before so much happens. */
const MEANWHILE = 500

type QueueState = {
  readonly filter: QueueFilter
  readonly rows: readonly ItemRow[]
  /** The words that the rows were found by; those of the filter as soon as it is answered. */
  readonly foundBy: string
  /** Where the next page begins; null when everything is loaded. */
  readonly cursor: string | null
  /** The row that the last page ended with; null when everything is loaded. */
  readonly end: ItemRow | null
  readonly phase: 'first' | 'more' | 'idle'
  readonly failure: Failure | null
}

/** The queue as it is looked at: one filter, the pages loaded so far, and what events changed in them. */
export type QueueStore = {
  readonly state: StoreApi<QueueState>
  /** Loads the top of the list, if it was never loaded: at least so many rows, to find back to where it was looked at. */
  open(filter?: QueueFilter, least?: number): void
  filter(change: Partial<QueueFilter>): void
  /** Reads the list again from the top. */
  reload(): Promise<void>
  more(): Promise<void>
  hear(event: Event): void
}

type QueueTools = {
  bridge: Bridge
  accountName: (accountId: string) => string
  /** The person's zone, in which days begin and end. */
  zone: () => string
}

export const createQueueStore = ({ bridge, accountName, zone }: QueueTools): QueueStore => {
  const state = createStore<QueueState>(() => ({
    filter: UPCOMING,
    rows: [],
    foundBy: '',
    cursor: null,
    end: null,
    phase: 'first',
    failure: null,
  }))
  const now = state.getState
  let opened = false
  /** Counts the questions, so that a late answer to an old one is dropped. */
  let asked = 0
  /** While the top of the list is read; and whether it must be read once more, since something else was asked for. */
  let reading: Promise<void> | null = null
  let again = false
  /** What events told while the top of the list was being read: they may be newer than what was read. */
  let meanwhile: ItemNews[] = []

  const fetchPage = async (cursor: string | null): Promise<void> => {
    const question = ++asked
    const { filter } = now()
    if (cursor === null) meanwhile = []
    const { order } = TABS[filter.tab]
    const reply = await bridge.call('items.list', {
      states: [...statesOf(filter)],
      order,
      limit: cursor === null ? FIRST : PAGE,
      ...askedOf(filter, zone()),
      ...(cursor === null ? {} : { cursor }),
    })
    if (question !== asked || again) return
    if (!reply.ok) {
      const none = { rows: [], cursor: null, end: null }
      return state.setState({ phase: 'idle', failure: reply.failure, ...(cursor === null ? none : {}) })
    }
    const { entries } = reply.value
    const rows = cursor === null ? entries : mergePage(now().rows, entries, order)
    const end = reply.value.cursor === null ? null : (entries.at(-1) ?? null)
    state.setState({ rows, foundBy: filter.search, end, cursor: reply.value.cursor, phase: 'idle', failure: null })
    for (const news of meanwhile.splice(0)) merge(news)
  }

  const untilAnswered = async (): Promise<void> => {
    while (again) {
      again = false
      await fetchPage(null)
    }
  }

  /**
   * Reads the list from its top. One question at a time, and always the newest: who types faster than it is answered
   * does not wait behind the letters before.
   */
  const readTop = (): Promise<void> => {
    again = true
    reading ??= untilAnswered().finally(() => (reading = null))
    return reading
  }

  const openAt = async (least: number): Promise<void> => {
    const question = asked + 1
    await readTop()
    // Somebody asks for something else meanwhile: then the old place means nothing.
    for (
      let pages = 1;
      asked === question + pages - 1 && now().cursor !== null && now().rows.length < least;
      pages += 1
    ) {
      await fetchPage(now().cursor)
    }
  }

  const take = (news: ItemNews): void => {
    if (!opened) return
    meanwhile.push(news)
    if (meanwhile.length > MEANWHILE) meanwhile.shift()
    if (now().phase !== 'first') merge(news)
  }

  const merge = (news: ItemNews): void => {
    const { rows, filter, end } = now()
    const merged = mergeItem({ rows, end }, filter, news, accountName)
    if (merged.rows !== rows) state.setState({ rows: merged.rows })
    if (merged.lacking !== null) void complete(merged.lacking)
  }

  /** Fetches the words of a row that an event named. */
  const complete = async (itemId: string): Promise<void> => {
    if (onlyCoreCanTell(now().filter)) return reload()
    const reply = await bridge.call('items.get', { itemId })
    if (!reply.ok) return
    const { text, tags, mediaIds } = reply.value
    take({ item: reply.value, text, tags, mediaIds })
  }

  const dropRows = (gone: (row: ItemRow) => boolean): void => {
    const { rows } = now()
    const kept = rows.filter((row) => !gone(row))
    if (kept.length < rows.length) state.setState({ rows: kept })
  }

  const reload = async (): Promise<void> => {
    if (!opened) return
    await readTop()
  }

  return {
    state,
    open: (filter = UPCOMING, least = 0) => {
      if (opened) return
      opened = true
      state.setState({ filter })
      void openAt(least)
    },
    filter: (change) => {
      opened = true
      state.setState((s) => ({
        filter: { ...s.filter, ...change },
        // While the same tab is narrowed, what it shows stays on show until the answer is there: nothing flickers.
        ...(change.tab === undefined || change.tab === s.filter.tab ? {} : { rows: [], cursor: null, end: null }),
        phase: 'first',
        failure: null,
      }))
      void readTop()
    },
    reload,
    more: async () => {
      const { cursor, phase, failure } = now()
      if (cursor === null || phase !== 'idle' || failure !== null) return
      state.setState({ phase: 'more' })
      await fetchPage(cursor)
    },
    hear: (event) => {
      if (event.kind === 'item-changed') return take({ item: event.item })
      if (event.kind === 'post-removed') return dropRows((row) => row.postId === event.postId)
      if (event.kind !== 'post-changed') return
      const { text, media, tags, items } = event.post
      dropRows((row) => row.postId === event.post.id && !items.some((item) => item.id === row.id))
      for (const item of items) {
        const mediaIds = (item.override.media ?? media).map((one) => one.mediaId)
        take({ item, text: item.override.text ?? text, tags, mediaIds })
      }
    },
  }
}
