import { expect, test } from 'vitest'
import { watchDragEnd } from '../../src-renderer/queue/watch-drag-end.ts'

const drag = () => {
  const [source, page] = [new EventTarget(), new EventTarget()]
  const ends: string[] = []
  watchDragEnd(source, page, () => ends.push('over'))
  return { source, page, ends }
}

test('a drag is over once it is dropped outside, also when its row is no part of the page any more', () => {
  const { source, page, ends } = drag()
  page.dispatchEvent(new Event('dragover'))
  expect(ends).toEqual([])
  source.dispatchEvent(new Event('dragend'))
  expect(ends).toEqual(['over'])
})

test('where nobody tells the end, the first move of the pointer does', () => {
  const { page, ends } = drag()
  page.dispatchEvent(new Event('pointermove'))
  expect(ends).toEqual(['over'])
})

test('the end is told once', () => {
  const { source, page, ends } = drag()
  for (const kind of ['dragend', 'pointermove', 'pointerdown']) page.dispatchEvent(new Event(kind))
  source.dispatchEvent(new Event('dragend'))
  expect(ends).toEqual(['over'])
})
