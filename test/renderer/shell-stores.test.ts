import { expect, test } from 'vitest'
import type { Item } from '../../src-preload/contract/model/item.ts'
import type { Post } from '../../src-preload/contract/model/post.ts'
import { createDraftsStore } from '../../src-renderer/drafts/drafts-store.ts'
import { createSettingsStore } from '../../src-renderer/settings/settings-store.ts'
import { createFollower } from '../../src-renderer/shell/follower.ts'
import { createHabits } from '../../src-renderer/shell/habits.ts'
import { createPulseStore } from '../../src-renderer/shell/pulse-store.ts'
import { readRoute, type Route, writeRoute } from '../../src-renderer/shell/route.ts'
import { createToastStore } from '../../src-renderer/shell/toast-store.ts'
import { createManualTimers } from './manual-timers.ts'
import { createManualStorage } from './manual-storage.ts'
import { createMemoryBridge, emptyWorld, makeAccount, makeItem, makePost } from './memory-bridge.ts'
import { failure } from './memory-kit.ts'

test('every route can be written into the address and read back', () => {
  const routes: Route[] = [
    { room: 'compose', postId: null },
    { room: 'compose', postId: 'pst_1' },
    { room: 'queue', itemId: null },
    { room: 'queue', itemId: 'itm_1' },
    { room: 'drafts' },
    { room: 'accounts' },
    { room: 'accounts', connect: 'bluesky' },
    { room: 'slots' },
    { room: 'slots', planId: 'slp_1' },
    { room: 'settings' },
    { room: 'settings', page: 'limits' },
  ]
  for (const route of routes) expect(readRoute(writeRoute(route))).toEqual(route)
})

test('an address that says nothing leads to writing', () => {
  for (const hash of ['', '#', '#/', '#/nowhere/4']) expect(readRoute(hash)).toEqual({ room: 'compose', postId: null })
})

test('the same notice again replaces the first, and only a few are on show', () => {
  const toasts = createToastStore()
  toasts.tell('Copied.')
  toasts.tell('Copied.')
  expect(toasts.state.getState().toasts).toHaveLength(1)
  for (const text of ['a', 'b', 'c', 'd', 'e']) toasts.tell(text)
  expect(toasts.state.getState().toasts.map((toast) => toast.text)).toEqual(['c', 'd', 'e'])
})

test('a failure is told with what to do next', () => {
  const toasts = createToastStore()
  toasts.fail(failure('disk-full', 'The disk is full.', 'Free some space.'))
  expect(toasts.state.getState().toasts).toMatchObject([{ text: 'The disk is full.', next: 'Free some space.' }])
})

const followed = () => {
  const toasts = createToastStore()
  const timers = createManualTimers()
  const item = makeItem(makePost(), makeAccount({ name: 'Alice' }), {
    state: 'scheduled',
    updatedAt: '2026-12-01T08:00:00.000Z',
  })
  const follower = createFollower({ toasts, timers, nameOf: () => 'Alice', show: () => undefined })
  const become = (change: Partial<Item>): void =>
    follower.hear({
      kind: 'item-changed',
      item: { ...item, updatedAt: '2026-12-01T08:00:01.000Z', ...change },
      text: '',
    })
  return { item, follower, become, timers, texts: () => toasts.state.getState().toasts.map((toast) => toast.text) }
}

test('tells how a post that was just sent came out, once the first word could be read', async () => {
  const { follower, item, become, timers, texts } = followed()
  let ended = 0
  follower.follow([item], () => (ended += 1))
  become({ state: 'publishing' })
  become({ state: 'published' })
  become({ state: 'published' })
  expect(texts()).toEqual([])
  expect(ended).toBe(0)
  await timers.pass(1500)
  expect(texts()).toEqual(['Published to Alice.'])
  expect(ended).toBe(1)
})

test('tells it also when the channel was quicker than the answer', async () => {
  const { follower, item, become, timers, texts } = followed()
  become({ state: 'failed', failure: failure('rejected-by-channel', 'It was refused.') })
  follower.follow([item], () => undefined)
  await timers.pass(1500)
  expect(texts()).toEqual(['Alice: It was refused.'])
})

test('says nothing about posts that nobody waits for', async () => {
  const { become, timers, texts } = followed()
  become({ state: 'published' })
  await timers.pass(5000)
  expect(texts()).toEqual([])
})

