import { expect, test } from 'vitest'
import type { Post } from '../../src-preload/contract/model/post.ts'
import { createMediaShelf } from '../../src-renderer/bridge/media-shelf.ts'
import { createComposerSession } from '../../src-renderer/composer/composer-session.ts'
import { draftOf, emptyDraft, EVERYONE } from '../../src-renderer/composer/draft/draft.ts'
import { createDraftMirror } from '../../src-renderer/composer/draft/draft-mirror.ts'
import { NOW } from '../../src-renderer/composer/send/when-choice.ts'
import { createManualStorage } from './manual-storage.ts'
import { createManualTimers } from './manual-timers.ts'
import { createMemoryBridge, emptyWorld, makeAccount, makeItem, makePost } from './memory-bridge.ts'
import { failure } from './memory-kit.ts'

const setUp = (given?: (account: ReturnType<typeof makeAccount>) => Post) => {
  const world = emptyWorld()
  const account = makeAccount({ name: 'Alice' })
  world.accounts.push(account)
  const post = given?.(account) ?? null
  if (post !== null) world.posts.set(post.id, post)
  const bridge = createMemoryBridge(world)
  const timers = createManualTimers()
  const storage = createManualStorage()
  const mirror = createDraftMirror({ storage, locks: null }, timers.now)
  const session = createComposerSession(
    { bridge, timers, mirror, shelf: createMediaShelf(bridge) },
    post === null
      ? { draft: emptyDraft('Europe/Berlin', [account.id]), post, when: NOW, unsaved: false }
      : { draft: draftOf(post), post, when: NOW, unsaved: false },
  )
  bridge.subscribe(session.hear)
  const type = (text: string): void => session.change({ kind: 'text', scope: EVERYONE, text })
  const calls = (method: string): unknown[] =>
    bridge.calls.filter((call) => call.method === method).map((call) => call.input)
  return { bridge, world, account, timers, storage, session, type, calls, now: session.state.getState }
}

const queuedPost = (account: ReturnType<typeof makeAccount>): Post => {
  const post = makePost({ text: 'Queued words', status: 'scheduled' })
  const at = '2026-12-01T08:00:00.000Z'
  const schedule = { wall: '2026-12-01T09:00', zone: 'Europe/Berlin', at, shift: null }
  post.items = [makeItem(post, account, { state: 'scheduled', schedule, nextAt: at })]
  return post
}

test('saves what is typed as one post, however often it is saved', async () => {
  const { type, timers, world, now, calls } = setUp()
  type('Hello')
  await timers.pass(1000)
  type('Hello, world')
  await timers.pass(1000)
  expect(calls('posts.save')).toHaveLength(2)
  expect([...world.posts.values()].map((post) => post.text)).toEqual(['Hello, world'])
  expect(now().save).toMatchObject({ kind: 'saved' })
})

test('makes no post of a blank page', async () => {
  const { session, account, timers, calls } = setUp()
  session.change({ kind: 'toggle-account', accountId: account.id })
  await timers.pass(5000)
  expect(calls('posts.save')).toEqual([])
})

test('writes every keystroke down beside the page until it is saved', async () => {
  const { type, timers, storage } = setUp()
  type('Not yet saved')
  expect([...storage.kept.values()].join()).toContain('Not yet saved')
  await timers.pass(1000)
  expect(storage.kept.size).toBe(0)
})

test('loses nothing when saving fails, and saves it later by itself', async () => {
  const { type, timers, world, storage, now } = setUp()
  world.failing.set('posts.save', failure('disk-full', 'The disk is full.'))
  type('Precious words')
  await timers.pass(1000)
  expect(now().save).toMatchObject({ kind: 'failed' })
  expect(now().draft.text).toBe('Precious words')
  expect([...storage.kept.values()].join()).toContain('Precious words')
  world.failing.clear()
  await timers.pass(10_000)
  expect([...world.posts.values()].map((post) => post.text)).toEqual(['Precious words'])
  expect(storage.kept.size).toBe(0)
})

