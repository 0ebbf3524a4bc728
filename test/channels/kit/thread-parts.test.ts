import fc from 'fast-check'
import { expect, test } from 'vitest'
import { threadParts } from '../../../src-main/channels/check/thread-parts.ts'

const fits = (max: number) => (text: string) => text.length <= max

test('parts are numbered by their place and how many there are', () => {
  expect(threadParts({ text: 'One.\n---\nTwo.\n---\nThree.', thread: true, numbered: true }, fits(20))).toEqual([
    'One. 1/3',
    'Two. 2/3',
    'Three. 3/3',
  ])
})

test('a text that is one part has no number', () => {
  expect(threadParts({ text: 'One.', thread: true, numbered: true }, fits(20))).toEqual(['One.'])
})

test('with its number every part fits, however many there are, and no word is lost', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 400 })
  fc.assert(
    fc.property(words, fc.integer({ min: 24, max: 80 }), (typed, max) => {
      const parts = threadParts({ text: typed.join(' '), thread: true, numbered: true }, fits(max))
      expect(parts.every((part) => part.length <= max)).toBe(true)
      const bare = parts.length === 1 ? parts : parts.map((part) => part.replace(/ \d+\/\d+$/, ''))
      expect(bare.join(' ').split(/\s+/)).toEqual(typed)
      if (parts.length > 1) expect(parts.at(-1)).toMatch(new RegExp(` ${parts.length}/${parts.length}$`))
    }),
  )
})
