import { expect, test } from 'vitest'
import { createMediaShelf } from '../../src-renderer/bridge/media-shelf.ts'
import { createComposer } from '../../src-renderer/composer/composer.ts'
import { emptyDraft, EVERYONE } from '../../src-renderer/composer/draft/draft.ts'
import { createDraftMirror } from '../../src-renderer/composer/draft/draft-mirror.ts'
import { NOW } from '../../src-renderer/composer/send/when-choice.ts'
import { createManualStorage } from './manual-storage.ts'
import { createManualTimers } from './manual-timers.ts'
import { createMemoryBridge, emptyWorld, makePost } from './memory-bridge.ts'
import { failure } from './memory-kit.ts'

const setUp = () => {
  const world = emptyWorld()
  const bridge = createMemoryBridge(world)
  const timers = createManualTimers()
  const storage = createManualStorage()
  const mirror = createDraftMirror({ storage, locks: null }, timers.now)
  const tools = { bridge, timers, mirror, shelf: createMediaShelf(bridge) }
  const composer = createComposer(tools, () => ({ zone: 'Europe/Berlin', accountIds: [], when: NOW }))
  bridge.subscribe(composer.hear)
  const text = (): string => composer.state.getState().session.state.getState().draft.text
  const type = (words: string): void =>
    composer.state.getState().session.change({ kind: 'text', scope: EVERYONE, text: words })
  const lose = (words: string, postId: string | null = null, at = timers.now()): void =>
    storage.setItem(
      `posthorn.draft.${storage.length}`,
      JSON.stringify({ draft: { ...emptyDraft('UTC'), text: words, postId }, at }),
    )
  return {
    world,
    composer,
    timers,
    storage,
    text,
    type,
    lose,
    texts: () => [...world.posts.values()].map((p) => p.text),
  }
}

test('saves what was on the page when a new one is begun', async () => {
  const { composer, type, text, timers, texts } = setUp()
  type('First')
  composer.startNew()
  expect(text()).toBe('')
  await timers.pass(0)
  expect(texts()).toEqual(['First'])
})

test('opens a post, and says why when it cannot', async () => {
  const { composer, world, text } = setUp()
  const post = makePost({ text: 'Here' })
  world.posts.set(post.id, post)
  await composer.open(post.id)
  expect(text()).toBe('Here')
  await composer.open('pst_gone')
  expect(composer.state.getState().failure).toMatchObject({ code: 'not-found' })
})

test('brings the newest lost draft onto the page and saves the others', async () => {
  const { composer, lose, text, timers, texts, storage } = setUp()
  lose('older', null, 1)
  lose('newer', null, 2)
  expect(await composer.recover()).toBe(2)
  expect(text()).toBe('newer')
  await timers.pass(2000)
  expect(texts().toSorted()).toEqual(['newer', 'older'])
  expect(storage.kept.size).toBe(0)
})

test('does not lose a lost draft again when it cannot be saved', async () => {
  const { composer, world, lose, timers, storage } = setUp()
  world.failing.set('posts.save', failure('disk-full', 'The disk is full.'))
  lose('older', null, 1)
  lose('newer', null, 2)
  await composer.recover()
  await timers.pass(2000)
  const kept = [...storage.kept.values()].join()
  expect(kept).toContain('older')
  expect(kept).toContain('newer')
})

test('leaves a lost draft alone when the core has newer words', async () => {
  const { composer, world, lose, texts, timers } = setUp()
  const post = makePost({ text: 'Newer in the core', updatedAt: '2026-11-22T09:00:00.000Z' })
  world.posts.set(post.id, post)
  lose('Older here', post.id, Date.parse('2026-11-22T08:00:00Z'))
  expect(await composer.recover()).toBe(0)
  await timers.pass(2000)
  expect(texts()).toEqual(['Newer in the core'])
})

test('makes a new post of a lost draft whose post was deleted meanwhile', async () => {
  const { composer, lose, texts, timers } = setUp()
  lose('Still mine', 'pst_gone')
  expect(await composer.recover()).toBe(1)
  await timers.pass(2000)
  expect(texts()).toEqual(['Still mine'])
})

test('gives a blank page when the post on it is deleted elsewhere', async () => {
  const { composer, type, text, timers, world } = setUp()
  type('Soon gone')
  await timers.pass(1000)
  const [post] = world.posts.values()
  composer.hear({ kind: 'post-removed', postId: post?.id ?? '' })
  expect(text()).toBe('')
})

test('keeps words that were not saved when their post is deleted elsewhere', async () => {
  const { composer, type, text, timers, world, texts } = setUp()
  type('One')
  await timers.pass(1000)
  const [post] = world.posts.values()
  type('One and two')
  world.posts.clear()
  composer.hear({ kind: 'post-removed', postId: post?.id ?? '' })
  expect(text()).toBe('One and two')
  await timers.pass(1000)
  expect(texts()).toEqual(['One and two'])
})
