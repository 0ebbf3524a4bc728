import { expect, test } from 'vitest'
import {
  changeDraft,
  copyOf,
  differs,
  type Draft,
  draftOf,
  emptyDraft,
  EVERYONE,
  isBlank,
  isHandedOver,
  mediaOf,
  textOf,
  writtenOf,
} from '../../src-renderer/composer/draft/draft.ts'
import { makeAccount, makeItem, makePost } from './memory-bridge.ts'

const [alice, bob] = ['acc_alice', 'acc_bob'] as const
const forAlice = { kind: 'account', accountId: alice } as const
const started = (): Draft => emptyDraft('Europe/Berlin', [alice, bob])
const write = (draft: Draft, text: string) => changeDraft(draft, { kind: 'text', scope: EVERYONE, text })
const attach = (draft: Draft, ...ids: string[]) =>
  ids.reduce((before, mediaId) => changeDraft(before, { kind: 'add-media', scope: EVERYONE, mediaId }), draft)

test('one text is everyone’s until an account gets its own', () => {
  const shared = write(started(), 'Hello')
  expect(textOf(shared, forAlice)).toBe('Hello')
  expect(differs(shared, alice)).toBe(false)

  const own = changeDraft(shared, { kind: 'text', scope: forAlice, text: 'Hello, Alice here' })
  expect(textOf(own, forAlice)).toBe('Hello, Alice here')
  expect(textOf(own, EVERYONE)).toBe('Hello')
  expect(differs(own, alice)).toBe(true)
  expect(differs(own, bob)).toBe(false)
})

test('an account’s own text stays when the shared one changes, and goes when it is reset', () => {
  const own = changeDraft(write(started(), 'One'), { kind: 'text', scope: forAlice, text: 'Own' })
  const later = write(own, 'Two')
  expect(textOf(later, forAlice)).toBe('Own')
  const reset = changeDraft(later, { kind: 'reset-override', accountId: alice })
  expect(textOf(reset, forAlice)).toBe('Two')
})

test('an empty own text is a text, not a missing one', () => {
  const own = changeDraft(write(started(), 'One'), { kind: 'text', scope: forAlice, text: '' })
  expect(textOf(own, forAlice)).toBe('')
  expect(differs(own, alice)).toBe(true)
})

test('keeps what was written for an account that is taken out and put back', () => {
  const own = changeDraft(started(), { kind: 'text', scope: forAlice, text: 'Only for Alice' })
  const without = changeDraft(own, { kind: 'toggle-account', accountId: alice })
  expect(without.targets.map((target) => target.accountId)).toEqual([bob])
  const again = changeDraft(without, { kind: 'toggle-account', accountId: alice })
  expect(textOf(again, forAlice)).toBe('Only for Alice')
})

test('the core is not told of accounts that were taken out', () => {
  const own = changeDraft(started(), { kind: 'text', scope: forAlice, text: 'Only for Alice' })
  const written = writtenOf(changeDraft(own, { kind: 'toggle-account', accountId: alice }))
  expect(written.targets).toEqual([{ accountId: bob, override: {} }])
  expect(written).not.toHaveProperty('shelved')
  expect(written).not.toHaveProperty('postId')
})

test('files keep their order, move, and lose neither place nor description', () => {
  const three = attach(started(), 'a', 'b', 'c')
  const described = changeDraft(three, { kind: 'alt', scope: EVERYONE, mediaId: 'b', alt: 'A bridge' })
  const moved = changeDraft(described, { kind: 'move-media', scope: EVERYONE, mediaId: 'b', to: 0 })
  expect(mediaOf(moved, EVERYONE)).toEqual([
    { mediaId: 'b', alt: 'A bridge' },
    { mediaId: 'a', alt: '' },
    { mediaId: 'c', alt: '' },
  ])
  const far = changeDraft(moved, { kind: 'move-media', scope: EVERYONE, mediaId: 'b', to: 99 })
  expect(far.media.map((one) => one.mediaId)).toEqual(['a', 'c', 'b'])
})

test('the same file is attached once', () => {
  const once = attach(started(), 'a')
  expect(attach(once, 'a')).toBe(once)
})

test('an account’s own files begin with the shared ones', () => {
  const shared = attach(started(), 'a')
  const own = changeDraft(shared, { kind: 'add-media', scope: forAlice, mediaId: 'b' })
  expect(mediaOf(own, forAlice).map((one) => one.mediaId)).toEqual(['a', 'b'])
  expect(mediaOf(own, EVERYONE).map((one) => one.mediaId)).toEqual(['a'])
})

test('tags are trimmed, lose their hash, and come once whatever their case', () => {
  const add = (draft: Draft, tag: string) => changeDraft(draft, { kind: 'add-tag', tag })
  const tagged = ['  news ', '#News', '', 'travel'].reduce(add, started())
  expect(tagged.tags).toEqual(['news', 'travel'])
  expect(changeDraft(tagged, { kind: 'remove-tag', tag: 'news' }).tags).toEqual(['travel'])
})

test('a change that changes nothing gives the same draft back', () => {
  const draft = write(started(), 'Hello')
  expect(write(draft, 'Hello')).toBe(draft)
})

test('chosen accounts alone are nothing worth keeping; words, files, tags and own words are', () => {
  expect(isBlank(started())).toBe(true)
  expect(isBlank(write(started(), ' \n '))).toBe(true)
  expect(isBlank(write(started(), 'x'))).toBe(false)
  expect(isBlank(attach(started(), 'a'))).toBe(false)
  expect(isBlank(changeDraft(started(), { kind: 'add-tag', tag: 'x' }))).toBe(false)
  expect(isBlank(changeDraft(started(), { kind: 'text', scope: forAlice, text: 'x' }))).toBe(false)
})

test('a post becomes a draft with its overrides, and a copy of it is a new post', () => {
  const account = makeAccount({ name: 'Alice' })
  const post = makePost({ text: 'Shared', tags: ['x'], thread: true })
  post.items = [makeItem(post, account, { override: { text: 'Own' } })]
  const draft = draftOf(post)
  expect(textOf(draft, { kind: 'account', accountId: account.id })).toBe('Own')
  const { postId, ...words } = writtenOf(draft)
  expect(postId).toBe(post.id)
  expect(writtenOf(copyOf(draft))).toEqual(words)
})

test('who publishes it is chosen target by target, and goes with what the target says of its own', () => {
  const own = changeDraft(started(), { kind: 'text', scope: forAlice, text: 'Hello, Alice here' })
  const given = changeDraft(own, { kind: 'hand-over', accountId: alice, on: true })
  expect([isHandedOver(given, alice), isHandedOver(given, bob)]).toEqual([true, false])
  expect(writtenOf(given).targets?.[0]?.override).toEqual({ text: 'Hello, Alice here', handOver: true })
  expect(changeDraft(given, { kind: 'hand-over', accountId: alice, on: false })).toEqual(own)
})
