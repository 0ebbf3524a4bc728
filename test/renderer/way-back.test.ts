import { expect, test } from 'vitest'
import type { ItemState } from '../../src-preload/contract/model/item.ts'
import {
  backToBefore,
  deletePost,
  placesAhead,
  restorePlaces,
  wayOfDeleting,
  wayOfScheduling,
  wayOfTagging,
  wayOfWording,
} from '../../src-renderer/queue/way-back.ts'
import { createMemoryBridge, emptyWorld, makeAccount, makeItem, makePost } from './memory-bridge.ts'
import { failure } from './memory-kit.ts'

const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()

const setUp = (...posts: { state: ItemState; hours?: number; tags?: string[] }[]) => {
  const world = emptyWorld()
  const account = makeAccount({ name: 'Alice' })
  world.accounts.push(account)
  const items = posts.map(({ state, hours = 1, tags = [] }) => {
    const post = makePost({ tags })
    const at = inHours(hours)
    const schedule = state === 'draft' ? null : { wall: at.slice(0, 16), zone: 'UTC', at, shift: null }
    const item = makeItem(post, account, { state, schedule, nextAt: schedule && at })
    world.posts.set(post.id, { ...post, items: [item] })
    return item
  })
  const bridge = createMemoryBridge(world)
  const states = () => [...world.posts.values()].flatMap((post) => post.items.map((item) => item.state))
  const methods = () => bridge.calls.map(({ method }) => method)
  return { world, bridge, items, states, methods }
}

test('what was scheduled goes back to its time, what was missed is missed again, what was cancelled is cancelled', async () => {
  const { bridge, items, states } = setUp(
    { state: 'scheduled' },
    { state: 'missed', hours: -1 },
    { state: 'cancelled' },
  )
  await bridge.call('items.bulk', {
    itemIds: items.map(({ id }) => id),
    action: { kind: 'reschedule', when: { kind: 'in', seconds: 7200 } },
  })
  const back = backToBefore(bridge, items)
  expect(await back?.()).toBeNull()
  expect(states()).toEqual(['scheduled', 'missed', 'cancelled'])
  expect(bridge.world.posts.values().next().value?.items[0]?.schedule).toEqual(items[0]?.schedule)
})

test('what failed has no way back, and then none is offered', () => {
  const { bridge, items } = setUp({ state: 'scheduled' }, { state: 'failed' })
  expect(backToBefore(bridge, items)).toBeNull()
})

test('of several places those still ahead are given back; where all passed, the core says why not', async () => {
  const { bridge, items } = setUp({ state: 'scheduled', hours: 2 }, { state: 'scheduled', hours: 1 })
  const places = placesAhead(items, Date.now())
  expect(places.map(({ itemId }) => itemId)).toEqual([items[1]?.id, items[0]?.id])
  const passed = places.map((place, index) =>
    index === 0 ? { ...place, schedule: { ...place.schedule, at: inHours(-1) } } : place,
  )
  await restorePlaces(bridge, passed)
  expect(bridge.calls.at(-1)?.input).toMatchObject({ places: [{ itemId: items[0]?.id }] })
  await restorePlaces(bridge, passed.slice(0, 1))
  expect(bridge.calls.at(-1)?.input).toMatchObject({ places: [{ itemId: items[1]?.id }] })
})

test('a deleted post comes back scheduled as it was', async () => {
  const { bridge, items, methods } = setUp({ state: 'scheduled' })
  const done = await deletePost(bridge, items[0]?.postId ?? '')
  if (!done.ok) throw new Error(done.failure.message)
  expect(await done.way.undo()).toBeNull()
  expect(methods()).toEqual(['posts.get', 'posts.delete', 'posts.bulk', 'items.restore'])
})

test('of a deleted post all that can goes back to its time; who cannot, and why, is told once', async () => {
  const { bridge, world, items, states } = setUp({ state: 'scheduled' }, { state: 'scheduled', hours: 2 })
  const [healthy, cut] = items
  if (healthy === undefined || cut === undefined) throw new Error('no items')
  const call = bridge.call
  const core = {
    ...bridge,
    call: ((method, input) =>
      method === 'items.restore' && JSON.stringify(input).includes(cut.id)
        ? Promise.resolve({ ok: false, failure: failure('signed-out', 'Bob is disconnected.') })
        : call(method, input)) as typeof call,
  }
  const wayOf = await wayOfDeleting(core, [healthy.postId, cut.postId])
  for (const item of items) {
    const post = world.posts.get(item.postId)
    if (post) world.posts.set(post.id, { ...post, items: [{ ...item, state: 'cancelled', schedule: null }] })
  }
  const told = await wayOf([healthy.postId, cut.postId]).undo()
  expect(told?.message).toBe('Back without a time: Bob is disconnected.')
  expect(states()).toEqual(['scheduled', 'cancelled'])
})

test('tags go back to what each post had', async () => {
  const { bridge, world, items } = setUp({ state: 'draft', tags: ['sea'] }, { state: 'draft', tags: ['launch'] })
  const before = items.map(({ postId }) => ({ postId, tags: world.posts.get(postId)?.tags ?? [] }))
  const change = { add: ['launch'], remove: ['sea'] }
  await bridge.call('posts.bulk', { postIds: before.map(({ postId }) => postId), action: { kind: 'tag', ...change } })
  expect(await wayOfTagging(bridge, before, change).undo()).toBeNull()
  expect([...world.posts.values()].map((post) => post.tags)).toEqual([['sea'], ['launch']])
})

test('drafts that were scheduled are cancelled again, and scheduled once more', async () => {
  const { bridge, items, states } = setUp({ state: 'draft' })
  const when = { kind: 'in', seconds: 60 } as const
  const postIds = items.map(({ postId }) => postId)
  const way = wayOfScheduling(bridge, postIds, when)
  expect(await way.redo()).toBeNull()
  expect(states()).toEqual(['scheduled'])
  expect(await way.undo()).toBeNull()
  expect(states()).toEqual(['cancelled'])
})

test('of several posts those that could be deleted come back to their times, and the others are left alone', async () => {
  const { bridge, items, states, methods } = setUp({ state: 'scheduled' }, { state: 'scheduled', hours: 2 })
  const [first, second] = items.map(({ postId }) => postId)
  if (first === undefined || second === undefined) throw new Error('no posts')
  const wayOf = await wayOfDeleting(bridge, [first, second])
  await bridge.call('posts.bulk', { postIds: [second], action: { kind: 'delete' } })
  expect(await wayOf([second]).undo()).toBeNull()
  expect(states()).toEqual(['scheduled', 'scheduled'])
  expect(methods().slice(-2)).toEqual(['posts.bulk', 'items.restore'])
  expect(bridge.calls.at(-1)?.input).toMatchObject({ places: [{ itemId: items[1]?.id }] })
})

test('words changed where they stand go back to what they were, and forth again', async () => {
  const { world, bridge, items } = setUp({ state: 'published', hours: -1 })
  const [item] = items
  const words = () => [...world.posts.values()][0]?.items[0]?.override.text
  const way = wayOfWording(bridge, item?.id ?? '', 'The boat leaves at six', 'The boat leaves at seven')
  expect(await way.redo()).toBeNull()
  expect(words()).toBe('The boat leaves at seven')
  expect(await way.undo()).toBeNull()
  expect(words()).toBe('The boat leaves at six')
  world.failing.set('items.edit', failure('channel-error', 'It takes no more edits.'))
  expect(await way.undo()).toMatchObject({ message: 'It takes no more edits.' })
})
