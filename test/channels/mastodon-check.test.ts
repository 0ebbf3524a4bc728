import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { countingWith, fitsIn, measuresOf } from '../../src-main/channels/check/count-text.ts'
import type { Draft } from '../../src-main/channels/channel.ts'
import { MASTODON } from '../../src-main/channels/rules/mastodon.ts'
import { channelNamed, draftOf, mediaOf } from './channel-world.ts'

const mastodon = channelNamed('mastodon')
const settings = { server: 'https://social.example' }
const check = (draft: Partial<Draft> | string) => mastodon.check(draftOf(draft), settings)
const codes = async (draft: Partial<Draft> | string) =>
  (await check(draft)).problems.map(({ severity, code }) => `${severity} ${code}`)
const picture = (format: 'png' | 'gif' = 'png') =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .toFormat(format)
    .toBuffer()

/** Words with what the server counts for them: `null` for an address, which counts what the server says. */
const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,12}[a-z0-9]$/)
const host = fc
  .tuple(fc.stringMatching(/^[a-z]{1,12}$/), fc.constantFrom('com', 'org', 'social'))
  .map((all) => all.join('.'))
const path = fc.stringMatching(/^[a-z0-9]{0,60}$/)
const word = fc.oneof(
  fc.stringMatching(/^[a-z]{1,20}$/).map((text) => ({ text, counts: text.length })),
  fc.constantFrom('👩‍👩‍👧‍👦', '🇩🇪', '👍🏽', 'e\u0301', '日', 'ß', 'क्षि').map((text) => ({ text, counts: 1 })),
  fc.tuple(host, path).map(([at, more]) => ({ text: `https://${at}/${more}`, counts: null })),
  fc.tuple(name, host).map(([who, at]) => ({ text: `@${who}@${at}`, counts: who.length + 1 })),
  name.map((who) => ({ text: `@${who}`, counts: who.length + 1 })),
  // Neither an address without its protocol nor one of mail is shortened.
  host.map((text) => ({ text, counts: text.length })),
  fc.tuple(name, host).map((all) => ({ text: all.join('@'), counts: all.join('@').length })),
)
const words = fc.array(word, { maxLength: 30 })
const textOf = (all: readonly { text: string }[]) => all.map(({ text }) => text).join(' ')

test('counts as the server does: addresses what it says, mentions without their server, the rest as it is seen', async () => {
  for (const link of [23, 25, null]) {
    const [measure] = await measuresOf([{ max: 500, counting: 'fediverse', link }])
    fc.assert(
      fc.property(words, (all) => {
        const spaces = Math.max(0, all.length - 1)
        const expected = all.reduce((sum, { text, counts }) => sum + (counts ?? link ?? text.length), spaces)
        expect(measure?.count(textOf(all))).toBe(expected)
      }),
    )
  }
})

/** The cases by which Mastodon tests its own counting (status_length_validator_spec.rb). */
test.each([
  ['an address', `${'a'.repeat(476)} http://${'b'.repeat(30)}.com/example`, true],
  ['an address that begins within a word', `${'a'.repeat(476)}http://${'b'.repeat(30)}.com/example`, false],
  ['an address that is too long to be one', `http://example.com/valid?${'#foo?'.repeat(1000)}`, false],
  ['a mention', `${'a'.repeat(475)} @alice@${'b'.repeat(30)}.com`, true],
  ['a mention whose server has too long a name', `@alice@${'b'.repeat(500)}.com`, false],
])('a text fits or not as on a server: %s', async (_, text, fits) => {
  expect((await codes(text)).includes('error text-too-long')).toBe(!fits)
})

test('the warning counts with every part, and whole: addresses in it are not shortened', async () => {
  const measures = await measuresOf(MASTODON.text)
  const warning = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), words.map(textOf))
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
  fc.assert(
    fc.property(words, warning, (all, beside) => {
      const [alone, both] = [measures, countingWith(measures, beside)].map(([one]) => one?.count(textOf(all)) ?? 0)
      expect((both ?? 0) - (alone ?? 0)).toBe([...segmenter.segment(beside)].length)
    }),
  )
})

test('every part of a thread fits with its warning, and no word is lost', async () => {
  const measures = await measuresOf(MASTODON.text)
  await fc.assert(
    fc.asyncProperty(
      fc.array(words, { maxLength: 6 }),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      async (texts, spoiler) => {
        const text = texts.map(textOf).join('\n\n')
        const { parts, problems } = await check({ text, thread: true, options: { spoiler_text: spoiler } })
        const fits = fitsIn(countingWith(measures, spoiler))
        expect(parts.filter((part) => !fits(part.text))).toEqual([])
        expect(problems.map(({ code }) => code)).not.toContain('text-too-long')
        expect(
          parts
            .map((part) => part.text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''))
      },
    ),
    { numRuns: 40 },
  )
})

