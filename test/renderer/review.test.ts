import { expect, test } from 'vitest'
import { createReviewStore } from '../../src-renderer/queue/review/review-store.ts'
import { decide, undo } from '../../src-renderer/queue/review/review-act.ts'
import { reviewed, reviewTitle } from '../../src-renderer/queue/review/review-words.ts'
import { createMemoryBridge, emptyWorld, makeAccount, makeItem, makePost } from './memory-bridge.ts'

const setUp = (missed: number) => {
  const world = emptyWorld()
  const account = makeAccount({ name: 'Alice' })
  world.accounts.push(account)
  for (let index = 0; index < missed; index += 1) {
    const post = makePost({ text: `post ${index}` })
    const at = new Date(Date.UTC(2026, 11, 1) + index * 60_000).toISOString()
    const schedule = { wall: at.slice(0, 16), zone: 'UTC', at, shift: null }
    world.posts.set(post.id, { ...post, items: [makeItem(post, account, { state: 'missed', schedule })] })
  }
  const bridge = createMemoryBridge(world)
  return { bridge, review: createReviewStore(bridge) }
}

test('the sheet opens by itself where something is missed, and not where nothing is', async () => {
  const none = setUp(0).review
  await none.offer()
  expect(none.state.getState()).toMatchObject({ open: false, rows: [] })
  const { review } = setUp(3)
  await review.offer()
  expect(review.state.getState().open).toBe(true)
  expect(review.state.getState().rows.map((row) => row.text)).toEqual(['post 0', 'post 1', 'post 2'])
})

test('more than a page of what was missed is there as a whole, and decided as a whole', async () => {
  const { bridge, review } = setUp(230)
  await review.show()
  const { rows } = review.state.getState()
  expect(rows).toHaveLength(230)
  const decided = await decide(bridge, rows, 'skip')
  expect(decided).toMatchObject({ failure: null, done: { length: 230 } })
  await review.reload()
  expect(review.state.getState().rows).toHaveLength(0)
  await undo(bridge, decided.done)
  await review.reload()
  expect(review.state.getState().rows).toHaveLength(230)
})

test('the words count', () => {
  expect([reviewTitle(0), reviewTitle(1), reviewTitle(3)]).toEqual([
    'Nothing is missed',
    '1 post was missed',
    '3 posts were missed',
  ])
  expect(reviewed('skip', 1)).toBe('1 post skipped.')
  expect(reviewed('publish-now', 3)).toBe('3 posts going out now, one after the other.')
})
