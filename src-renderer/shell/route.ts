import { createStore, type StoreApi } from 'zustand/vanilla'
import { CALENDAR_VIEWS, type CalendarView } from '../calendar/days.ts'
import type { Narrowing } from '../filter/narrowing.ts'
import { readNarrowing, writeNarrowing } from '../filter/narrowing-address.ts'
import { type QueueFilter, readQueueFilter, writeQueueFilter } from '../queue/queue-filter.ts'
import { isSettingsPage, type SettingsPage } from '../settings/settings-page.ts'

/** Where the person is. */
export type Route =
  | { room: 'compose'; postId: string | null }
  /** Without a filter: as it was looked at last. */
  | { room: 'queue'; itemId: string | null; filter?: QueueFilter }
  | { room: 'today' }
  /** `day` as `2026-12-01` in the calendar's zone; today when left out. Without a view: as it was looked at last. */
  | { room: 'calendar'; day?: string; view?: CalendarView }
  | { room: 'drafts'; filter?: Narrowing }
  /** The plan on show; the first one when left out. */
  | { room: 'slots'; planId?: string }
  /** `connect`: key of a channel that is to be connected right away, or `any`. `details`: id of an account to look at. */
  | { room: 'accounts'; connect?: string; details?: string }
  /** What channels allow: one of them, by its key, or all compared. */
  | { room: 'channels'; channel?: string }
  | { room: 'settings'; page?: SettingsPage }
  /** Bringing posts in, and taking them out. */
  | { room: 'exchange' }
  /** What was tried, for all posts. */
  | { room: 'activity' }
  /** Whether everything works. */
  | { room: 'health' }

export const readRoute = (hash: string): Route => {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const [room = '', id = '', more = ''] = path.split('/')
  switch (room) {
    case 'queue': {
      const filter = readQueueFilter(query)
      return { room, itemId: id || null, ...(filter === null ? {} : { filter }) }
    }
    case 'drafts':
      return query === '' ? { room } : { room, filter: readNarrowing(new URLSearchParams(query)) }
    case 'today':
    case 'exchange':
    case 'activity':
    case 'health':
      return { room }
    case 'calendar':
      return { room, ...readDay(id), ...readView(query) }
    case 'slots':
      return id === '' ? { room } : { room, planId: id }
    case 'accounts':
      if (id === 'details' && more !== '') return { room, details: more }
      return id === '' ? { room } : { room, connect: id }
    case 'channels':
      return id === '' ? { room } : { room, channel: id }
    case 'settings':
      return isSettingsPage(id) ? { room, page: id } : { room }
    default:
      return { room: 'compose', postId: (room === 'compose' && id) || null }
  }
}

/** A day that there is. */
const readDay = (id: string): { day?: string } =>
  /^\d{4}-\d{2}-\d{2}$/.test(id) && !Number.isNaN(Date.parse(id)) ? { day: id } : {}

const readView = (query: string): { view?: CalendarView } => {
  const asked = new URLSearchParams(query).get('view')
  const view = CALENDAR_VIEWS.find((one) => one === asked)
  return view === undefined ? {} : { view }
}

export const writeRoute = (route: Route): string => {
  const id = idOf(route)
  const query = queryOf(route)
  return `#/${route.room}${id === null ? '' : `/${id}`}${query === '' ? '' : `?${query}`}`
}

const idOf = (route: Route): string | null => {
  switch (route.room) {
    case 'compose':
      return route.postId
    case 'queue':
      return route.itemId
    case 'slots':
      return route.planId ?? null
    case 'accounts':
      return route.details === undefined ? (route.connect ?? null) : `details/${route.details}`
    case 'channels':
      return route.channel ?? null
    case 'settings':
      return route.page ?? null
    case 'calendar':
      return route.day ?? null
    case 'drafts':
    case 'today':
    case 'exchange':
    case 'activity':
    case 'health':
      return null
  }
}

const queryOf = (route: Route): string => {
  if (route.room === 'queue' && route.filter !== undefined) return writeQueueFilter(route.filter)
  if (route.room === 'calendar' && route.view !== undefined) return `view=${route.view}`
  if (route.room !== 'drafts' || route.filter === undefined) return ''
  const address = new URLSearchParams()
  writeNarrowing(route.filter, address)
  return address.toString()
}

export type RouteStore = {
  readonly state: StoreApi<{ route: Route }>
  go(route: Route): void
  /** Goes there without a step in the history. */
  replace(route: Route): void
}

/**
 * How long nothing changes before a replaced address is written, in milliseconds: a browser takes its time for it, and
 * only lets itself be told so often.
 */
const REST = 200

/** The address follows the route, so that back, forward and reload work as everywhere. */
export const createRouteStore = (page: Window): RouteStore => {
  const state = createStore<{ route: Route }>(() => ({ route: readRoute(page.location.hash) }))
  let unwritten: ReturnType<typeof setTimeout> | undefined
  const drop = (): void => {
    clearTimeout(unwritten)
    unwritten = undefined
  }
  const write = (): void => {
    if (unwritten === undefined) return
    drop()
    page.history.replaceState(null, '', writeRoute(state.getState().route))
  }
  page.addEventListener('hashchange', () => {
    drop()
    state.setState({ route: readRoute(page.location.hash) })
  })
  page.addEventListener('pagehide', write)
  return {
    state,
    go: (route) => {
      write()
      const hash = writeRoute(route)
      if (hash !== page.location.hash) page.history.pushState(null, '', hash)
      state.setState({ route })
    },
    replace: (route) => {
      state.setState({ route })
      clearTimeout(unwritten)
      unwritten = setTimeout(write, REST)
    },
  }
}
