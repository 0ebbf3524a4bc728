import { createStore, type StoreApi } from 'zustand/vanilla'

/** Where the person is. */
export type Route =
  | { room: 'compose'; postId: string | null }
  | { room: 'queue'; itemId: string | null }
  | { room: 'drafts' }
  /** `connect`: key of a channel that is to be connected right away. */
  | { room: 'accounts'; connect?: string }
  | { room: 'settings' }

export const readRoute = (hash: string): Route => {
  const [room = '', id = ''] = hash.replace(/^#\/?/, '').split('/')
  switch (room) {
    case 'queue':
      return { room, itemId: id || null }
    case 'accounts':
      return id === '' ? { room } : { room, connect: id }
    case 'drafts':
    case 'settings':
      return { room }
    default:
      return { room: 'compose', postId: (room === 'compose' && id) || null }
  }
}

export const writeRoute = (route: Route): string => {
  const id = idOf(route)
  return `#/${route.room}${id === null ? '' : `/${id}`}`
}

const idOf = (route: Route): string | null => {
  if (route.room === 'compose') return route.postId
  if (route.room === 'queue') return route.itemId
  return route.room === 'accounts' ? (route.connect ?? null) : null
}

export type RouteStore = {
  readonly state: StoreApi<{ route: Route }>
  go(route: Route): void
  /** Goes there without a step in the history. */
  replace(route: Route): void
}

/** The address follows the route, so that back, forward and reload work as everywhere. */
export const createRouteStore = (page: Window): RouteStore => {
  const state = createStore<{ route: Route }>(() => ({ route: readRoute(page.location.hash) }))
  page.addEventListener('hashchange', () => state.setState({ route: readRoute(page.location.hash) }))
  return {
    state,
    go: (route) => {
      const hash = writeRoute(route)
      if (hash !== page.location.hash) page.history.pushState(null, '', hash)
      state.setState({ route })
    },
    replace: (route) => {
      page.history.replaceState(null, '', writeRoute(route))
      state.setState({ route })
    },
  }
}
