import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestFit, splitText } from '../../src-main/core/split-text.ts'

const clusters = (text: string) => [...new Intl.Segmenter('en').segment(text)].map((one) => one.segment)
const visible = (text: string) => clusters(text).filter((one) => one.trim() !== '')
const within = (graphemes: number, bytes: number) => (text: string) =>
  clusters(text).length <= graphemes && new TextEncoder().encode(text).length <= bytes

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z]{1,12}[.,!?]?$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^https:\/\/[a-z]{1,40}\.org\/[a-z/]{0,60}$/) },
  { weight: 1, arbitrary: fc.constantFrom('👩‍👩‍👧‍👦', '🇩🇪', 'e\u0301tude', '日本語です。', 'नमस्ते', '한국어', '👍🏽') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }) },
)
const prose = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '\n', '\n\n', '\r\n', '. ', '\n---\n')), { maxLength: 60 })
  .map((pairs) => pairs.flat().join(''))

test('every part fits, whatever the text', () => {
  fc.assert(
    fc.property(prose, fc.integer({ min: 5, max: 60 }), (text, limit) => {
      const fits = within(limit, 100)
      expect(splitText(text, fits).filter((part) => !fits(part))).toEqual([])
    }),
  )
})

test('the parts together say all that the text says, in order, and no grapheme is torn', () => {
  fc.assert(
    fc.property(prose, fc.integer({ min: 5, max: 60 }), (text, limit) => {
      const parts = splitText(text, within(limit, 10_000))
      const said = text.split(/^---$/m).flatMap(visible)
      expect(parts.flatMap(visible)).toEqual(said)
    }),
  )
})

test('a word that fits a part is never torn', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,20}$/), { minLength: 1, maxLength: 80 })
  fc.assert(
    fc.property(words, fc.integer({ min: 20, max: 50 }), (all, limit) => {
      const parts = splitText(all.join(' '), within(limit, 10_000))
      expect(parts.flatMap((part) => part.split(' '))).toEqual(all)
    }),
  )
})

test('no part begins or ends with white space, and none is blank', () => {
  fc.assert(
    fc.property(prose, (text) => {
      for (const part of splitText(text, within(30, 10_000))) {
        expect(visible(part)).not.toEqual([])
        expect(clusters(part)[0]?.trim()).not.toBe('')
        expect(clusters(part).at(-1)?.trim()).not.toBe('')
      }
    }),
  )
})

test('what fits comes back as one part', () => {
  expect(splitText('Hello, world', within(300, 3000))).toEqual(['Hello, world'])
})

test('blank text has no parts', () => {
  expect(splitText(' \n\t\n', within(300, 3000))).toEqual([])
  expect(splitText('\n---\n', within(300, 3000))).toEqual([])
})

test('a line of three dashes breaks, on every system', () => {
  expect(splitText('One\n---\nTwo\r\n---\r\nThree', within(300, 3000))).toEqual(['One', 'Two', 'Three'])
})

test('dashes inside a line, and lines of more dashes, do not break', () => {
  expect(splitText('a --- b\n----\n--- c', within(300, 3000))).toEqual(['a --- b\n----\n--- c'])
})

test('a paragraph ends a part before a sentence does, and a sentence before a word does', () => {
  const fits = within(40, 3000)
  expect(splitText('A short paragraph.\n\nOne sentence here. Another one here.', fits)).toEqual([
    'A short paragraph.',
    'One sentence here. Another one here.',
  ])
  expect(splitText('This is the first sentence. And this one goes on a bit.', fits)).toEqual([
    'This is the first sentence.',
    'And this one goes on a bit.',
  ])
  expect(splitText('no sentence ends anywhere in this long run of words', fits)).toEqual([
    'no sentence ends anywhere in this long',
    'run of words',
  ])
})

test('a sentence that fills a part to the last character stays whole', () => {
  expect(splitText('Twelve chars. Then more.', within(13, 3000))).toEqual(['Twelve chars.', 'Then more.'])
})

test('a link moves whole into the next part', () => {
  const link = `https://example.com/${'a'.repeat(15)}`
  expect(splitText(`See this ${link} now`, within(40, 3000))).toEqual(['See this', `${link} now`])
})

test('a word longer than a part is broken, text without spaces between its words', () => {
  expect(splitText('x'.repeat(25), within(10, 3000))).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)])
  const parts = splitText('これは長い日本語の文章です。'.repeat(4), within(20, 3000))
  expect(parts.every((part) => part.endsWith('。'))).toBe(true)
})

test('an emoji of a family is not parted', () => {
  expect(splitText('👩‍👩‍👧‍👦'.repeat(3), within(2, 3000))).toEqual(['👩‍👩‍👧‍👦'.repeat(2), '👩‍👩‍👧‍👦'])
})

test('a single grapheme that is too much for a part is broken between code points', () => {
  const tower = `a${'\u0301'.repeat(2000)}`
  const parts = splitText(tower, within(300, 3000))
  expect(parts.join('')).toBe(tower)
  expect(parts.every(within(3000, 3000))).toBe(true)
})

test('the longest fit is the most that fits, and ends between graphemes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 1500 }), fc.integer({ min: 1, max: 900 }), (text, limit) => {
      const fits = within(limit, 100_000)
      const end = longestFit(text, fits)
      expect(clusters(text.slice(0, end)).length).toBe(Math.min(limit, clusters(text).length))
      expect(clusters(text.slice(0, end)).concat(clusters(text.slice(end)))).toEqual(clusters(text))
    }),
  )
})

test('a hundred thousand characters are split whole', () => {
  const text = 'Lorem ipsum dolor sit amet, consectetur. '.repeat(2440)
  const parts = splitText(text, within(300, 3000))
  expect(parts.join(' ').split(/\s+/)).toEqual(text.trim().split(/\s+/))
})
