import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { afterEach, describe, expect, test } from 'vitest'
import { DE } from '../../src-renderer/words/de.ts'
import { EN, type WordKey } from '../../src-renderer/words/en.ts'
import { localeFor, tongueFor } from '../../src-renderer/words/languages.ts'
import { pseudoCatalogue } from '../../src-renderer/words/pseudo.ts'
import { locale, say, sayList, sayNumber, setTongue } from '../../src-renderer/words/say.ts'

const KEYS = Object.keys(EN) as WordKey[]

/** The places of a message, with what they are: `count plural`. */
const placesIn = (elements: readonly MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    const own = `${element.value} ${TYPE[element.type]}`
    if (element.type === TYPE.tag) return [own, ...placesIn(element.children)]
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [own, ...Object.values(element.options).flatMap((option) => placesIn(option.value))]
    }
    return [own]
  })
const places = (message: string): string[] => [...new Set(placesIn(parse(message)))].toSorted()

afterEach(() => setTongue('en-GB', { ...EN }))

describe('the catalogues', () => {
  test('have the same places for values in every language', () => {
    const differing = KEYS.filter((key) => places(EN[key]).join() !== places(DE[key]).join())
    expect(differing).toEqual([])
  })

  test('say nothing that is empty or has spaces around it', () => {
    const odd = [EN, DE].flatMap((catalogue) =>
      Object.entries(catalogue).filter(([, text]) => text.trim() !== text || text === ''),
    )
    expect(odd).toEqual([])
  })

  test('hold no text that nobody says', () => {
    const root = join(import.meta.dirname, '..', '..', 'src-renderer')
    const sources = globSync('**/*.{ts,tsx}', { cwd: root })
      .filter((file) => !/^words[/\\](?:en|de)[/\\]/.test(file))
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .join('\n')
    // A key that is put together stands in the source by its beginning: `time.${near}`.
    const madeUp = [...sources.matchAll(/`([a-z.-]+)\$\{[^}]+\}([a-z.-]*)`/g)].map(
      ([, start = '', end = '']) => new RegExp(`^${start.replaceAll('.', '\\.')}.+${end.replaceAll('.', '\\.')}$`),
    )
    const unsaid = KEYS.filter((key) => !sources.includes(`'${key}'`) && !madeUp.some((pattern) => pattern.test(key)))
    expect(unsaid).toEqual([])
  })
})

describe('a text', () => {
  test('counts as its language counts', () => {
    expect([1, 2].map((count) => say('frame.attention', { count }))).toEqual(['1 needs attention', '2 need attention'])
    setTongue('de-DE', { ...DE })
    expect([1, 2].map((count) => say('frame.attention', { count }))).toEqual([
      '1 braucht Aufmerksamkeit',
      '2 brauchen Aufmerksamkeit',
    ])
    expect(locale()).toBe('de-DE')
  })

  test('has lists and numbers as the region writes them', () => {
    expect(sayList(['a', 'b', 'c'])).toBe('a, b and c')
    expect(sayNumber(1_000_000)).toBe('1,000,000')
    setTongue('de-DE', { ...DE })
    expect(sayList(['a', 'b', 'c'])).toBe('a, b und c')
    expect(sayNumber(1_000_000)).toBe('1.000.000')
  })

  test('is longer and accented in the first made-up language, and turned in the second', () => {
    setTongue('en-XA', pseudoCatalogue(EN, 'en-XA'))
    expect(say('frame.new-post')).toBe('Ñéŵ ƥóšť····')
    expect(say('frame.queued', { count: 3 })).toMatch(/^3 ƣ?.+·+$/)
    setTongue('en-XB', pseudoCatalogue(EN, 'en-XB'))
    expect(say('frame.new-post')).toBe('\u202ENew\u202C \u202Epost\u202C')
  })
})

describe('the language', () => {
  test('is what the address asks for, then what the person chose, then the computer’s, then English', () => {
    expect(tongueFor('de', 'fr-FR', '?language=en-XA')).toBe('en-XA')
    expect(tongueFor('de', 'en-US', '')).toBe('de')
    expect(tongueFor('system', 'de-AT', '')).toBe('de')
    expect(tongueFor('system', 'fr-FR', '')).toBe('en')
  })

  test('takes the region of the computer for dates and numbers', () => {
    expect(localeFor('en', 'de-DE')).toBe('en-DE')
    expect(localeFor('de', 'de-AT')).toBe('de-AT')
    expect(localeFor('de', 'not a language')).toBe('de-DE')
  })
})