test('saves before it schedules, and schedules for the chosen time', async () => {
  const { type, session, calls, bridge } = setUp()
  type('On time')
  session.setWhen({ kind: 'at', wall: '2026-12-01T09:00', zone: 'Europe/Berlin' })
  const reply = await session.submit()
  expect(reply.ok).toBe(true)
  expect(bridge.calls.map((call) => call.method).filter((method) => method.startsWith('posts.s'))).toEqual([
    'posts.save',
    'posts.schedule',
  ])
  expect(calls('posts.schedule')).toEqual([
    { postId: reply.ok && reply.value.id, when: { kind: 'at', wall: '2026-12-01T09:00', zone: 'Europe/Berlin' } },
  ])
})

test('says what is missing without asking the core', async () => {
  const { session, type, account, now, calls } = setUp()
  await session.submit()
  expect(now().failure).toMatchObject({ code: 'empty-post' })
  type('Words for nobody')
  expect(now().failure).toBeNull()
  session.change({ kind: 'toggle-account', accountId: account.id })
  await session.submit()
  expect(now().failure).toMatchObject({ code: 'no-account' })
  expect(calls('posts.schedule')).toEqual([])
})

test('keeps the words and says why when the core refuses', async () => {
  const { session, type, world, now } = setUp()
  world.failing.set('posts.schedule', failure('in-the-past', 'This time has passed.', 'Choose a later one.'))
  type('Too late')
  await session.submit()
  expect(now()).toMatchObject({ sending: false, failure: { code: 'in-the-past' }, draft: { text: 'Too late' } })
})

test('changes a queued post only when the person says so, and leaves its time alone', async () => {
  const { session, type, timers, world, storage, calls, now } = setUp(queuedPost)
  type('Half a sent')
  await timers.pass(60_000)
  expect(calls('posts.save')).toEqual([])
  expect(now().save).toEqual({ kind: 'unsaved' })
  expect([...storage.kept.values()].join()).toContain('Half a sent')
  type('A whole sentence')
  await session.submit()
  expect([...world.posts.values()].map((post) => post.text)).toEqual(['A whole sentence'])
  expect(calls('posts.schedule')).toEqual([])
  expect(storage.kept.size).toBe(0)
})

test('schedules a queued post anew when another time was chosen', async () => {
  const { session, calls } = setUp(queuedPost)
  expect(session.state.getState().when).toEqual({ kind: 'at', wall: '2026-12-01T09:00', zone: 'Europe/Berlin' })
  session.setWhen({ kind: 'at', wall: '2026-12-02T09:00', zone: 'Europe/Berlin' })
  await session.submit()
  expect(calls('posts.schedule')).toMatchObject([{ when: { wall: '2026-12-02T09:00' } }])
})

test('goes back to saving by itself once a queued post is cancelled', async () => {
  const { session, bridge, type, timers, calls, now } = setUp(queuedPost)
  const [item] = now().post?.items ?? []
  await bridge.call('items.cancel', { itemId: item?.id ?? '' })
  type('Free to write')
  await timers.pass(1000)
  expect(calls('posts.save')).toHaveLength(1)
  session.close()
})

test('follows a change from elsewhere, but never over words that are not saved', async () => {
  const { bridge, type, timers, now } = setUp()
  type('Mine')
  await timers.pass(1000)
  const post = now().post
  if (post === null) throw new Error('the post was not saved')
  const later = (seconds: number): string => new Date(Date.parse(post.updatedAt) + seconds * 1000).toISOString()
  bridge.emit({ kind: 'post-changed', post: { ...post, text: 'From the command line', updatedAt: later(5) } })
  expect(now().draft.text).toBe('From the command line')
  bridge.emit({ kind: 'post-changed', post: { ...post, text: 'Old news', updatedAt: later(1) } })
  expect(now().draft.text).toBe('From the command line')
  type('Mine again')
  bridge.emit({ kind: 'post-changed', post: { ...post, text: 'Theirs', updatedAt: later(9) } })
  expect(now().draft.text).toBe('Mine again')
})

