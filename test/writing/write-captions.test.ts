import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tone as tones } from '../../src-preload/contract/model/writing.ts'
import type { Brief } from '../../src-main/core/ports.ts'
import { phrasesOf } from '../../src-main/writing/built-in/phrases.ts'
import { writeCaptions } from '../../src-main/writing/built-in/write-captions.ts'
import { hashtagOf } from '../../src-main/writing/keywords.ts'
import { aBrief, about, anAsset, within } from './briefs.ts'

const textsOf = async (brief: Brief) => (await writeCaptions(brief)).map(({ text }) => text)

const LANGUAGES = ['en', 'de', 'es', 'fr', 'pt', null] as const

/** Words, and whatever else stands between blanks, in lower case. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** Every word that the templates of any language can bring in. */
const vocabulary = new Set(
  LANGUAGES.flatMap((language) => {
    const { openers, closers, facts } = phrasesOf(language)
    return [openers, closers]
      .flatMap((lists) => Object.values(lists).flat())
      .concat(Object.values(facts))
      .flatMap(wordsOf)
  }),
)

const letters = fc.string({ unit: fc.constantFrom(...'abcdeäéßñ漢字مصбв ., !?$&{}#🎉'), maxLength: 120 })
const sentence = fc
  .tuple(fc.constantFrom('Lamp', 'Haus', 'مصباح', 'été', '漢字'), letters)
  .map(([word, rest]) => `${word} ${rest}`.trim())

