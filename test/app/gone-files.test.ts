import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { firstItem, startTestApp, stateOf } from '../fixtures/test-world.ts'

/** Attaches a file of these bytes and gives where it is kept. */
const attach = async (t: Awaited<ReturnType<typeof startTestApp>>['t'], name: string, bytes: string) => {
  const { id, hash } = await t.call('media.add', { name, data: Buffer.from(bytes).toString('base64') })
  return { id, path: join(t.folder, 'media', hash.slice(0, 2), hash.slice(2)) }
}

test('a file that vanished from the folder ends the attempt before anything is sent, by its name; attached again it goes out', async () => {
  const { t, alice } = await startTestApp()
  const first = await attach(t, 'first.png', 'one')
  const second = await attach(t, 'second.png', 'two')
  const post = await t.call('posts.save', {
    text: 'Two pictures',
    media: [first, second].map(({ id }) => ({ mediaId: id, alt: '' })),
    targets: [{ accountId: alice }],
    when: { kind: 'in', seconds: 60 },
  })
  rmSync(second.path)
  await t.clock.advance(120_000)
  const { id: itemId } = firstItem(post)
  // Files are looked for on the disk, which takes time that the clock knows nothing of.
  await vi.waitFor(async () => expect(await stateOf(t, itemId)).toBe('failed'))
  expect(await t.call('items.get', { itemId })).toMatchObject({
    state: 'failed',
    failure: {
      code: 'media-missing',
      message: "The file of second.png is gone from Posthorn's folder.",
      next: 'Nothing was sent. Attach it again, then retry.',
    },
  })
  expect(t.network.sent).toEqual([])
  expect((await t.call('posts.get', { postId: post.id })).media).toHaveLength(2)
  await attach(t, 'second.png', 'two')
  await t.call('items.retry', { itemId })
  await t.clock.advance(60_000)
  await vi.waitFor(async () => expect(await stateOf(t, itemId)).toBe('published'))
  expect(t.network.sent).toHaveLength(1)
})
