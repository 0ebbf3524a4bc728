import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Event } from '../../src-preload/contract/events.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Post } from '../../src-preload/contract/model/post.ts'

const PAGE = 50

type DraftsState = {
  readonly search: string
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
  search(text: string): void
  more(): Promise<void>
  hear(event: Event): void
}

/** Whether a post belongs here: nothing of it was ever scheduled or sent. */
const isDraft = (post: Post): boolean => post.deletedAt === null && post.items.every((item) => item.state === 'draft')

export const createDraftsStore = (bridge: Bridge): DraftsStore => {
  const state = createStore<DraftsState>(() => ({
    search: '',
    posts: [],
    cursor: null,
    phase: 'first',
    failure: null,
  }))
  const now = state.getState
  let asked = 0

  const fetchPage = async (cursor: string | null): Promise<void> => {
    const question = ++asked
    const { search } = now()
    const reply = await bridge.call('posts.list', {
      drafts: true,
      limit: PAGE,
      ...(search === '' ? {} : { search }),
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
    search: (search) => {
      state.setState({ search, phase: 'first' })
      void fetchPage(null)
    },
    more: async () => {
      const { cursor, phase } = now()
      if (cursor === null || phase !== 'idle') return
      state.setState({ phase: 'more' })
      await fetchPage(cursor)
    },
    hear: (event) => {
      const { posts, search } = now()
      if (event.kind === 'post-removed') {
        return state.setState({ posts: posts.filter((post) => post.id !== event.postId) })
      }
      if (event.kind !== 'post-changed') return
      const known = posts.find((post) => post.id === event.post.id)
      if (known !== undefined && known.updatedAt > event.post.updatedAt) return
      const others = posts.filter((post) => post !== known)
      if (!isDraft(event.post)) return state.setState({ posts: others })
      // Whether a new one matches the search only the core can tell; one that matched is left in its place.
      if (search === '') return state.setState({ posts: [event.post, ...others] })
      if (known !== undefined) state.setState({ posts: posts.map((post) => (post === known ? event.post : post)) })
    },
  }
}
