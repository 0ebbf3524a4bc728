import type { Attachment } from '../../../src-preload/contract/model/media.ts'
import type { Override } from '../../../src-preload/contract/model/item.ts'
import type { Post } from '../../../src-preload/contract/model/post.ts'
import { targetsOf, withoutTime } from './own-times.ts'
import type { Input } from '../../../src-preload/contract/methods.ts'

/** Which text is being written: the one for everyone, or one account's own. */
export type Scope = { kind: 'everyone' } | { kind: 'account'; accountId: string }
export const EVERYONE: Scope = { kind: 'everyone' }

/** A post as it is being written here, ahead of what the core has saved. */
export type Draft = {
  /** Null until the core has saved it once. */
  readonly postId: string | null
  readonly text: string
  readonly media: readonly Attachment[]
  readonly thread: boolean
  /** The parts of a thread say which they are of how many. */
  readonly numbered: boolean
  /** Marks such as `**bold**` are read as emphasis. */
  readonly rich: boolean
  /** Files that break a channel's limits are refused instead of fitted. */
  readonly strict: boolean
  readonly tags: readonly string[]
  /** By channel, what all its accounts are told. One that was emptied stays, or the core would keep what it had. */
  readonly options: Readonly<Record<string, Options>>
  readonly zone: string
  readonly targets: readonly { readonly accountId: string; readonly override: Override }[]
  /** What was written for accounts that were taken out again: kept, in case they come back. */
  readonly shelved: Readonly<Record<string, Override>>
}

/** What a channel is told beside the content. */
export type Options = Readonly<Record<string, unknown>>

/** Whom options are for: all accounts of a channel, or one of them, whose own win. */
export type OptionsPlace = { kind: 'channel'; channel: string } | { kind: 'account'; accountId: string }

/** A time that is one account's alone. */
export type OwnTime = NonNullable<Override['time']>

export type DraftChange =
  | { kind: 'text'; scope: Scope; text: string }
  | { kind: 'add-media'; scope: Scope; mediaId: string }
  | { kind: 'remove-media'; scope: Scope; mediaId: string }
  | { kind: 'move-media'; scope: Scope; mediaId: string; to: number }
  | { kind: 'alt'; scope: Scope; mediaId: string; alt: string }
  | { kind: 'toggle-account'; accountId: string }
  | { kind: 'reset-override'; accountId: string }
  /** Whether the network publishes it by its own schedule. */
  | { kind: 'hand-over'; accountId: string; on: boolean }
  /** Null: it goes out with the others. */
  | { kind: 'own-time'; accountId: string; time: OwnTime | null }
  /** Another file in the place of one, described as it was. */
  | { kind: 'replace-media'; scope: Scope; mediaId: string; by: string }
  | { kind: 'thread'; on: boolean }
  | { kind: 'numbered'; on: boolean }
  | { kind: 'rich'; on: boolean }
  /** Null: an account goes by its channel's. */
  | { kind: 'options'; place: OptionsPlace; options: Options | null }
  | { kind: 'strict'; on: boolean }
  | { kind: 'add-tag'; tag: string }
  | { kind: 'remove-tag'; tag: string }
  | { kind: 'zone'; zone: string }

export const emptyDraft = (zone: string, accountIds: readonly string[] = []): Draft => ({
  postId: null,
  text: '',
  media: [],
  thread: false,
  numbered: false,
  rich: false,
  strict: false,
  tags: [],
  options: {},
  zone,
  targets: accountIds.map((accountId) => ({ accountId, override: {} })),
  shelved: {},
})

export const draftOf = (post: Post): Draft => ({
  postId: post.id,
  text: post.text,
  media: post.media,
  thread: post.thread,
  numbered: post.numbered,
  rich: post.rich,
  strict: post.strict,
  tags: post.tags,
  options: post.options,
  zone: post.zone,
  targets: targetsOf(post),
  shelved: {},
})

/** The same words again as a new post. */
export const copyOf = (draft: Draft): Draft => ({ ...draft, postId: null })

/** The same, for times that have yet to be chosen. */
export const untimed = (draft: Draft): Draft => ({
  ...draft,
  targets: draft.targets.map(({ accountId, override }) => ({ accountId, override: withoutTime(override) })),
})

/** What the core is told. */
export const writtenOf = (draft: Draft): Input<'posts.save'> => ({
  ...(draft.postId === null ? {} : { postId: draft.postId }),
  text: draft.text,
  media: [...draft.media],
  thread: draft.thread,
  numbered: draft.numbered,
  rich: draft.rich,
  strict: draft.strict,
  tags: [...draft.tags],
  options: draft.options,
  zone: draft.zone,
  targets: draft.targets.map(({ accountId, override }) => ({ accountId, override })),
})

/** Whether there is anything worth keeping: chosen accounts alone are not. */
export const isBlank = (draft: Draft): boolean =>
  draft.text.trim() === '' &&
  draft.media.length === 0 &&
  draft.tags.length === 0 &&
  Object.values(draft.options).every(isEmpty) &&
  draft.targets.every(
    ({ override: { text = '', media = [], options = {} } }) =>
      text.trim() === '' && media.length === 0 && isEmpty(options),
  )

const isEmpty = (options: Options): boolean => Object.keys(options).length === 0

/** What was set in one place. Null: the account has nothing of its own. */
export const optionsIn = (draft: Pick<Draft, 'options' | 'targets'>, place: OptionsPlace): Options | null =>
  place.kind === 'channel' ? (draft.options[place.channel] ?? {}) : (overrideOf(draft, place.accountId).options ?? null)

export const timeOf = (draft: Draft, accountId: string): OwnTime | null => overrideOf(draft, accountId).time ?? null

