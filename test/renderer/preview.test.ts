import { expect, test } from 'vitest'
import { cropOf } from '../../src-renderer/composer/preview/crop.ts'
import { foldAt } from '../../src-renderer/composer/preview/fold-text.ts'
import { headingOf } from '../../src-renderer/composer/preview/heading.ts'
import { textPieces } from '../../src-renderer/composer/preview/text-pieces.ts'
import { toldOptions } from '../../src-renderer/composer/preview/told-options.ts'
import { anything } from '../fixtures/allows.ts'
import { descriptorOf } from './descriptor-of.ts'

test('emphasis and tags that overlap are cut into pieces that together are the text', () => {
  const text = 'Sail #today with us'
  const pieces = textPieces({
    text,
    ranges: [{ start: 5, end: 11, kind: 'tag', href: 'https://example.org/today' }],
    emphasis: [
      { start: 0, end: 8, kind: 'bold' },
      { start: 7, end: 16, kind: 'italic' },
      { start: 17, end: 19, kind: 'link', href: 'https://example.org/us' },
    ],
  })
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  expect(pieces.filter(({ range }) => range?.kind === 'tag').map((piece) => piece.text)).toEqual(['#t', 'o', 'day'])
  expect(pieces.filter(({ emphasis }) => emphasis.length === 2).map((piece) => piece.text)).toEqual(['o'])
  expect(pieces.at(-1)).toEqual({
    at: 17,
    text: 'us',
    range: { kind: 'link', href: 'https://example.org/us' },
    emphasis: [],
  })
})

test('a piece of the text keeps what is marked in it, and what reaches out of the text is left out', () => {
  const part = { text: 'one two', ranges: [], emphasis: [{ start: 2, end: 5, kind: 'bold' as const }] }
  expect(textPieces(part, 0, 3).map(({ text, emphasis }) => [text, ...emphasis])).toEqual([['on'], ['e', 'bold']])
  const outside = { ...part, emphasis: [{ start: 4, end: 20, kind: 'bold' as const }] }
  expect(textPieces(outside).map(({ emphasis }) => emphasis)).toEqual([[]])
})

test('a text is folded after so many characters, never within one', () => {
  const fold = { characters: 3, lines: null }
  expect(foldAt('abc', fold)).toBeNull()
  expect(foldAt('abcd', fold)).toBe(3)
  expect(foldAt('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', fold)).toBeNull()
  expect(foldAt('👍🏽👍🏽👍🏽!', fold)).toBe('👍🏽👍🏽👍🏽'.length)
})

test('a text is folded after so many lines, and long lines count as often as they break', () => {
  const fold = { characters: null, lines: 3 }
  expect(foldAt('a\nb\nc', fold)).toBeNull()
  expect(foldAt('a\nb\nc\nd', fold)).toBe('a\nb\nc'.length)
  expect(foldAt('x'.repeat(181), fold)).toBe(180)
  expect(foldAt(`a\n${'👍'.repeat(80)}`, { characters: null, lines: 2 })).toBe(2 + 60)
})

test('whichever comes first folds it', () => {
  expect(foldAt('a\nb\nc\nd', { characters: 100, lines: 2 })).toBe(3)
  expect(foldAt('abcdef\nb', { characters: 4, lines: 1 })).toBe(4)
})

test('a needed heading is the first line, which an article does not say again', () => {
  const title = { max: 100, needed: true, option: 'title' }
  const article = {
    allows: { ...anything.allows, title },
    look: { as: 'article' as const, several: 'column' as const, filesFirst: false },
  }
  const film = { ...article, look: { ...article.look, as: 'film' as const } }
  expect(headingOf(article, '\nAt sea\n\nWe left at dawn.', {})).toEqual({ heading: 'At sea', from: 9 })
  expect(headingOf(film, 'At sea\n\nWe left.', {})).toEqual({ heading: 'At sea', from: 0 })
  expect(headingOf(article, 'At sea', {})).toEqual({ heading: 'At sea', from: 0 })
  expect(headingOf(article, 'See https://example.org\n\nMore', {}).from).toBe(0)
  expect(headingOf(article, 'At sea\n\nMore', { title: ' Told ' })).toEqual({ heading: 'Told', from: 0 })
  expect(headingOf(anything, 'At sea', {})).toEqual({ heading: null, from: 0 })
})

test('an image is cut at both ends to the nearest shape that is taken', () => {
  const ratio = { least: 0.8, most: 1.91 }
  expect(cropOf({ width: 1000, height: 1000 }, ratio)).toBeNull()
  expect(cropOf({ width: 1000, height: 2500 }, ratio)).toEqual({ side: 0, end: 0.25, shape: '4:5' })
  const wide = cropOf({ width: 3820, height: 1000 }, ratio)
  expect(wide).toEqual({ side: 0.25, end: 0, shape: '1.91:1' })
  expect(cropOf({ width: 100, height: 5000 }, { least: null, most: null })).toBeNull()
})

test('what was chosen for a post is told by the names of its channel', () => {
  const channel = descriptorOf({
    options: {
      type: 'object',
      properties: {
        visibility: { title: 'Who sees it' },
        sensitive: { title: 'Hide the media at first' },
        spoiler_text: { title: 'Content warning' },
      },
    },
  })
  const told = toldOptions(channel, {
    visibility: 'FOLLOWERS_ONLY',
    sensitive: true,
    spoiler_text: ' Storm ',
    poll_options: ['Yes', 'No'],
    first_comment: 'More below',
    unknown: 'x',
  })
  expect(told).toEqual({
    warning: 'Storm',
    veiled: true,
    choices: ['Yes', 'No'],
    comment: 'More below',
    labels: ['Who sees it: followers only', 'Hide the media at first'],
    wordless: false,
  })
})

test('a story that shows no words says so', () => {
  const [usual] = anything.allows.content
  const takes = (usual?.takes ?? []).map((one) => ({ ...one, words: 'not-shown' as const }))
  const channel = descriptorOf({
    allows: { ...anything.allows, content: [...anything.allows.content, { type: 'STORY', takes }] },
  })
  expect(toldOptions(channel, { type: 'STORY' })).toMatchObject({ wordless: true, labels: ['As story'] })
  expect(toldOptions(channel, {}).wordless).toBe(false)
})
