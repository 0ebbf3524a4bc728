import { expect, test } from 'vitest'
import type { Channel } from '../../src-main/channels/channel.ts'
import { startTestApp } from '../fixtures/test-world.ts'
import { createScriptedChannel } from '../fixtures/scripted-channel.ts'

/** A network that edits as one does where each edit is a new post: at most two edits, for an hour. */
const editing = () => {
  const network = createScriptedChannel()
  let edits = 0
  const channel: Channel = {
    ...network.channel,
    descriptor: {
      ...network.channel.descriptor,
      edits: { withinMinutes: 60, max: 2 },
      can: { ...network.channel.descriptor.can, edit: true },
    },
    edit: () => Promise.resolve({ kind: 'done', remote: { id: `edit-${(edits += 1)}`, url: null, parts: [] } }),
  }
  return { ...network, channel }
}

const published = async () => {
  const { t, alice: accountId } = await startTestApp({ network: editing() })
  const post = await t.call('posts.save', { text: 'First', targets: [{ accountId }], when: { kind: 'now' } })
  await t.clock.advance(1000)
  return { t, itemId: post.items[0]?.id ?? '' }
}

test('an edit keeps the chain of versions with the ids they had', async () => {
  const { t, itemId } = await published()
  const first = (await t.call('items.get', { itemId })).remote?.id
  await t.call('items.edit', { itemId, text: 'Second' })
  const item = await t.call('items.edit', { itemId, text: 'Third' })
  expect(item.remote?.id).toBe('edit-2')
  expect(item.versions.map(({ text, remoteId }) => [text, remoteId])).toEqual([
    ['First', first],
    ['Second', 'edit-1'],
  ])
  expect((await t.call('items.get', { itemId })).text).toBe('Third')
})

test('a channel’s rule on how often and how long is kept', async () => {
  const { t, itemId } = await published()
  await t.call('items.edit', { itemId, text: 'Second' })
  await t.call('items.edit', { itemId, text: 'Third' })
  expect(await t.refusal('items.edit', { itemId, text: 'Fourth' })).toBe('channel-unsupported')
  const other = await published()
  await other.t.clock.advance(61 * 60_000)
  expect(await other.t.refusal('items.edit', { itemId: other.itemId, text: 'Late' })).toBe('channel-unsupported')
})