export const isHandedOver = (draft: Draft, accountId: string): boolean => overrideOf(draft, accountId).handOver === true

const overrideOf = (draft: Pick<Draft, 'targets'>, accountId: string): Override =>
  draft.targets.find((target) => target.accountId === accountId)?.override ?? {}

export const textOf = (draft: Pick<Draft, 'text' | 'targets'>, scope: Scope): string =>
  scope.kind === 'everyone' ? draft.text : (overrideOf(draft, scope.accountId).text ?? draft.text)

export const mediaOf = (draft: Pick<Draft, 'media' | 'targets'>, scope: Scope): readonly Attachment[] =>
  scope.kind === 'everyone' ? draft.media : (overrideOf(draft, scope.accountId).media ?? draft.media)

/** Whether the account says something else than everyone. */
export const differs = (draft: Pick<Draft, 'targets'>, accountId: string): boolean => {
  const { text, media } = overrideOf(draft, accountId)
  return text !== undefined || media !== undefined
}

/** One change, and the draft after it. The same draft comes back when nothing changed. */
export const changeDraft = (draft: Draft, change: DraftChange): Draft => {
  switch (change.kind) {
    case 'text':
      return textOf(draft, change.scope) === change.text ? draft : write(draft, change.scope, { text: change.text })
    case 'add-media':
      return mediaOf(draft, change.scope).some((one) => one.mediaId === change.mediaId)
        ? draft
        : rearrange(draft, change.scope, (media) => [...media, { mediaId: change.mediaId, alt: '' }])
    case 'remove-media':
      return rearrange(draft, change.scope, (media) => media.filter((one) => one.mediaId !== change.mediaId))
    case 'move-media':
      return rearrange(draft, change.scope, (media) => moved(media, change.mediaId, change.to))
    case 'alt':
      return rearrange(draft, change.scope, (media) =>
        media.map((one) => (one.mediaId === change.mediaId ? { ...one, alt: change.alt } : one)),
      )
    case 'toggle-account':
      return toggled(draft, change.accountId)
    case 'reset-override': {
      const { text: _, media: __, ...rest } = overrideOf(draft, change.accountId)
      return withOverride(draft, change.accountId, rest)
    }
    case 'hand-over': {
      const { handOver: _, ...override } = overrideOf(draft, change.accountId)
      return withOverride(draft, change.accountId, change.on ? { ...override, handOver: true } : override)
    }
    case 'own-time': {
      const override = withoutTime(overrideOf(draft, change.accountId))
      return withOverride(draft, change.accountId, change.time === null ? override : { ...override, time: change.time })
    }
    case 'replace-media':
      return rearrange(draft, change.scope, (media) =>
        media
          .filter((one) => one.mediaId !== change.by || change.by === change.mediaId)
          .map((one) => (one.mediaId === change.mediaId ? { ...one, mediaId: change.by } : one)),
      )
    case 'thread':
      return { ...draft, thread: change.on }
    case 'numbered':
      return { ...draft, numbered: change.on }
    case 'rich':
      return { ...draft, rich: change.on }
    case 'options':
      return tell(draft, change.place, change.options)
    case 'strict':
      return { ...draft, strict: change.on }
    case 'add-tag': {
      const tag = change.tag.trim().replace(/^#/, '').slice(0, 64)
      const known = draft.tags.some((one) => one.toLowerCase() === tag.toLowerCase())
      return tag === '' || known || draft.tags.length >= 50 ? draft : { ...draft, tags: [...draft.tags, tag] }
    }
    case 'remove-tag':
      return { ...draft, tags: draft.tags.filter((tag) => tag !== change.tag) }
    case 'zone':
      return { ...draft, zone: change.zone }
  }
}

const write = (draft: Draft, scope: Scope, what: Override): Draft =>
  scope.kind === 'everyone'
    ? { ...draft, text: what.text ?? draft.text, media: what.media ?? draft.media }
    : withOverride(draft, scope.accountId, { ...overrideOf(draft, scope.accountId), ...what })

const rearrange = (draft: Draft, scope: Scope, by: (media: readonly Attachment[]) => readonly Attachment[]): Draft =>
  write(draft, scope, { media: [...by(mediaOf(draft, scope))] })

const tell = (draft: Draft, place: OptionsPlace, told: Options | null): Draft => {
  if (place.kind === 'channel') return { ...draft, options: { ...draft.options, [place.channel]: told ?? {} } }
  const { options: _, ...rest } = overrideOf(draft, place.accountId)
  return withOverride(draft, place.accountId, told === null ? rest : { ...rest, options: told })
}

const withOverride = (draft: Draft, accountId: string, override: Override): Draft => ({
  ...draft,
  targets: draft.targets.map((target) => (target.accountId === accountId ? { accountId, override } : target)),
})

const toggled = (draft: Draft, accountId: string): Draft => {
  const chosen = draft.targets.find((target) => target.accountId === accountId)
  if (chosen === undefined) {
    const override = draft.shelved[accountId] ?? {}
    return { ...draft, targets: [...draft.targets, { accountId, override }] }
  }
  return {
    ...draft,
    targets: draft.targets.filter((target) => target !== chosen),
    shelved: { ...draft.shelved, [accountId]: chosen.override },
  }
}

const moved = (media: readonly Attachment[], mediaId: string, to: number): readonly Attachment[] => {
  const one = media.find((candidate) => candidate.mediaId === mediaId)
  if (one === undefined) return media
  const others = media.filter((candidate) => candidate !== one)
  return others.toSpliced(Math.max(0, Math.min(to, others.length)), 0, one)
}
