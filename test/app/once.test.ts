import { expect, test } from 'vitest'
import type { Input } from '../../src-preload/contract/methods.ts'
import { addAccount, openTestApp, startTestApp } from '../fixtures/test-world.ts'

const DAY = 86_400_000

test('the same key makes one post and gives it back as it was first answered', async () => {
  const t = await openTestApp()
  const first = await t.call('posts.save', { text: 'Hello', once: 'k1' })
  await t.call('posts.save', { postId: first.id, text: 'Changed since' })
  expect(await t.call('posts.save', { text: 'Hello', once: 'k1' })).toEqual(first)
  expect((await t.call('posts.list', {})).entries).toHaveLength(1)
})

test('the same key with another content is refused and changes nothing', async () => {
  const t = await openTestApp()
  await t.call('posts.save', { text: 'Hello', once: 'k1' })
  expect(await t.refusal('posts.save', { text: 'Other', once: 'k1' })).toBe('once-conflict')
  expect((await t.call('posts.list', {})).entries.map((post) => post.text)).toEqual(['Hello'])
})

test('twins at the same moment make one post', async () => {
  const t = await openTestApp()
  const twins = await Promise.all(Array.from({ length: 20 }, () => t.call('posts.save', { text: 'Hello', once: 'k1' })))
  expect(new Set(twins.map((post) => post.id)).size).toBe(1)
  expect((await t.call('posts.list', {})).entries).toHaveLength(1)
})

test('a key is known after a restart, and forgotten after a day', async () => {
  const t = await openTestApp()
  const first = await t.call('posts.save', { text: 'Hello', once: 'k1' })
  const again = await t.crash()
  expect((await again.call('posts.save', { text: 'Hello', once: 'k1' })).id).toBe(first.id)
  await again.clock.advance(DAY + 1)
  expect((await again.call('posts.save', { text: 'Hello', once: 'k1' })).id).not.toBe(first.id)
})

test('a refused post leaves its key free', async () => {
  const t = await openTestApp()
  const accountId = await addAccount(t, 'Alice')
  const asked: Input<'posts.save'> = {
    text: 'Far too long for this network',
    targets: [{ accountId }],
    when: { kind: 'now' },
    once: 'k1',
  }
  expect(await t.refusal('posts.save', asked)).toBe('text-too-long')
  const post = await t.call('posts.save', { ...asked, text: 'Short' })
  expect(post.items[0]?.state).toBe('scheduled')
})

test('a post saved with its time is scheduled in the same step, or not saved at all', async () => {
  const { t, alice: accountId } = await startTestApp()
  const when = { kind: 'at', wall: '2020-01-01T09:00', zone: 'Europe/Berlin' } as const
  expect(await t.refusal('posts.save', { text: 'Late', targets: [{ accountId }], when })).toBe('in-the-past')
  expect(await t.refusal('posts.save', { text: 'Nowhere', when: { kind: 'now' } })).toBe('no-account')
  expect((await t.call('posts.list', {})).entries).toEqual([])
  const post = await t.call('posts.save', { text: 'Now', targets: [{ accountId }], when: { kind: 'now' } })
  await t.clock.advance(1000)
  expect((await t.call('posts.get', { postId: post.id })).status).toBe('published')
  expect(t.network.sent).toHaveLength(1)
})
