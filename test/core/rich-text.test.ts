import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emphasisKind } from '../../src-preload/contract/model/channel.ts'
import { readRichText } from '../../src-main/core/rich-text.ts'

const everything = new Set(emphasisKind.options)
const nothing = new Set<never>()
const read = (source: string) => {
  const { text, emphasis } = readRichText(source, everything)
  return { text, stretches: emphasis.map(({ kind, start, end }) => [kind, text.slice(start, end)]) }
}

test('marks within a line become stretches, and are gone from the text', () => {
  expect(read('a **b** *c* ~~d~~ `e` [f g](https://example.org)')).toEqual({
    text: 'a b c d e f g',
    stretches: [
      ['bold', 'b'],
      ['italic', 'c'],
      ['strike', 'd'],
      ['code', 'e'],
      ['link', 'f g'],
    ],
  })
})

test('stretches nest', () => {
  expect(read('**bold *and italic***')).toEqual({
    text: 'bold and italic',
    stretches: [
      ['bold', 'bold and italic'],
      ['italic', 'and italic'],
    ],
  })
})

test.each([
  '# a\n- b\n\n  c\n> d',
  'snake_case_name',
  'a &amp; <b>',
  '---\nx',
  'two  \nlines\ttab\r\nend',
  '2 * 3 * 4',
])('what is no mark within a line stands as it was typed: %j', (source) =>
  expect(read(source)).toEqual({ text: source, stretches: [] }),
)

test('a sign behind a backslash is a sign', () => {
  expect(read(String.raw`\*not so\*`)).toEqual({ text: '*not so*', stretches: [] })
})

test('a network without rich text gets the words, and the address of a link behind its own', () => {
  expect(readRichText('**Read** [this](https://example.org/a), `now`', nothing)).toEqual({
    text: 'Read this (https://example.org/a), now',
    emphasis: [],
  })
})

test('an address that a reader must not open is no link', () => {
  expect(readRichText('[x](javascript:alert(1))', everything)).toEqual({
    text: 'x (javascript:alert(1))',
    emphasis: [],
  })
})

test('whatever is typed, stretches lie within the text, are not empty and never overlap by half', () => {
  const typed = fc
    .array(
      fc.oneof(fc.constantFrom('*', '**', '~~', '`', '[', '](', ')', '\\', '\n', ' ', 'https://a.b', '_'), fc.string()),
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(typed, (source) => {
      const { text, emphasis } = readRichText(source, everything)
      expect(text.length).toBeLessThanOrEqual(source.length + 3 * (source.match(/]\(/g)?.length ?? 0))
      for (const one of emphasis) {
        expect(one.start).toBeGreaterThanOrEqual(0)
        expect(one.end).toBeGreaterThan(one.start)
        expect(one.end).toBeLessThanOrEqual(text.length)
        for (const other of emphasis) {
          const crosses = one.start < other.start && other.start < one.end && one.end < other.end
          expect(crosses).toBe(false)
        }
      }
    }),
    { numRuns: 500 },
  )
})