test('every word of a caption comes from the asset or from the fixed words of the templates', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        title: sentence,
        summary: letters,
        keywords: fc.array(fc.constantFrom('oak', 'warm light', 'été'), { maxLength: 3 }),
        price: fc.constantFrom('', '12.00 EUR', '9'),
        place: fc.constantFrom('', 'Town hall, Bremen'),
      }),
      fc.constantFrom(...tones.options),
      fc.constantFrom(...LANGUAGES),
      fc.integer({ min: 60, max: 600 }),
      async ({ title, summary, keywords, price, place }, tone, language, max) => {
        const asset = anAsset({ title, summary, keywords, facts: { price, place } })
        const captions = await writeCaptions(
          aBrief({ about: { kind: 'asset', asset }, tone, language, count: 10, ...within(max) }),
        )
        const known = new Set([...vocabulary, ...wordsOf([title, summary, price, place].join(' '))])
        const tags = new Set(keywords.map(hashtagOf))
        for (const { text, hashtags } of captions) {
          expect(hashtags.filter((tag) => !tags.has(tag))).toEqual([])
          const body = text.replace(/\n\n#[^\n]*$/u, '')
          const cut = body.includes('…')
          const strange = wordsOf(hashtags.length > 0 ? body : text).filter(
            (word) => !known.has(word) && !(cut && [...known].some((whole) => whole.startsWith(word))),
          )
          expect({ text, strange }).toEqual({ text, strange: [] })
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('as many different captions as asked for come of every prompt, in every tone, and each fits', async () => {
  await fc.assert(
    fc.asyncProperty(
      sentence,
      fc.constantFrom(...tones.options),
      fc.constantFrom(...LANGUAGES),
      fc.integer({ min: 3, max: 10 }),
      fc.constantFrom(140, 280, 300, 500, 5000),
      async (prompt, tone, language, count, max) => {
        const texts = await textsOf(aBrief({ about: about(prompt), tone, language, count, ...within(max) }))
        expect(new Set(texts).size).toBe(count)
        expect(texts.every((text) => text.length <= max && text.isWellFormed())).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})

test('a caption says what the asset is, what it costs, and carries link and hashtags', async () => {
  const [first] = await writeCaptions(aBrief({ link: 'https://shop.example/lamp' }))
  expect(first).toEqual({
    text: 'Oak lamp\n\nA lamp made of oak. It gives warm light and lasts for years.\n\nPrice: 49.00 EUR\n\nhttps://shop.example/lamp\n\n#oak #lamp #WarmLight',
    hashtags: ['oak', 'lamp', 'WarmLight'],
  })
})

test('the language that is asked for is the language of the templates, whatever that of the asset', async () => {
  const openings = async (language: string) =>
    (await textsOf(aBrief({ language, tone: 'professional' })))[0]?.split(':')[0]
  expect(await openings('en')).toBe('At a glance')
  expect(await openings('de-AT')).toBe('Zur Information')
  expect(await openings('es')).toBe('Para su información')
  expect(await openings('fr')).toBe('Pour information ')
})

test('without a language it is that of the prompt; one that Posthorn does not write in gets signs instead of words', async () => {
  const german = await textsOf(
    aBrief({ about: about('Neue Eichenlampen im Laden'), tone: 'friendly', hashtags: false }),
  )
  expect(german[0]).toBe('Hallo zusammen! Neue Eichenlampen im Laden')
  const arabic = await textsOf(aBrief({ about: about('مصابيح جديدة في متجرنا'), hashtags: false }))
  expect(arabic).toEqual(['مصابيح جديدة في متجرنا', '• مصابيح جديدة في متجرنا\n\n💬', '◆ مصابيح جديدة في متجرنا\n\n🔁'])
})

test('what a prompt asks for is not said, what it is about is', async () => {
  const texts = await textsOf(
    aBrief({ about: about('Write a short post about our summer party on Saturday'), hashtags: false }),
  )
  expect(texts[0]).toBe('Our summer party on Saturday')
  const german = await textsOf(
    aBrief({ about: about('Schreibe einen Post über unser Sommerfest am Samstag'), hashtags: false }),
  )
  expect(german[0]).toBe('Unser Sommerfest am Samstag')
})

test('an event is told with its day as it was written, in the way of the language', async () => {
  const asset = anAsset({
    kind: 'event',
    title: 'Night of songs',
    summary: '',
    facts: { startsAt: '2026-12-05T19:00:00+01:00', place: 'Town hall' },
  })
  const first = async (language: string) =>
    (await textsOf(aBrief({ about: { kind: 'asset', asset }, language, hashtags: false })))[0]
  expect(await first('en')).toBe('Night of songs\n\nWhen: 5 December 2026 at 19:00\nWhere: Town hall')
  expect(await first('de')).toBe('Night of songs\n\nWann: 5. Dezember 2026 um 19:00\nWo: Town hall')
  expect(await first('pt')).toBe('Night of songs\n\n🗓 2026-12-05 19:00\n📍 Town hall')
})

test('where there is little room hashtags go first, then sentences, then words, and the title is kept', async () => {
  const texts = async (max: number) => (await textsOf(aBrief({ ...within(max) })))[0]
  expect(await texts(90)).toBe('Oak lamp\n\nA lamp made of oak.\n\nPrice: 49.00 EUR\n\n#oak #lamp #WarmLight')
  expect(await texts(40)).toBe('Oak lamp\n\n#oak #lamp #WarmLight')
  expect(await texts(8)).toBe('Oak lamp')
  expect(await texts(7)).toBe('Oak…')
})

test('prompts of emoji, right-to-left text and endless words come out whole or cut between characters', async () => {
  expect((await textsOf(aBrief({ about: about('🎉🎉') })))[0]).toBe('🎉🎉')
  const family = '👩‍👩‍👧‍👦'.repeat(60)
  for (const text of await textsOf(aBrief({ about: about(family), ...within(100) }))) {
    expect(text.replaceAll('👩‍👩‍👧‍👦', '')).not.toMatch(/👩|👧|👦|\u200D/u)
  }
  expect(await textsOf(aBrief({ about: about('w'.repeat(4000)), ...within(100) }))).toHaveLength(3)
})

test('a prompt with a pattern of the template in it stays what it is', async () => {
  const [first, second] = await textsOf(
    aBrief({ about: about("Save $& and {} and $' today"), language: 'en', hashtags: false }),
  )
  expect(first).toBe("Save $& and {} and $' today")
  expect(second).toContain("Save $& and {} and $' today")
})

test('hashtags that the prompt carries already are not said twice', async () => {
  const [first] = await writeCaptions(aBrief({ about: about('Lamps made of wood #lamps'), language: 'en' }))
  expect(first?.text.match(/#lamps/gi)).toHaveLength(1)
})