test('refuses an empty file where it stands, keeps the words, and can be told to forget it', async () => {
  const { session, type, timers, now } = setUp()
  type('With a picture')
  session.addFiles([new File([], 'nothing.png')])
  await timers.pass(0)
  const [upload] = now().uploads
  expect(upload).toMatchObject({
    name: 'nothing.png',
    state: { kind: 'failed', failure: { code: 'media-unreadable' } },
  })
  await session.submit()
  expect(now().failure?.message).toContain('nothing.png')
  session.dropUpload(upload?.key ?? '')
  expect(now().uploads).toEqual([])
  expect((await session.submit()).ok).toBe(true)
})

test('saves on its way out', async () => {
  const { session, type, timers, world, storage } = setUp()
  type('Last words')
  session.close()
  await timers.pass(0)
  expect([...world.posts.values()].map((post) => post.text)).toEqual(['Last words'])
  expect(storage.kept.size).toBe(0)
})

test('asks what sending would take, again when the time, the accounts or the limits change', async () => {
  const { session, timers, calls, world, account, bridge, now } = setUp()
  world.rules.forecasts.set(account.id, { credits: 3, reason: 'Nothing is left today.' })
  await timers.pass(100)
  expect(now().forecast?.entries).toMatchObject([
    { accountId: account.id, credits: 3, reason: 'Nothing is left today.' },
  ])
  expect(calls('quota.forecast')).toEqual([{ accountIds: [account.id], when: { kind: 'now' }, zone: 'Europe/Berlin' }])

  session.setWhen({ kind: 'slot', planId: 'slp_1' })
  await timers.pass(100)
  expect(calls('quota.forecast').at(-1)).toMatchObject({ when: { kind: 'slot', planId: 'slp_1' } })

  world.rules.forecasts.clear()
  bridge.emit({ kind: 'quota-changed' })
  await timers.pass(100)
  expect(now().forecast?.entries).toMatchObject([{ credits: 0, reason: null }])

  session.change({ kind: 'toggle-account', accountId: account.id })
  await timers.pass(100)
  expect(now().forecast).toBeNull()
})

test('what is queued holds its part of the limits, so nothing is foretold of it', async () => {
  const { timers, calls, now } = setUp(queuedPost)
  await timers.pass(100)
  expect(now().forecast).toBeNull()
  expect(calls('quota.forecast')).toEqual([])
})

test('a post is handed over for the next free slot, and one that is queued keeps its time until another is chosen', async () => {
  const { session, type, calls, world } = setUp()
  const times = [{ day: 1, time: '09:00' }]
  world.rules.plans.push({ id: 'slp_1', name: 'My week', zone: 'UTC', times, createdAt: '2026-11-01T08:00:00.000Z' })
  type('For the next slot')
  session.setWhen({ kind: 'slot', planId: 'slp_1' })
  const reply = await session.submit()
  expect(reply).toMatchObject({ ok: true, value: { items: [{ state: 'scheduled', slot: { planId: 'slp_1' } }] } })
  expect(calls('posts.schedule')).toMatchObject([{ when: { kind: 'slot', planId: 'slp_1' } }])

  const queued = setUp(queuedPost)
  expect(await queued.session.submit()).toMatchObject({ ok: true })
  expect(queued.calls('posts.schedule')).toEqual([])
})

test('emphasis, numbered parts and settings are saved and checked like the words', async () => {
  const { session, type, timers, world, calls } = setUp()
  type('**Hello**')
  session.change({ kind: 'rich', on: true })
  session.change({ kind: 'numbered', on: true })
  const place = { kind: 'channel', channel: 'folder' } as const
  session.change({ kind: 'options', place, options: { type: 'ARTICLE' } })
  await timers.pass(2000)
  const saved = { rich: true, numbered: true, options: { folder: { type: 'ARTICLE' } } }
  expect([...world.posts.values()]).toMatchObject([saved])
  expect(calls('posts.check').at(-1)).toMatchObject(saved)
})
