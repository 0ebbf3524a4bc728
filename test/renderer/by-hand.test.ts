import { expect, test } from 'vitest'
import { readParts } from '../../src-renderer/queue/item/by-hand.ts'
import { actionName, actionsFor } from '../../src-renderer/queue/item/item-actions.ts'
import { describeItem } from '../../src-renderer/queue/item/item-words.ts'
import { createMemoryBridge, emptyWorld, makeAccount, makeItem, makePost } from './memory-bridge.ts'
import { failure } from './memory-kit.ts'

const setUp = () => {
  const world = emptyWorld()
  const account = makeAccount({ channel: 'assisted', name: 'Forum' })
  world.accounts.push(account)
  const post = makePost({ text: 'One\n---\nTwo', thread: true })
  const item = makeItem(post, account, {
    state: 'unconfirmed',
    failure: failure('by-hand', 'It is time to post this on forum.example: the text and the files lie ready.'),
  })
  world.posts.set(post.id, { ...post, items: [item] })
  return { bridge: createMemoryBridge(world), item }
}

test('what the person posts is their turn, and nothing about it sounds as if it went wrong', () => {
  const { item } = setUp()
  const words = describeItem(item, { now: 0, zone: 'UTC', channel: 'By hand', account: 'Forum' })
  expect(words).toEqual({
    label: 'Your turn',
    tone: 'blue',
    cause: 'It lies ready. Post it, then mark it as posted',
  })
  const { next, more } = actionsFor(item, undefined)
  expect([...next, ...more].map((action) => actionName(action, item))).toEqual([
    'Copy text',
    'Open the page',
    'Mark as posted',
    'Post it later',
  ])
})

test('an answer that was lost is no turn of the person’s', () => {
  const { item } = setUp()
  const lost = { ...item, failure: failure('answer-lost', 'No answer came.') }
  expect(actionsFor(lost, undefined).next).toEqual(['found', 'post-again'])
})

test('the parts of a thread are read as the channel made them ready', async () => {
  const { bridge, item } = setUp()
  const reply = await readParts(bridge, item)
  expect(reply).toEqual({ ok: true, value: ['One', 'Two'] })
  expect(bridge.calls.at(-1)).toMatchObject({
    method: 'posts.check',
    input: { postId: item.postId, targets: [{ accountId: item.accountId, override: {} }] },
  })
})
