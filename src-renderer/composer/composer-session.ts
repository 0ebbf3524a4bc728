import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge, OpenedFile } from '../../src-preload/contract/bridge.ts'
import type { Event } from '../../src-preload/contract/events.ts'
import type { Failure, Reply } from '../../src-preload/contract/failure.ts'
import type { Input } from '../../src-preload/contract/methods.ts'
import type { Item } from '../../src-preload/contract/model/item.ts'
import type { Media } from '../../src-preload/contract/model/media.ts'
import type { Post, TargetCheck } from '../../src-preload/contract/model/post.ts'
import type { MediaShelf } from '../bridge/media-shelf.ts'
import type { Timers } from '../time/timers.ts'
import { createAutosave, type SaveState } from './draft/autosave.ts'
import { createCheckLoop } from './draft/check-loop.ts'
import {
  changeDraft,
  type Draft,
  type DraftChange,
  draftOf,
  EVERYONE,
  isBlank,
  type Scope,
  writtenOf,
} from './draft/draft.ts'
import type { DraftMirror } from './draft/draft-mirror.ts'
import { postMode } from './draft/post-mode.ts'
import { emptyPost, refuseDraft } from './draft/refuse-draft.ts'
import type { Upload } from './media/upload.ts'
import { createUploadQueue } from './media/upload-queue.ts'
import { createForecastLoop, type Forecast } from './send/forecast-loop.ts'
import { LIMIT_FAILURES } from './send/forecast-words.ts'
import { moveSome, retimed } from './send/retimed.ts'
import { chosenWhen, isSameChoice, type WhenChoice, whenOf } from './send/when-choice.ts'

export type SessionState = {
  readonly draft: Draft
  /** The post as the core last told it; null before the first save. */
  readonly post: Post | null
  readonly scope: Scope
  readonly save: SaveState
  readonly checks: ReadonlyMap<string, TargetCheck>
  readonly uploads: readonly Upload[]
  readonly when: WhenChoice
  /** What sending would take, and when it could be; null until it is known, or when it is reserved already. */
  readonly forecast: Forecast | null
  /** Between the press of the button and the core's word. */
  readonly sending: boolean
  /** Why it was not sent. */
  readonly failure: Failure | null
  /** The account whose settings were asked for last, and which of them. A new object each time. */
  readonly asked: { accountId: string; option: string | null } | null
}

/** One post being written, from the first letter to the moment it is handed over. */
export type ComposerSession = {
  /** Tells this session from others while it has no post. */
  readonly key: string
  readonly state: StoreApi<SessionState>
  change(change: DraftChange): void
  setScope(scope: Scope): void
  setWhen(when: WhenChoice): void
  /** Brings an account's settings into view, at one of them where it is named. */
  showOptions(accountId: string, option: string | null): void
  addFiles(files: readonly (File | OpenedFile)[]): void
  /** Puts a picture that was cut or turned in the place of what it was made from. */
  replaceMedia(mediaId: string, by: Media): void
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

export type Opening = {
  draft: Draft
  post: Post | null
  /** When it is to go out unless it has a time already. */
  when: WhenChoice
  /** The draft holds words that the core does not have. */
  unsaved: boolean
}

type Written = Input<'posts.check'>

export const createComposerSession = (
  tools: SessionTools,
  { draft, post, when, unsaved }: Opening,
): ComposerSession => {
  const { bridge, shelf, timers } = tools
  const mirror = tools.mirror.open()
  let closed = false

  const state = createStore<SessionState>(() => ({
    draft,
    post,
    scope: EVERYONE,
    save: { kind: 'untouched' },
    checks: new Map(),
    uploads: [],
    when: chosenWhen(post, when),
    forecast: null,
    sending: false,
    failure: null,
    asked: null,
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
    (written: Written) => bridge.call('posts.check', written),
    (reply) => {
      // Without an answer the last counters stay; saving says that the core is gone.
      if (reply.ok) state.setState({ checks: new Map(reply.value.targets.map((one) => [one.accountId, one])) })
    },
    timers,
  )

  const forecasting = createForecastLoop(tools, (forecast) => {
    const refused = forecast?.entries.some((one) => one.at === null) === true
    // What a limit refused before may go now that there is room.
    state.setState(({ failure }) => ({
      forecast,
      failure: failure !== null && LIMIT_FAILURES.has(failure.code) && !refused ? null : failure,
    }))
  })
  const foresee = (): void => forecasting.ask(now())

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
    if (after.targets !== before.targets || after.zone !== before.zone) foresee()
  }

  const uploads = createUploadQueue({
    list: () => now().uploads,
    put: (list) => state.setState({ uploads: list }),
    add: (input) => bridge.call('media.add', input),
    addFile: bridge.addFile,
    onAdded: (media, scope) => {
      shelf.put(media)
      change({ kind: 'add-media', scope, mediaId: media.id })
    },
  })

  const save = async (): Promise<Failure | null> => {
    if (now().save.kind === 'unsaved') autosave.touch()
    return autosave.flush()
  }

  const hand = async (): Promise<Reply<Post>> => {
    await uploads.settled()
    const { draft, post, when: chosen } = now()
    const refused = refuseDraft(draft, now().uploads)
    if (refused !== null) return { ok: false, failure: refused }
    if (draft.postId === null) autosave.touch()
    const failure = await save()
    if (failure !== null) return { ok: false, failure }
    const saved = now().post
    if (saved === null) return { ok: false, failure: emptyPost() }
    if (postMode(post) !== 'queued' || !isSameChoice(chosen, chosenWhen(post))) {
      return bridge.call('posts.schedule', { postId: saved.id, when: whenOf(chosen) })
    }
    return moveSome(bridge, saved, retimed(post, draft, chosen))
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
    // What others take of a limit changes what is left for this one.
    if (event.kind === 'item-changed' || event.kind === 'account-changed' || event.kind === 'quota-changed') foresee()
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
      ...(follows
        ? { draft: { ...draftOf(event.post), shelved: draft.shelved }, when: chosenWhen(event.post, when) }
        : {}),
    })
    if (follows) checking.ask(writtenOf(now().draft))
  }

  if (unsaved) touched()
  else checking.ask(writtenOf(draft))
  foresee()

  return {
    key: crypto.randomUUID(),
    state,
    change,
    setScope: (scope) => state.setState({ scope }),
    setWhen: (choice) => {
      state.setState({ when: choice, failure: null })
      foresee()
    },
    showOptions: (accountId, option) => state.setState({ asked: { accountId, option } }),
    replaceMedia: (mediaId, by) => {
      shelf.put(by)
      change({ kind: 'replace-media', scope: now().scope, mediaId, by: by.id })
    },
    addFiles: (files) => uploads.add(files, now().scope),
    retryUpload: uploads.retry,
    dropUpload: uploads.drop,
    save,
    submit,
    hear,
    drop: () => {
      checking.stop()
      forecasting.stop()
      autosave.stop()
      mirror.clear()
      mirror.close()
    },
    close: () => {
      closed = true
      checking.stop()
      forecasting.stop()
      if (postMode(now().post) === 'queued') autosave.stop()
      else void autosave.flush()
      const { kind } = now().save
      if (kind === 'untouched' || kind === 'saved') mirror.close()
    },
  }
}

const withItem = (post: Post, item: Item): Post => ({
  ...post,
  items: post.items.map((one) => (one.id === item.id && one.updatedAt <= item.updatedAt ? item : one)),
})
