import { expect, test } from 'vitest'
import type { Item } from '../../src-preload/contract/model/item.ts'
import { createQueueStore } from '../../src-renderer/queue/queue-store.ts'
import { createManualTimers } from './manual-timers.ts'
import { createMemoryBridge, emptyWorld, makeAccount, makeItem, makePost } from './memory-bridge.ts'
import { failure } from './memory-kit.ts'

const setUp = (posts = 250) => {
  const world = emptyWorld()
  const account = makeAccount({ name: 'Alice' })
  world.accounts.push(account)
  const add = (text: string, minutes: number, change: Partial<Item> = {}): Item => {
    const post = makePost({ text })
    const at = new Date(Date.UTC(2026, 11, 1) + minutes * 60_000).toISOString()
    const schedule = { wall: at.slice(0, 16), zone: 'UTC', at, shift: null }
    const item = makeItem(post, account, { state: 'scheduled', schedule, nextAt: at, ...change })
    world.posts.set(post.id, { ...post, items: [item] })
    return item
  }
  for (let index = 0; index < posts; index += 1) add(`post ${index}`, index)
  const bridge = createMemoryBridge(world)
  const queue = createQueueStore({ bridge, accountName: () => 'Alice', zone: () => 'Europe/Berlin' })
  bridge.subscribe(queue.hear)
  const settle = (): Promise<void> => createManualTimers().pass(0)
  return { world, account, add, bridge, queue, settle, now: queue.state.getState }
}

test('loads page after page until there is no more', async () => {
  const { queue, settle, now } = setUp()
  queue.open()
  await settle()
  expect(now()).toMatchObject({ phase: 'idle', rows: { length: 24 } })
  while (now().cursor !== null) await queue.more()
  expect(now().rows).toHaveLength(250)
  expect(now().cursor).toBeNull()
  expect(new Set(now().rows.map((row) => row.id)).size).toBe(250)
})

test('asks nothing before it is looked at', () => {
  const { queue, bridge, account } = setUp(1)
  queue.hear({ kind: 'item-changed', item: makeItem(makePost(), account), text: '' })
  expect(bridge.calls).toEqual([])
})

test('drops the late answer to an old question', async () => {
  const { queue, settle, now } = setUp()
  queue.filter({ search: 'post 1' })
  queue.filter({ search: 'post 249' })
  await settle()
  expect(now().rows.map((row) => row.text)).toEqual(['post 249'])
})

test('does not lose what happens while the list is being read', async () => {
  const { queue, settle, now, add } = setUp(3)
  queue.open()
  const item = add('brought by an event', -1)
  queue.hear({ kind: 'item-changed', item, text: 'brought by an event' })
  await settle()
  expect(now().rows.map((row) => row.text)[0]).toBe('brought by an event')
  expect(now().rows).toHaveLength(4)
})

test('follows an item from the queue to published without being asked', async () => {
  const { queue, settle, now } = setUp(2)
  queue.open()
  await settle()
  const first = now().rows[0]
  if (first === undefined) throw new Error('nothing was loaded')
  const updatedAt = new Date(Date.parse(first.updatedAt) + 1000).toISOString()
  queue.hear({ kind: 'item-changed', item: { ...first, state: 'publishing', updatedAt }, text: '' })
  expect(now().rows.find((row) => row.id === first.id)).toMatchObject({ state: 'publishing', text: first.text })
  queue.hear({ kind: 'item-changed', item: { ...first, state: 'published', updatedAt }, text: '' })
  expect(now().rows.some((row) => row.id === first.id)).toBe(false)
})

test('drops the rows of a deleted post, and of a target that was taken out', async () => {
  const { queue, settle, now, world } = setUp(3)
  queue.open()
  await settle()
  const [first, second] = now().rows
  queue.hear({ kind: 'post-removed', postId: first?.postId ?? '' })
  expect(now().rows).toHaveLength(2)
  const post = world.posts.get(second?.postId ?? '')
  if (post === undefined) throw new Error('the post is not there')
  queue.hear({ kind: 'post-changed', post: { ...post, items: [] } })
  expect(now().rows).toHaveLength(1)
})

test('says why it could not be read, and reads again when told to', async () => {
  const { queue, settle, now, world } = setUp(3)
  world.failing.set('items.list', failure('unreachable', 'Posthorn does not answer.'))
  queue.open()
  await settle()
  expect(now()).toMatchObject({ phase: 'idle', failure: { code: 'unreachable' } })
  world.failing.clear()
  await queue.reload()
  expect(now()).toMatchObject({ failure: null, rows: { length: 3 } })
})

test('asks for whole days of the person’s own zone, and for everything else that is looked for', async () => {
  const { queue, settle, bridge, account } = setUp(1)
  queue.filter({ accountId: account.id, tags: ['sea'], from: '2026-12-01', to: '2026-12-02', states: ['waiting'] })
  await settle()
  expect(bridge.calls.at(-1)?.input).toEqual({
    states: ['waiting'],
    order: 'soonest',
    limit: 24,
    accountId: account.id,
    tags: ['sea'],
    from: '2026-11-30T23:00:00.000Z',
    to: '2026-12-02T22:59:59.999Z',
  })
})