test.each([
  ['x'.repeat(450), []],
  ['x'.repeat(451), ['warning text-nearly-full']],
  ['日'.repeat(500), ['warning text-nearly-full']],
  ['👩‍👩‍👧‍👦'.repeat(501), ['error text-too-long']],
  [' \n ', ['error empty-post']],
])('judges the length of a text', async (text, expected) => {
  expect(await codes(text)).toEqual(expected)
})

test('ranges lie where the words are, with the pages that the account sees', async () => {
  const text = '👩‍👩‍👧‍👦 an @bob und @carol@example.org: https://example.com/@dave/1#x, mail a@b.example #Überschrift #1'
  const [part] = (await check(text)).parts
  expect(part?.ranges.map(({ start, end, kind, href }) => [text.slice(start, end), kind, href])).toEqual([
    ['@bob', 'mention', 'https://social.example/@bob'],
    ['@carol@example.org', 'mention', 'https://example.org/@carol'],
    ['https://example.com/@dave/1#x', 'link', 'https://example.com/@dave/1#x'],
    ['#Überschrift', 'tag', 'https://social.example/tags/%C3%9Cberschrift'],
  ])
})

test('judges files: how many, what kind, and whether their descriptions are taken', async () => {
  const [png, gif] = [await mediaOf(await picture(), 'a.png', 'A'), await mediaOf(await picture('gif'), 'b.gif', 'B')]
  const video = { ...png, name: 'c.mp4', mime: 'video/mp4' }
  expect(await codes({ media: [png, png, gif, png] })).toEqual([])
  expect(await codes({ media: [png, png, png, png, png] })).toEqual(['error too-many-media'])
  expect(await codes({ media: [video] })).toEqual([])
  expect(await codes({ media: [png, video] })).toEqual(['error type-mismatch'])
  expect(await codes({ media: [{ ...video, size: 100 * 1024 * 1024 }] })).toEqual(['error media-too-large'])
  expect(await codes({ media: [{ ...png, alt: 'x'.repeat(1501) }] })).toEqual(['error alt-too-long'])
  expect((await check({ media: [gif] })).changes).toEqual([])
})

test.each([
  [{ poll_options: ['Yes', 'No'] }, []],
  [{ poll_options: ['Yes', 'No'], poll_minutes: 60, poll_multiple: true }, []],
  [{ poll_options: ['Yes'] }, ['error option-invalid']],
  [{ poll_options: ['a', 'b', 'c', 'd', 'e'] }, ['error poll-too-long']],
  [{ poll_options: ['x'.repeat(51), 'No'] }, ['error poll-too-long']],
  [{ poll_options: ['👩‍👩‍👧‍👦'.repeat(50), 'No'] }, []],
  [{ poll_options: ['Same', 'Same'] }, ['error poll-repeats']],
  [{ poll_options: ['Yes', 'No'], poll_minutes: 4 }, ['error poll-time']],
  [{ poll_options: ['Yes', 'No'], poll_minutes: 50_000 }, ['error poll-time']],
  [{ poll_minutes: 60 }, ['warning option-unused']],
  [{ visibility: 'everybody' }, ['error option-invalid']],
  [{ colour: 'red' }, ['warning option-unknown']],
])('judges what a post is told: %j', async (options, expected) => {
  expect(await codes({ text: 'Tea?', options })).toEqual(expected)
})

test('a poll needs a text, and takes no files', async () => {
  const options = { poll_options: ['Yes', 'No'] }
  const media = [await mediaOf(await picture(), 'a.png', 'A')]
  expect(await codes({ text: '', options })).toEqual(['error empty-post', 'error poll-without-text'])
  expect(await codes({ text: 'x', media, options })).toEqual(['error poll-with-media'])
})

test.each([
  ['social.example', 'https://social.example'],
  [' https://social.example/home ', 'https://social.example/home'],
  ['http://127.0.0.1:8001', 'http://127.0.0.1:8001'],
  ['http://social.example', null],
  ['ftp://social.example', null],
  ['', null],
])('takes %j for the address of a server: %s', (typed, server) => {
  const parsed = mastodon.settings.safeParse({ server: typed })
  expect(parsed.success ? parsed.data['server'] : null).toBe(server)
})

test('no two posts share a marker', () => {
  const made = Array.from({ length: 100 }, () => mastodon.plan(draftOf('x'), settings))
  expect(new Set(made).size).toBe(100)
})
