import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Event } from '../../src-preload/contract/events.ts'
import type { Failure, Reply } from '../../src-preload/contract/failure.ts'
import type { Item } from '../../src-preload/contract/model/item.ts'
import type { Post, TargetCheck } from '../../src-preload/contract/model/post.ts'
import type { MediaShelf } from '../bridge/media-shelf.ts'
import { createAutosave, type SaveState, type Timers } from './autosave.ts'
import { createCheckLoop } from './check-loop.ts'
import {
  changeDraft,
  type Draft,
  type DraftChange,
  draftOf,
  EVERYONE,
  isBlank,
  type Scope,
  writtenOf,
} from './draft.ts'
import type { DraftMirror } from './draft-mirror.ts'
import { postMode } from './post-mode.ts'
import { copyIn, type Upload } from './upload.ts'
import { chosenWhen, type WhenChoice, whenOf } from './when-choice.ts'

export type SessionState = {
  readonly draft: Draft
  /** The post as the core last told it; null before the first save. */
  readonly post: Post | null
  readonly scope: Scope
  readonly save: SaveState
  readonly checks: ReadonlyMap<string, TargetCheck>
  readonly uploads: readonly Upload[]
  readonly when: WhenChoice
  /** Between the press of the button and the core's word. */
  readonly sending: boolean
  /** Why it was not sent. */
  readonly failure: Failure | null
}

/** One post being written, from the first letter to the moment it is handed over. */
export type ComposerSession = {
  /** Tells this session from others while it has no post. */
  readonly key: string
  readonly state: StoreApi<SessionState>
  change(change: DraftChange): void
  setScope(scope: Scope): void
  setWhen(when: WhenChoice): void
  addFiles(files: readonly File[]): void
  retryUpload(key: string): void
  dropUpload(key: string): void
  /** Saves now; the failure if it could not. */
  save(): Promise<Failure | null>
  /** Saves, then publishes or schedules as chosen; what is queued already keeps its time unless another was chosen. */
  submit(): Promise<Reply<Post>>
  hear(event: Event): void
  /** Saves what is unsaved in the background; the session is not used any more. */
  close(): void
  /** Its post is gone: nothing of it is saved any more. */
  drop(): void
}

export type SessionTools = { bridge: Bridge; shelf: MediaShelf; mirror: DraftMirror; timers: Timers }

type Opening = {
  draft: Draft
  post: Post | null
  /** The draft holds words that the core does not have. */
  unsaved: boolean
}

