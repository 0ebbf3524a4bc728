import { expect, test } from 'vitest'
import { createChannels } from '../../src-main/channels/index.ts'
import { changeDraft, type Draft, emptyDraft, isBlank, writtenOf } from '../../src-renderer/composer/draft/draft.ts'
import { optionFields } from '../../src-renderer/composer/options/option-fields.ts'
import { optionSections, sayInPlace, sayProblem } from '../../src-renderer/composer/options/option-groups.ts'
import { tools } from '../channels/channel-world.ts'
import { makeAccount } from './memory-bridge.ts'

const channels = [...createChannels(tools).values()].map(({ descriptor }) => descriptor)
const alice = makeAccount({ channel: 'mastodon', name: 'Alice' })
const bob = makeAccount({ channel: 'mastodon', name: 'Bob' })
const tick = makeAccount({ channel: 'tiktok', name: 'Tick' })
const known = { accounts: [alice, bob, tick], channels }
const forMastodon = { kind: 'channel', channel: 'mastodon' } as const
const forBob = { kind: 'account', accountId: bob.id } as const

const started = (...accounts: (typeof alice)[]): Draft =>
  emptyDraft(
    'UTC',
    accounts.map(({ id }) => id),
  )
const told = (draft: Draft) =>
  optionSections(draft, known).map(({ account, place, sameAs, choice, options }) => ({
    name: account.name,
    place: place?.kind ?? null,
    sameAs: sameAs?.name ?? null,
    choice,
    options,
  }))

test('one account has one form and no choice', () => {
  expect(told(started(alice, tick))).toEqual([
    { name: 'Alice', place: 'channel', sameAs: null, choice: false, options: {} },
    { name: 'Tick', place: 'channel', sameAs: null, choice: false, options: {} },
  ])
})

test('accounts of one channel share its settings until one goes its own way, which wins over them', () => {
  const shared = changeDraft(started(alice, bob), {
    kind: 'options',
    place: forMastodon,
    options: { visibility: 'unlisted', language: 'en' },
  })
  expect(told(shared)).toMatchObject([
    { name: 'Alice', place: 'channel', choice: true },
    { name: 'Bob', place: null, sameAs: 'Alice', choice: true, options: { visibility: 'unlisted' } },
  ])
  const own = changeDraft(shared, { kind: 'options', place: forBob, options: { visibility: 'private' } })
  expect(told(own)).toMatchObject([
    { name: 'Alice', options: { visibility: 'unlisted', language: 'en' } },
    { name: 'Bob', place: 'account', sameAs: null, options: { visibility: 'private', language: 'en' } },
  ])
  expect(writtenOf(own)).toMatchObject({
    options: { mastodon: { visibility: 'unlisted', language: 'en' } },
    targets: [{ override: {} }, { override: { options: { visibility: 'private' } } }],
  })
  expect(changeDraft(own, { kind: 'options', place: forBob, options: null })).toEqual(shared)
})

test('where the first account goes its own way, the next one shows what they share', () => {
  const own = changeDraft(started(alice, bob), {
    kind: 'options',
    place: { kind: 'account', accountId: alice.id },
    options: {},
  })
  expect(told(own)).toMatchObject([{ place: 'account' }, { name: 'Bob', place: 'channel', sameAs: null }])
})

test('a channel whose settings were cleared is told so, or the core would keep them', () => {
  const set = changeDraft(started(alice), { kind: 'options', place: forMastodon, options: { language: 'en' } })
  const cleared = changeDraft(set, { kind: 'options', place: forMastodon, options: {} })
  expect(writtenOf(cleared).options).toEqual({ mastodon: {} })
  expect([isBlank(set), isBlank(cleared)]).toEqual([false, true])
})

test('taking back an own text leaves the settings of its own', () => {
  const own = changeDraft(started(alice, bob), { kind: 'options', place: forBob, options: { language: 'de' } })
  const texted = changeDraft(own, { kind: 'text', scope: forBob, text: 'Own' })
  expect(changeDraft(texted, { kind: 'reset-override', accountId: bob.id })).toEqual(own)
})

test('a problem names a setting as the form does', () => {
  const fields = optionFields(channels.find(({ key }) => key === 'mastodon')?.options ?? null)
  const problem = {
    severity: 'error',
    code: 'option-invalid',
    message: 'poll_options.0: A choice needs a text.',
    next: 'Correct it.',
    field: 'options',
    option: 'poll_options',
  } as const
  expect(sayProblem(problem, fields)).toBe('Choices of a poll: A choice needs a text.')
  expect(sayInPlace(problem)).toBe('A choice needs a text.')
  expect(sayProblem({ ...problem, message: 'A poll takes no files.' }, fields)).toBe('A poll takes no files.')
})
