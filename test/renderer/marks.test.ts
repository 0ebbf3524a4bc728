import { expect, test } from 'vitest'
import { type Mark, putMark } from '../../src-renderer/composer/text/marks.ts'

/** A text in which `[` and `]` say what is selected, as «angle» signs so that links can be written. */
const marked = (source: string, mark: Mark): string => {
  const start = source.indexOf('«')
  const end = source.indexOf('»') - 1
  const after = putMark({ text: source.replace(/[«»]/g, ''), start, end }, mark)
  return `${after.text.slice(0, after.start)}«${after.text.slice(after.start, after.end)}»${after.text.slice(after.end)}`
}

test('puts the signs around what is selected and keeps it selected', () => {
  expect(marked('The «harbour» sleeps', 'bold')).toBe('The **«harbour»** sleeps')
  expect(marked('The «harbour» sleeps', 'italic')).toBe('The *«harbour»* sleeps')
  expect(marked('The «harbour» sleeps', 'strike')).toBe('The ~~«harbour»~~ sleeps')
  expect(marked('The «harbour» sleeps', 'code')).toBe('The `«harbour»` sleeps')
})

test('spaces at the ends stay outside of the signs, where they would undo them', () => {
  expect(marked('The« harbour »sleeps', 'bold')).toBe('The **«harbour»** sleeps')
})

test('the same again takes the signs away, wherever the selection has them', () => {
  expect(marked('The **«harbour»** sleeps', 'bold')).toBe('The «harbour» sleeps')
  expect(marked('The «**harbour**» sleeps', 'bold')).toBe('The «harbour» sleeps')
})

test('bold and italic stand beside each other', () => {
  expect(marked('The **«harbour»** sleeps', 'italic')).toBe('The ***«harbour»*** sleeps')
  expect(marked('The ***«harbour»*** sleeps', 'bold')).toBe('The *«harbour»* sleeps')
})

test('with nothing selected the caret stands between the signs', () => {
  expect(marked('The «»', 'code')).toBe('The `«»`')
})

test('a link selects what has yet to be written', () => {
  expect(marked('See «the pier» now', 'link')).toBe('See [the pier](«https://») now')
  expect(marked('See «https://pier.example» now', 'link')).toBe('See [«words»](https://pier.example) now')
  expect(marked('See «»', 'link')).toBe('See [words](«https://»)')
})
