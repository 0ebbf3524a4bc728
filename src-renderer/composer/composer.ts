import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Event } from '../../src-preload/contract/events.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import { type ComposerSession, createComposerSession, type Opening, type SessionTools } from './composer-session.ts'
import { copyOf, type Draft, draftOf, emptyDraft, isBlank, untimed } from './draft/draft.ts'
import type { Kept } from './draft/draft-mirror.ts'
import { postMode } from './draft/post-mode.ts'
import type { WhenChoice } from './send/when-choice.ts'

type ComposerState = {
  readonly session: ComposerSession
  /** The post that is being fetched to be edited. */
  readonly opening: string | null
  /** Why it could not be opened. */
  readonly failure: Failure | null
}

/** What a new post starts with. */
export type Defaults = () => { zone: string; accountIds: readonly string[]; when: WhenChoice }

/** The one place where posts are written: it holds the session on show and lets go of it safely. */
export type Composer = {
  readonly state: StoreApi<ComposerState>
  /** A blank page, for a time and with words if any are named; what was on show is saved. */
  startNew(when?: WhenChoice, text?: string): void
  /** Brings a post onto the page, for a time if one is named. */
  open(postId: string, when?: WhenChoice): Promise<void>
  /** The words of what is on show as a new post. */
  duplicate(): void
  /** Takes over what earlier pages could not save. Returns how many drafts that were. */
  recover(): Promise<number>
  hear(event: Event): void
  /** Before the page goes away. */
  flush(): void
}

export const createComposer = (tools: SessionTools, defaults: Defaults): Composer => {
  const begin = (opening: Omit<Opening, 'when'>): ComposerSession =>
    createComposerSession(tools, { ...opening, when: defaults().when })
  const blankDraft = (): Draft => {
    const { zone, accountIds } = defaults()
    return emptyDraft(zone, accountIds)
  }
  const blank = (): ComposerSession => begin({ draft: blankDraft(), post: null, unsaved: false })
  const state = createStore<ComposerState>(() => ({ session: blank(), opening: null, failure: null }))
  const session = (): ComposerSession => state.getState().session
  const draft = (): Draft => session().state.getState().draft

  const show = (next: ComposerSession): void => {
    const before = session()
    state.setState({ session: next, opening: null, failure: null })
    before.close()
  }

  const restore = async ({ draft: kept, at }: Kept): Promise<ComposerSession | null> => {
    if (isBlank(kept)) return null
    if (kept.postId === null) return begin({ draft: kept, post: null, unsaved: true })
    const reply = await tools.bridge.call('posts.get', { postId: kept.postId })
    if (!reply.ok || reply.value.deletedAt !== null) {
      return begin({ draft: copyOf(kept), post: null, unsaved: true })
    }
    if (Date.parse(reply.value.updatedAt) > at) return null
    return begin({ draft: kept, post: reply.value, unsaved: true })
  }

  return {
    state,
    startNew: (when, text = '') => {
      show(text === '' ? blank() : begin({ draft: { ...blankDraft(), text }, post: null, unsaved: true }))
      if (when !== undefined) session().setWhen(when)
    },
    open: async (postId, when) => {
      if (draft().postId === postId) return state.setState({ opening: null, failure: null })
      state.setState({ opening: postId, failure: null })
      const reply = await tools.bridge.call('posts.get', { postId })
      // The person went elsewhere meanwhile.
      if (state.getState().opening !== postId) return
      if (!reply.ok) return state.setState({ opening: null, failure: reply.failure })
      const post = reply.value
      show(begin({ draft: draftOf(post), post, unsaved: false }))
      if (when !== undefined) session().setWhen(when)
    },
    duplicate: () => show(begin({ draft: untimed(copyOf(draft())), post: null, unsaved: true })),
    recover: async () => {
      const restored: ComposerSession[] = []
      for (const kept of await tools.mirror.takeLost()) {
        const found = await restore(kept)
        if (found !== null) restored.push(found)
      }
      const [newest, ...older] = restored
      if (newest !== undefined && isBlank(draft()) && draft().postId === null) show(newest)
      else newest?.close()
      // A queued post's lost changes wait in the mirror until it is opened; everything else is saved now.
      for (const one of older) if (postMode(one.state.getState().post) !== 'queued') one.close()
      return restored.length
    },
    hear: (event) => {
      const gone = event.kind === 'post-removed' && event.postId === draft().postId
      if (!gone) return session().hear(event)
      const before = session()
      const { kind } = before.state.getState().save
      // Deleted elsewhere while words here were not saved: the words live on as a new post.
      const next =
        kind === 'untouched' || kind === 'saved'
          ? blank()
          : begin({ draft: copyOf(draft()), post: null, unsaved: true })
      state.setState({ session: next })
      before.drop()
    },
    flush: () => {
      const { draft, post } = session().state.getState()
      if (postMode(post) === 'writing' && !isBlank(draft)) void session().save()
    },
  }
}
