import { expect, test } from 'vitest'
import { createProgressStore } from '../../src-renderer/queue/progress-store.ts'
import { uploadWords } from '../../src-renderer/queue/item/upload-words.ts'
import { makeAccount, makeItem, makePost } from './memory-bridge.ts'

test('how far an upload is stands until its item is no longer being sent', () => {
  const progress = createProgressStore()
  const one = makeItem(makePost(), makeAccount({}), { state: 'publishing' })
  progress.hear({ kind: 'upload-progress', itemId: one.id, sent: 5, total: 10 })
  progress.hear({ kind: 'upload-progress', itemId: 'itm_other000001', sent: 1, total: 2 })
  progress.hear({ kind: 'item-changed', item: one, text: '' })
  expect(progress.state.getState()[one.id]).toEqual({ sent: 5, total: 10 })
  progress.hear({ kind: 'item-changed', item: { ...one, state: 'published' }, text: '' })
  expect(progress.state.getState()).toEqual({ itm_other000001: { sent: 1, total: 2 } })
})

test.each([
  [{ sent: 0, total: 800 }, '0 % of 1 kB'],
  [{ sent: 130_000_000, total: 310_000_000 }, '41 % of 310 MB'],
  [{ sent: 1_200_000_000, total: 1_200_000_000 }, '100 % of 1.2 GB'],
])('%o reads %s', (progress, words) => {
  expect(uploadWords(progress)).toBe(words)
})