test('what is taken out of the queue is a draft again, until it is scheduled', async () => {
  const world = emptyWorld()
  const account = makeAccount({})
  const post = makePost({ text: 'Taken back', status: 'cancelled' })
  const item = makeItem(post, account, { state: 'cancelled' })
  const drafts = createDraftsStore(createMemoryBridge(world), () => 'UTC')
  await drafts.reload()
  world.posts.set(post.id, { ...post, items: [item] })
  drafts.hear({ kind: 'item-changed', item, text: post.text })
  await createManualTimers().pass(0)
  expect(drafts.state.getState().posts).toMatchObject([{ id: post.id, status: 'cancelled' }])

  const again = makeItem(post, account, { id: item.id, state: 'scheduled' })
  world.posts.set(post.id, { ...post, status: 'scheduled', items: [again] })
  drafts.hear({ kind: 'item-changed', item: again, text: post.text })
  await createManualTimers().pass(0)
  expect(drafts.state.getState().posts).toEqual([])
})

test('however many posts are taken out of the queue at once, the drafts are asked for a few times', async () => {
  const world = emptyWorld()
  const account = makeAccount({})
  const bridge = createMemoryBridge(world)
  const drafts = createDraftsStore(bridge, () => 'UTC')
  await drafts.reload()
  const asked = bridge.calls.length
  const posts = Array.from({ length: 200 }, (_, number) => makePost({ text: `Post ${number}`, status: 'cancelled' }))
  const items = posts.map((post) => makeItem(post, account, { state: 'cancelled' }))
  for (const [index, item] of items.entries()) {
    const [post] = posts.slice(index)
    if (post) world.posts.set(post.id, { ...post, items: [item] })
    drafts.hear({ kind: 'item-changed', item, text: post?.text ?? '' })
  }
  await createManualTimers().pass(0)
  expect(bridge.calls.slice(asked).map(({ method }) => method)).toEqual(['posts.get', 'posts.list'])
  expect(drafts.state.getState().posts).toHaveLength(200)
})

test('how far the file is on its way to a newer form is told until the core answers', async () => {
  const bridge = createMemoryBridge(emptyWorld())
  const pulse = createPulseStore(bridge)
  expect(pulse.state.getState().updating).toBeNull()
  pulse.hear({ kind: 'file-updating', percent: 42 })
  expect(pulse.state.getState()).toEqual({ status: null, updating: 42 })
  await pulse.load()
  expect(pulse.state.getState()).toMatchObject({ status: { paused: false }, updating: null })
})

test('a new post begins with the accounts of the last one that are still there', () => {
  const habits = createHabits(createManualStorage())
  expect(habits.chooseAccounts(['a', 'b'])).toEqual(['a'])
  habits.rememberAccounts(['b', 'gone'])
  expect(habits.chooseAccounts(['a', 'b'])).toEqual(['b'])
  expect(habits.chooseAccounts([])).toEqual([])
})

test('a setting shows at once and is taken back when it is refused', async () => {
  const world = emptyWorld()
  const settings = createSettingsStore(createMemoryBridge(world))
  await settings.load()
  const changed = settings.update({ appearance: 'dark' })
  expect(settings.state.getState().appearance).toBe('dark')
  expect(await changed).toBeNull()
  world.failing.set('settings.update', failure('database-read-only', 'The disk is read-only.'))
  expect(await settings.update({ appearance: 'light' })).toMatchObject({ code: 'database-read-only' })
  expect(settings.state.getState().appearance).toBe('dark')
})

test('drafts come and go as they are written, scheduled and deleted', async () => {
  const world = emptyWorld()
  const account = makeAccount({})
  const bridge = createMemoryBridge(world)
  const drafts = createDraftsStore(bridge, () => 'UTC')
  await drafts.reload()
  const texts = (): string[] => drafts.state.getState().posts.map((post) => post.text)
  const post = makePost({ text: 'One', updatedAt: '2026-12-01T08:00:00.000Z' })
  drafts.hear({ kind: 'post-changed', post })
  drafts.hear({ kind: 'post-changed', post: makePost({ text: 'Two' }) })
  expect(texts()).toEqual(['Two', 'One'])
  drafts.hear({ kind: 'post-changed', post: { ...post, text: 'Older', updatedAt: '2026-12-01T07:00:00.000Z' } })
  expect(texts()).toEqual(['Two', 'One'])
  const scheduled: Post = { ...post, status: 'scheduled', items: [makeItem(post, account, { state: 'scheduled' })] }
  drafts.hear({ kind: 'post-changed', post: scheduled })
  expect(texts()).toEqual(['Two'])
  drafts.hear({ kind: 'post-removed', postId: drafts.state.getState().posts[0]?.id ?? '' })
  expect(texts()).toEqual([])
})
