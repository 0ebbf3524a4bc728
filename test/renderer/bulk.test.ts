import { expect, test } from 'vitest'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import { runBulk } from '../../src-renderer/queue/bulk/bulk-action.ts'
import { sumUp } from '../../src-renderer/queue/bulk/bulk-words.ts'
import { createMemoryBridge, emptyWorld, makeAccount, makeItem, makePost } from './memory-bridge.ts'
import { failure } from './memory-kit.ts'

const setUp = (count: number) => {
  const world = emptyWorld()
  const account = makeAccount({ name: 'Alice' })
  world.accounts.push(account)
  const rows: ItemRow[] = Array.from({ length: count }, (_, index) => {
    const post = makePost({ text: `post ${index}`, tags: ['sea'] })
    const item = makeItem(post, account, { state: 'scheduled' })
    world.posts.set(post.id, { ...post, items: [item] })
    return { ...item, text: post.text, account: 'Alice', mediaIds: [], tags: post.tags }
  })
  const bridge = createMemoryBridge(world)
  const items = () => [...world.posts.values()].flatMap((post) => post.items)
  return { world, bridge, rows, items }
}

test('several posts are cancelled, and each that cannot be is told by itself', async () => {
  const { bridge, rows, items } = setUp(3)
  const [gone] = setUp(1).rows
  if (gone === undefined) throw new Error('no row')
  const results = await runBulk(bridge, [...rows.slice(0, 1), gone, ...rows.slice(1)], { kind: 'cancel' })
  expect(results.map((one) => one.failure?.code ?? 'done')).toEqual(['done', 'not-found', 'done', 'done'])
  expect(items().map((item) => item.state)).toEqual(['cancelled', 'cancelled', 'cancelled'])
  expect(sumUp('cancel', results)).toBe('3 of 4 posts cancelled.')
})

test('more than the core takes at once go in several calls', async () => {
  const { bridge, rows } = setUp(230)
  const results = await runBulk(bridge, rows, { kind: 'retry' })
  expect(bridge.calls.map(({ input }) => (input as { itemIds: string[] }).itemIds.length)).toEqual([100, 100, 30])
  expect(sumUp('retry', results)).toBe('230 posts sent again.')
})

test('when a call fails whole, it failed for each of its rows', async () => {
  const { bridge, rows, world } = setUp(2)
  world.failing.set('items.bulk', failure('unreachable', 'Posthorn does not answer.'))
  const when = { kind: 'slot' } as const
  const results = await runBulk(bridge, rows, { kind: 'reschedule', when })
  expect(results.map((one) => one.failure?.code)).toEqual(['unreachable', 'unreachable'])
})

test('tags and deletion are about whole posts, each once', async () => {
  const { bridge, rows, world } = setUp(1)
  const [row] = rows
  if (row === undefined) throw new Error('no row')
  const twins = [row, { ...row, id: 'itm_01TEST99999999999999999999' }]
  await runBulk(bridge, twins, { kind: 'tag', add: ['launch'], remove: ['sea'] })
  expect(bridge.calls).toMatchObject([{ method: 'posts.bulk', input: { postIds: [row.postId] } }])
  expect(world.posts.get(row.postId)?.tags).toEqual(['launch'])
  expect(sumUp('delete', await runBulk(bridge, twins.slice(0, 1), { kind: 'delete' }))).toBe('1 post deleted.')
})
