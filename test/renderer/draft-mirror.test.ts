import { expect, test } from 'vitest'
import { emptyDraft } from '../../src-renderer/composer/draft/draft.ts'
import { createDraftMirror } from '../../src-renderer/composer/draft/draft-mirror.ts'
import { createManualLocks, createManualStorage } from './manual-storage.ts'

const words = (text: string) => ({ ...emptyDraft('UTC'), text })

test('takes over what a page that died could not save, newest first', async () => {
  const storage = createManualStorage()
  const locks = createManualLocks()
  const dead = locks.tab()
  const mirror = createDraftMirror({ storage, locks: dead.locks }, () => storage.length)
  mirror.open().write(words('older'))
  mirror.open().write(words('newer'))
  dead.die()

  const next = createDraftMirror({ storage, locks: locks.tab().locks }, () => 9)
  expect((await next.takeLost()).map((kept) => kept.draft.text)).toEqual(['newer', 'older'])
  expect(storage.kept.size).toBe(0)
})

test('leaves the drafts of other pages that still live, and its own', async () => {
  const storage = createManualStorage()
  const locks = createManualLocks()
  createDraftMirror({ storage, locks: locks.tab().locks }, () => 1)
    .open()
    .write(words('another tab is writing this'))
  const mirror = createDraftMirror({ storage, locks: locks.tab().locks }, () => 2)
  mirror.open().write(words('and this is mine'))
  expect(await mirror.takeLost()).toEqual([])
  expect(storage.kept.size).toBe(2)
})

test('has nothing left of a draft that was confirmed', async () => {
  const storage = createManualStorage()
  const mirror = createDraftMirror({ storage, locks: null }, () => 1)
  const slot = mirror.open()
  slot.write(words('saved'))
  slot.clear()
  slot.close()
  expect(await mirror.takeLost()).toEqual([])
})

test('passes over what it cannot read', async () => {
  const storage = createManualStorage()
  storage.setItem('posthorn.draft.broken', '{"draft":')
  storage.setItem('posthorn.draft.strange', '{"draft":{"text":4},"at":1}')
  storage.setItem('someone.else', 'theirs')
  expect(await createDraftMirror({ storage, locks: null }, () => 1).takeLost()).toEqual([])
  expect([...storage.kept.keys()]).toEqual(['someone.else'])
})

test('goes on when storage is full', () => {
  const storage = createManualStorage()
  storage.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  const slot = createDraftMirror({ storage, locks: null }, () => 1).open()
  expect(() => slot.write(words('x'))).not.toThrow()
})

test('a draft that was kept before there were such choices has none of them', async () => {
  const storage = createManualStorage()
  const { numbered: _, rich: __, options: ___, ...older } = words('older')
  storage.setItem('posthorn.draft.older', JSON.stringify({ draft: older, at: 1 }))
  const [kept] = await createDraftMirror({ storage, locks: null }, () => 2).takeLost()
  expect(kept?.draft).toEqual(words('older'))
})

test('emphasis, numbers and settings are kept with the words', async () => {
  const storage = createManualStorage()
  const draft = { ...words('all'), rich: true, numbered: true, options: { mastodon: { language: 'en' } } }
  storage.setItem('posthorn.draft.all', JSON.stringify({ draft, at: 1 }))
  const [kept] = await createDraftMirror({ storage, locks: null }, () => 2).takeLost()
  expect(kept?.draft).toEqual(draft)
})
