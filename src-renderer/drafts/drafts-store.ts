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

/** Posts that are still only words, or are so again since they were taken out of the queue. */
export type DraftsStore = {
  readonly state: StoreApi<DraftsState>
  reload(): Promise<void>
  filter(change: Partial<Narrowing>): void
  more(): Promise<void>
  hear(event: Event): void
}

const STATUSES = ['draft', 'cancelled'] as const

/** Whether a post belongs here: nothing of it is on its way or was sent. */
const isDraft = ({ deletedAt, status }: Post): boolean => deletedAt === null && STATUSES.some((one) => one === status)

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
  /** Posts of which an item came out of the queue, or went into it: what that makes of them only the core can tell. */
  const unsure = new Set<string>()
  let asking = false

  const fetchPage = async (cursor: string | null): Promise<void> => {
    const question = ++asked
    const { filter } = now()
    const reply = await bridge.call('posts.list', {
      statuses: [...STATUSES],
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

  const hearPost = (post: Post): void => {
    const { posts, filter } = now()
    const known = posts.find(({ id }) => id === post.id)
    if (known !== undefined && known.updatedAt > post.updatedAt) return
    const others = posts.filter((one) => one !== known)
    if (!isDraft(post)) return state.setState({ posts: others })
    // Whether a new one has what is looked for only the core can tell; one that had is left in its place.
    if (filter.search === '' && countNarrowed(filter) === 0) return state.setState({ posts: [post, ...others] })
    if (known !== undefined) state.setState({ posts: posts.map((one) => (one === known ? post : one)) })
  }

  /** One question at a time: where several came together, the list is read anew rather than each asked for. */
  const askForUnsure = async (): Promise<void> => {
    asking = true
    try {
      while (unsure.size > 0) {
        const [postId = '', ...others] = unsure
        unsure.clear()
        await (others.length > 0 ? fetchPage(null) : askFor(postId))
      }
    } finally {
      asking = false
    }
  }

  const askFor = async (postId: string): Promise<void> => {
    const reply = await bridge.call('posts.get', { postId })
    if (reply.ok) hearPost(reply.value)
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
      if (event.kind === 'post-changed') return hearPost(event.post)
      const { posts } = now()
      if (event.kind === 'post-removed') {
        return state.setState({ posts: posts.filter((post) => post.id !== event.postId) })
      }
      if (event.kind !== 'item-changed') return
      const { postId, state: became } = event.item
      if (became !== 'cancelled' && !posts.some(({ id }) => id === postId)) return
      unsure.add(postId)
      if (!asking) void askForUnsure()
    },
  }
}
