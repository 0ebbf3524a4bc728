import { expect, test } from 'vitest'
import { addAccount, openTestApp } from '../fixtures/test-world.ts'

test('each of several stands for itself, in the order asked', async () => {
  const t = await openTestApp()
  const accountId = await addAccount(t, 'Alice')
  const good = await t.call('posts.save', { text: 'Good', targets: [{ accountId }] })
  const long = await t.call('posts.save', { text: 'Much too long for the network', targets: [{ accountId }] })
  const also = await t.call('posts.save', { text: 'Also', targets: [{ accountId }] })
  const { results } = await t.call('posts.bulk', {
    postIds: [good.id, long.id, 'pst_0000000000000', also.id],
    action: { kind: 'schedule', when: { kind: 'in', seconds: 60 } },
  })
  expect(results.map((one) => [one.id, one.ok || one.failure.code])).toEqual([
    [good.id, true],
    [long.id, 'text-too-long'],
    ['pst_0000000000000', 'not-found'],
    [also.id, true],
  ])
  expect((await t.call('posts.get', { postId: long.id })).status).toBe('draft')
})

test('several items are cancelled, retried and moved at once', async () => {
  const t = await openTestApp()
  const accountId = await addAccount(t, 'Alice')
  const posts = await Promise.all(
    ['1', '2'].map((text) =>
      t.call('posts.save', { text, targets: [{ accountId }], when: { kind: 'in', seconds: 60 } }),
    ),
  )
  const itemIds = posts.flatMap((post) => post.items.map((item) => item.id))
  const moved = await t.call('items.bulk', {
    itemIds,
    action: { kind: 'reschedule', when: { kind: 'in', seconds: 90 } },
  })
  expect(moved.results.every((one) => one.ok)).toBe(true)
  await t.call('items.bulk', { itemIds, action: { kind: 'cancel' } })
  expect((await t.call('items.list', { states: ['cancelled'] })).entries).toHaveLength(2)
  const retried = await t.call('items.bulk', { itemIds, action: { kind: 'retry' } })
  expect(retried.results.map((one) => one.ok || one.failure.code)).toEqual(['illegal-transition', 'illegal-transition'])
})

test('what was missed is published one after the other, in the order it was meant, and can be put back', async () => {
  const t = await openTestApp()
  const [alice, bob] = [await addAccount(t, 'Alice'), await addAccount(t, 'Bob')]
  const lateness = { withinMinutes: 0, then: 'ask' } as const
  const itemIds: string[] = []
  for (const [text, accountId, seconds] of [
    ['2', alice, 120],
    ['1', alice, 60],
    ['bob', bob, 90],
  ] as const) {
    const when = { kind: 'in', seconds } as const
    const post = await t.call('posts.save', { text, lateness, targets: [{ accountId }], when })
    itemIds.push(...post.items.map((item) => item.id))
  }
  t.clock.set(t.clock.now() + 86_400_000)
  await t.app.start()
  await t.clock.settle()
  expect((await t.call('items.list', { states: ['missed'] })).entries).toHaveLength(3)
  await t.call('items.bulk', { itemIds, action: { kind: 'publish-now' } })
  await t.clock.settle()
  expect(t.network.sent.map((post) => post.text).toSorted()).toEqual(['1', 'bob'])
  const back = await t.call('items.bulk', { itemIds, action: { kind: 'put-back' } })
  expect(back.results.map((one) => one.ok)).toEqual([true, false, false])
  await t.call('items.bulk', { itemIds: itemIds.slice(0, 1), action: { kind: 'cancel' } })
  const again = await t.call('items.bulk', { itemIds: itemIds.slice(0, 1), action: { kind: 'put-back' } })
  expect(again.results).toMatchObject([{ ok: true }])
  expect((await t.call('items.list', { states: ['missed'] })).entries).toHaveLength(1)
})

test('tags are added and removed without regard to case, and each is kept once', async () => {
  const t = await openTestApp()
  const post = await t.call('posts.save', { text: 'Hi', tags: ['Sale', 'spring'] })
  await t.call('posts.bulk', { postIds: [post.id], action: { kind: 'tag', add: ['SALE', 'new'], remove: ['Spring'] } })
  expect((await t.call('posts.get', { postId: post.id })).tags).toEqual(['Sale', 'new'])
})

test('a hundred at once is the most', async () => {
  const t = await openTestApp()
  const postIds = Array.from({ length: 101 }, (_, index) => `pst_${String(index).padStart(12, '0')}`)
  expect(await t.refusal('posts.bulk', { postIds, action: { kind: 'delete' } })).toBe('invalid-input')
})