export const createComposerSession = (tools: SessionTools, { draft, post, unsaved }: Opening): ComposerSession => {
  const { bridge, shelf, timers } = tools
  const mirror = tools.mirror.open()
  let closed = false
  let copying: Promise<void> = Promise.resolve()

  const state = createStore<SessionState>(() => ({
    draft,
    post,
    scope: EVERYONE,
    save: { kind: 'untouched' },
    checks: new Map(),
    uploads: [],
    when: chosenWhen(post),
    sending: false,
    failure: null,
  }))
  const now = state.getState

  const autosave = createAutosave({
    timers,
    save: async () => {
      const reply = await bridge.call('posts.save', writtenOf(now().draft))
      if (reply.ok) state.setState((s) => ({ post: reply.value, draft: { ...s.draft, postId: reply.value.id } }))
      return reply
    },
    onState: (save) => state.setState({ save }),
    onSettled: () => {
      mirror.clear()
      if (closed) mirror.close()
    },
  })

  const checking = createCheckLoop(
    (written) => bridge.call('posts.check', written),
    (reply) => {
      // Without an answer the last counters stay; saving says that the core is gone.
      if (reply.ok) state.setState({ checks: new Map(reply.value.targets.map((one) => [one.accountId, one])) })
    },
    timers,
  )

  const touched = (): void => {
    const current = now()
    mirror.write(current.draft)
    checking.ask(writtenOf(current.draft))
    if (postMode(current.post) === 'queued') return state.setState({ save: { kind: 'unsaved' } })
    if (current.draft.postId !== null || !isBlank(current.draft)) autosave.touch()
    else mirror.clear()
  }

  const change = (by: DraftChange): void => {
    const before = now().draft
    const after = changeDraft(before, by)
    if (after === before) return
    state.setState({ draft: after, failure: null })
    touched()
  }

  const setUpload = (key: string, change: Partial<Upload> | null): void =>
    state.setState((s) => ({
      uploads: s.uploads.flatMap((one) => (one.key !== key ? [one] : change === null ? [] : [{ ...one, ...change }])),
    }))

  const copy = async (key: string): Promise<void> => {
    const upload = now().uploads.find((one) => one.key === key)
    if (upload === undefined) return
    setUpload(key, { state: { kind: 'copying' } })
    const reply = await copyIn(upload.file, (input) => bridge.call('media.add', input))
    if (!now().uploads.some((one) => one.key === key)) return
    if (!reply.ok) return setUpload(key, { state: { kind: 'failed', failure: reply.failure } })
    shelf.put(reply.value)
    setUpload(key, null)
    change({ kind: 'add-media', scope: upload.scope, mediaId: reply.value.id })
  }

  /** One after another, so that files keep the order they were given in. */
  const enqueue = (key: string): void => {
    copying = copying.then(() => copy(key))
  }

  const save = async (): Promise<Failure | null> => {
    if (now().save.kind === 'unsaved') autosave.touch()
    return autosave.flush()
  }

  const hand = async (): Promise<Reply<Post>> => {
    await copying
    const { draft, post, uploads, when } = now()
    const refused = refuseDraft(draft, uploads)
    if (refused !== null) return { ok: false, failure: refused }
    if (draft.postId === null) autosave.touch()
    const failure = await save()
    if (failure !== null) return { ok: false, failure }
    const saved = now().post
    if (saved === null) return { ok: false, failure: EMPTY }
    if (postMode(post) === 'queued' && isSame(when, chosenWhen(post))) return { ok: true, value: saved }
    return bridge.call('posts.schedule', { postId: saved.id, when: whenOf(when) })
  }

  const submit = async (): Promise<Reply<Post>> => {
    state.setState({ sending: true, failure: null })
    const reply = await hand()
    if (reply.ok) state.setState({ sending: false, post: reply.value })
    else state.setState({ sending: false, failure: reply.failure })
    return reply
  }

  const hear = (event: Event): void => {
    const { post, draft, save } = now()
    if (post === null) return
    if (event.kind === 'item-changed' && event.item.postId === post.id) {
      state.setState({ post: withItem(post, event.item) })
    }
    if (event.kind !== 'post-changed' || event.post.id !== post.id || event.post.updatedAt < post.updatedAt) return
    // Changed elsewhere while nothing here waits to be saved: the words on the screen follow.
    const clean = save.kind === 'untouched' || save.kind === 'saved'
    const follows = clean && event.post.updatedAt > post.updatedAt
    state.setState({
      post: event.post,
      ...(follows ? { draft: { ...draftOf(event.post), shelved: draft.shelved }, when: chosenWhen(event.post) } : {}),
    })
    if (follows) checking.ask(writtenOf(now().draft))
  }

  if (unsaved) touched()
  else checking.ask(writtenOf(draft))

  return {
    key: crypto.randomUUID(),
    state,
    change,
    setScope: (scope) => state.setState({ scope }),
    setWhen: (when) => state.setState({ when, failure: null }),
    addFiles: (files) => {
      const { scope } = now()
      for (const file of files) {
        const key = crypto.randomUUID()
        const upload: Upload = { key, name: file.name, scope, file, state: { kind: 'waiting' } }
        state.setState((s) => ({ uploads: [...s.uploads, upload] }))
        enqueue(key)
      }
    },
    retryUpload: enqueue,
    dropUpload: (key) => setUpload(key, null),
    save,
    submit,
    hear,
    drop: () => {
      checking.stop()
      autosave.stop()
      mirror.clear()
      mirror.close()
    },
    close: () => {
      closed = true
      checking.stop()
      if (postMode(now().post) === 'queued') autosave.stop()
      else void autosave.flush()
      const { kind } = now().save
      if (kind === 'untouched' || kind === 'saved') mirror.close()
    },
  }
}

const EMPTY: Failure = {
  code: 'empty-post',
  message: 'There is nothing to publish yet.',
  next: 'Write something, or attach a picture.',
  field: 'text',
}

const refuseDraft = (draft: Draft, uploads: readonly Upload[]): Failure | null => {
  if (isBlank(draft)) return EMPTY
  if (draft.targets.length === 0) {
    return {
      code: 'no-account',
      message: 'No account is chosen for this post.',
      next: 'Choose at least one account above the text.',
      field: 'targets',
    }
  }
  const failed = uploads.find((upload) => upload.state.kind === 'failed')
  if (failed === undefined) return null
  return {
    code: 'media-unreadable',
    message: `"${failed.name}" could not be attached.`,
    next: 'Try it again, or remove it from the post.',
    field: 'media',
  }
}

const isSame = (a: WhenChoice, b: WhenChoice): boolean =>
  a.kind === 'now' || b.kind === 'now' ? a.kind === b.kind : a.wall === b.wall && a.zone === b.zone

const withItem = (post: Post, item: Item): Post => ({
  ...post,
  items: post.items.map((one) => (one.id === item.id && one.updatedAt <= item.updatedAt ? item : one)),
})
