import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Event } from '../../src-preload/contract/events.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Post } from '../../src-preload/contract/model/post.ts'
import { askedOf, countNarrowed, type Narrowing, WIDE } from '../filter/narrowing.ts'

const PAGE = 50

type DraftsState = {
  readonly filter: Narrowing
  /** Latest change first. */
  readonly posts: readonly Post[]
  readonly cursor: string | null
  readonly phase: 'first' | 'more' | 'idle'
  readonly failure: Failure | null
}

/** Posts that are still only words. */
export type DraftsStore = {
  readonly state: StoreApi<DraftsState>
  reload(): Promise<void>
  filter(change: Partial<Narrowing>): void
  more(): Promise<void>
  hear(event: Event): void
}

/** Whether a post belongs here: nothing of it was ever scheduled or sent. */
const isDraft = (post: Post): boolean => post.deletedAt === null && post.items.every((item) => item.state === 'draft')

/** `zone`: the person's, in which days begin and end. */
export const createDraftsStore = (bridge: Bridge, zone: () => string): DraftsStore => {
  const state = createStore<DraftsState>(() => ({
    filter: WIDE,
    posts: [],
    cursor: null,
    phase: 'first',
    failure: null,
  }))
  const now = state.getState
  let asked = 0

  const fetchPage = async (cursor: string | null): Promise<void> => {
    const question = ++asked
    const { filter } = now()
    const reply = await bridge.call('posts.list', {
      statuses: ['draft'],
      limit: PAGE,
      ...askedOf(filter, zone()),
      ...(cursor === null ? {} : { cursor }),
    })
    if (question !== asked) return
    if (!reply.ok) return state.setState({ phase: 'idle', failure: reply.failure })
    const known = cursor === null ? [] : now().posts
    const fresh = reply.value.entries.filter((post) => !known.some((one) => one.id === post.id))
    state.setState({ posts: [...known, ...fresh], cursor: reply.value.cursor, phase: 'idle', failure: null })
  }

  return {
    state,
    reload: () => fetchPage(null),
    filter: (change) => {
      state.setState(({ filter }) => ({ filter: { ...filter, ...change }, phase: 'first' }))
      void fetchPage(null)
    },
    more: async () => {
      const { cursor, phase } = now()
      if (cursor === null || phase !== 'idle') return
      state.setState({ phase: 'more' })
      await fetchPage(cursor)
    },
    hear: (event) => {
      const { posts, filter } = now()
      if (event.kind === 'post-removed') {
        return state.setState({ posts: posts.filter((post) => post.id !== event.postId) })
      }
      if (event.kind !== 'post-changed') return
      const known = posts.find((post) => post.id === event.post.id)
      if (known !== undefined && known.updatedAt > event.post.updatedAt) return
      const others = posts.filter((post) => post !== known)
      if (!isDraft(event.post)) return state.setState({ posts: others })
      // Whether a new one has what is looked for only the core can tell; one that had is left in its place.
      if (filter.search === '' && countNarrowed(filter) === 0) return state.setState({ posts: [event.post, ...others] })
      if (known !== undefined) state.setState({ posts: posts.map((post) => (post === known ? event.post : post)) })
    },
  }
}
