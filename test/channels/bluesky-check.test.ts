import { randomBytes } from 'node:crypto'
import { RichText } from '@atproto/api'
import { TID } from '@atproto/common-web'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { createKeyMaker, readKeys } from '../../src-main/channels/bluesky/record-keys.ts'
import { fitsOnePost } from '../../src-main/channels/bluesky/thread-parts.ts'
import { plainMeasure } from '../../src-main/channels/check/count-text.ts'
import { fitMedia } from '../../src-main/channels/check/fit-media.ts'
import { formatSize } from '../../src-main/channels/check/format-media.ts'
import { BLUESKY_IMAGES, BLUESKY_TEXT } from '../../src-main/channels/rules/bluesky.ts'
import { channelNamed, draftOf, mediaOf, tools, workOf } from './channel-world.ts'

const LIMITS = BLUESKY_TEXT.map(plainMeasure)
const bluesky = channelNamed('bluesky')
const settings = { service: 'https://bsky.social', identifier: 'alice.test' }
const check = (draft: Partial<Draft> | string) => bluesky.check(draftOf(draft), settings)
const codes = async (draft: Partial<Draft> | string) =>
  (await check(draft)).problems.map(({ severity, code }) => `${severity} ${code}`)
const picture = (format: 'png' | 'gif' = 'png') =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .toFormat(format)
    .toBuffer()

const movingGif = async () => {
  const frames = await Promise.all(
    ['red', 'blue'].map((background) =>
      sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  return sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
}
const noise = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom('👩‍👩‍👧‍👦', '🇩🇪', 'é', 'a\u0301', '日', 'word '), { maxLength: 400 }).map((all) => all.join('')),
)

test('counts as the server does', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const rich = new RichText({ text })
      expect(LIMITS.map(({ count }) => count(text))).toEqual([rich.graphemeLength, rich.length])
      expect(fitsOnePost(text)).toBe(rich.graphemeLength <= 300 && rich.length <= 3000)
    }),
  )
})

test('every part of a thread fits, in both counts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { maxLength: 8 }), async (texts) => {
      const { parts, problems } = await check({ text: texts.join('\n'), thread: true })
      expect(parts.filter(({ text }) => !fitsOnePost(text))).toEqual([])
      expect(problems.map(({ code }) => code)).not.toContain('text-too-long')
    }),
    { numRuns: 50 },
  )
})

test('ranges lie where the words are, whatever stands before them', async () => {
  const text = '👩‍👩‍👧‍👦 Grüße an @bob.test: https://example.com/ä, auch example.org! #tag'
  const [part] = (await check(text)).parts
  expect(part?.ranges.map(({ start, end, kind, href }) => [text.slice(start, end), kind, href])).toEqual([
    ['@bob.test', 'mention', 'https://bsky.app/profile/bob.test'],
    ['https://example.com/ä', 'link', 'https://example.com/ä'],
    ['example.org', 'link', 'https://example.org'],
    ['#tag', 'tag', 'https://bsky.app/hashtag/tag'],
  ])
})

test('says how full the fullest part is, in the count that is nearer its limit', async () => {
  expect((await check('Hello')).count).toEqual({ used: 5, max: 300, unit: 'characters' })
  expect((await check('👩‍👩‍👧‍👦'.repeat(100))).count).toEqual({ used: 2500, max: 3000, unit: 'bytes' })
  expect((await check({ text: `short\n---\n${'x'.repeat(40)}`, thread: true })).count?.used).toBe(40)
})

test('refuses 400 characters, and says where it becomes too long and what to do', async () => {
  const { problems } = await check('é'.repeat(400))
  expect(problems).toMatchObject([
    {
      severity: 'error',
      code: 'text-too-long',
      message: 'The text is too long for Bluesky: 400 of 300 characters.',
      next: 'Shorten it or split it into a thread.',
      field: 'text',
      at: 300,
    },
  ])
})

test('the place where a text of long emoji becomes too long is where the bytes end', async () => {
  const { problems } = await check('👩‍👩‍👧‍👦'.repeat(200))
  expect(problems[0]).toMatchObject({ code: 'text-too-long', at: 120 * '👩‍👩‍👧‍👦'.length })
})

test('takes a long text as a thread', async () => {
  const { problems, parts } = await check({ text: 'word '.repeat(200), thread: true })
  expect(problems).toEqual([])
  expect(parts.length).toBeGreaterThan(3)
})

test('warns from nine tenths of the limit on', async () => {
  expect(await codes('x'.repeat(270))).toEqual([])
  expect(await codes('x'.repeat(271))).toEqual(['warning text-nearly-full'])
  expect(await codes('x'.repeat(300))).toEqual(['warning text-nearly-full'])
})

test('refuses an empty post, but not an image without words', async () => {
  expect(await codes(' \n ')).toEqual(['error empty-post'])
  expect(await codes({ text: '---', thread: true })).toEqual(['error empty-post'])
  const alone = await check({ media: [await mediaOf(await picture(), 'a.png', 'A square')] })
  expect(alone.problems).toEqual([])
  expect(alone.parts).toEqual([{ text: '', ranges: [], emphasis: [], used: 0 }])
})

test('judges media: how many, what kind, and whether they are described', async () => {
  const [png, gif] = [await mediaOf(await picture(), 'a.png', 'A'), await mediaOf(await picture('gif'), 'b.gif', 'B')]
  const video = { ...png, name: 'c.mp4', mime: 'video/mp4' }
  expect(await codes({ media: [png, png, png, png] })).toEqual([])
  expect(await codes({ media: Array.from({ length: 10 }, () => png) })).toEqual([])
  expect(await codes({ media: Array.from({ length: 11 }, () => png) })).toEqual(['error too-many-media'])
  expect(await codes({ media: [{ ...png, alt: ' ' }] })).toEqual(['warning alt-missing'])
  expect(await codes({ media: [{ ...png, alt: 'x'.repeat(2001) }] })).toEqual(['warning alt-too-long'])
  expect(await codes({ media: [gif] })).toEqual([])
  expect(await codes({ media: [await mediaOf(await movingGif(), 'd.gif', 'D')] })).toEqual(['warning still-image'])
  expect(await codes({ media: [video] })).not.toContain('error media-unsupported')
  expect(await codes({ media: [{ ...video, mime: 'video/webm' }] })).toContain('error media-unsupported')
  expect(await codes({ media: [video, png] })).toContain('error type-mismatch')
  expect(await codes({ media: [{ ...video, size: 300_000_001 }] })).toContain('error media-too-large')
})

test('shows a card for the first link, in whichever part, and none beside an image', async () => {
  expect((await check('See https://example.com/a and https://example.com/b')).card).toBe('https://example.com/a')
  expect((await check({ text: 'One\n---\nhttps://example.com/c', thread: true })).card).toBe('https://example.com/c')
  const media = [await mediaOf(await picture(), 'a.png', 'A')]
  expect((await check({ text: 'See https://example.com/a', media })).card).toBeNull()
})

test('tags organise and are not written into the post', async () => {
  expect((await check({ text: 'Hello', tags: ['plans'] })).parts).toEqual([
    { text: 'Hello', ranges: [], emphasis: [], used: 5 },
  ])
})

test('plans a key for each part, no two alike, in the order of the parts', () => {
  const draft = draftOf({ text: 'A\n---\nB\n---\nC', thread: true })
  const markers = [workOf(bluesky, draft, { settings }), workOf(bluesky, draft, { settings })].map(
    ({ marker }) => marker,
  )
  const keys = markers.flatMap((marker) => readKeys(marker, 3))
  expect(new Set(keys).size).toBe(6)
  expect(keys).toEqual(keys.toSorted())
  expect(keys.every((key) => Math.abs(TID.fromStr(key).timestamp() / 1000 - Date.now()) < 60_000)).toBe(true)
})

test('keys are written as the protocol writes them', () => {
  const instants = fc.integer({ min: 1_200_000_000_000, max: 4_000_000_000_000 })
  fc.assert(
    fc.property(instants, fc.integer({ min: 0, max: 1023 }), (now, clockId) => {
      const make = createKeyMaker({ ...tools.clock, now: () => now }, () => clockId / 1024)
      expect(readKeys(make(1), 1)).toEqual([TID.fromTime(now * 1000, clockId).toString()])
    }),
  )
})

test('a text that grew after it was planned gets further keys, always the same and never those of another post', () => {
  const make = createKeyMaker(tools.clock, () => 0.5)
  const [first, second] = [make(2), make(2)]
  const grown = readKeys(first, 5)
  expect(grown.slice(0, 2)).toEqual(readKeys(first, 2))
  expect(readKeys(first, 5)).toEqual(grown)
  expect(new Set([...grown, ...readKeys(second, 5)]).size).toBe(10)
  expect(readKeys(first, 1)).toEqual(grown.slice(0, 1))
})

test('takes an encrypted server, and a plain one only on this computer', () => {
  const accepts = (service: string) => bluesky.settings.safeParse({ service, identifier: 'alice.test' }).success
  expect(accepts('https://pds.example.com')).toBe(true)
  expect(accepts('http://127.0.0.1:2583')).toBe(true)
  expect(accepts('http://localhost:2583')).toBe(true)
  expect(accepts('http://pds.example.com')).toBe(false)
  expect(accepts('http://127.0.0.1.example.com')).toBe(false)
  expect(accepts('ftp://example.com')).toBe(false)
  expect(accepts('nonsense')).toBe(false)
})

test('the server has a default, and an @ before the handle does no harm', () => {
  expect(bluesky.settings.parse({ identifier: ' @alice.test ' })).toEqual({
    service: 'https://bsky.social',
    identifier: 'alice.test',
  })
})

test('describes its settings for a form, without what it finds out by itself', () => {
  expect(bluesky.descriptor.settings).toMatchObject({
    type: 'object',
    required: ['identifier'],
    properties: {
      service: { type: 'string', format: 'uri', title: 'Server', default: 'https://bsky.social' },
      identifier: { type: 'string', title: 'Handle' },
    },
  })
  expect(JSON.stringify(bluesky.descriptor.settings)).not.toContain('did')
})

test('tells with figures what it will do to each file, before anything is sent', async () => {
  const photo = await mediaOf(await noise(3000, 1500).jpeg({ quality: 60 }).toBuffer(), 'photo.jpg', 'A')
  const gif = await mediaOf(await picture('gif'), 'still.gif', 'B')
  const fine = await mediaOf(await picture(), 'fine.png', 'C')
  const { changes, problems } = await check({ text: 'x', media: [photo, gif, fine] })
  expect(problems).toEqual([])
  expect(changes.map(({ mediaId, what }) => [mediaId, what])).toEqual([
    [photo.id, 'resized'],
    [photo.id, 'recompressed'],
    [gif.id, 'converted'],
  ])
  expect(changes[0]?.message).toBe('3000 x 1500 becomes 2000 x 1000, since Bluesky takes at most 2000 pixels.')
  expect(changes[1]?.message).toMatch(/^[\d.]+ MB becomes [\d.]+ kB, since Bluesky takes at most 1 MB\.$/)
  expect(changes[2]?.message).toBe('GIF becomes PNG, since Bluesky takes JPEG, PNG, WEBP.')
}, 30_000)

test('the report is what is sent: the same fitting decides in both', async () => {
  const bytes = await noise(2400, 1200).png().toBuffer()
  const media = await mediaOf(bytes, 'noise.png', 'A')
  const { changes } = await check({ text: 'x', media: [media] })
  const sent = await fitMedia(media, BLUESKY_IMAGES, 'Bluesky')
  expect(changes.map(({ message }) => message)).toEqual([
    `2400 x 1200 becomes ${sent.width} x ${sent.height}, since Bluesky takes at most 2000 pixels.`,
    'PNG becomes JPEG, since Bluesky takes at most 1 MB.',
    `${formatSize(bytes.length)} becomes ${formatSize(sent.bytes.length)}, since Bluesky takes at most 1 MB.`,
  ])
  expect(sent.mime).toBe('image/jpeg')
}, 30_000)

test('a strict post is refused where a file would have to be changed, and says how', async () => {
  const large = await mediaOf(await noise(2400, 100).jpeg().toBuffer(), 'wide.jpg', 'A')
  const moving = await mediaOf(await movingGif(), 'moving.gif', 'B')
  const fine = await mediaOf(await picture(), 'fine.png', 'C')
  expect(await codes({ strict: true, media: [large] })).toEqual(['error media-too-large'])
  expect(await codes({ strict: true, media: [moving] })).toEqual(['error media-unsupported'])
  expect(await codes({ strict: true, media: [fine] })).toEqual([])
  const { problems, changes } = await check({ strict: true, media: [large] })
  expect(problems[0]?.message).toContain('2400 x 100 becomes 2000 x 83')
  expect(changes).toEqual([])
})

test('what a picture tells of place and camera is left out, strict or not, and that is told', async () => {
  const bytes = await sharp(await picture())
    .jpeg()
    .withExifMerge({ IFD0: { Model: 'Camera' } })
    .toBuffer()
  const media = [await mediaOf(bytes, 'a.jpg', 'A')]
  for (const strict of [true, false]) {
    const { changes, problems } = await check({ text: 'x', media, strict })
    expect(problems).toEqual([])
    expect(changes).toMatchObject([
      { mediaId: media[0]?.id, what: 'recompressed', message: 'What it tells of place and camera is left out.' },
    ])
  }
})

test('a file that is gone from the disk is told before it is due', async () => {
  const media = { ...(await mediaOf(await noise(20, 20).png().toBuffer(), 'gone.png', 'A')), path: '/nowhere/gone.png' }
  expect(await codes({ media: [media] })).toEqual(['error media-missing'])
})

test('the type of a post must be one Bluesky has, and its content what that type is', async () => {
  const media = [await mediaOf(await picture(), 'a.png', 'A')]
  const typed = (type: unknown, about: Partial<Draft>) => codes({ ...about, options: { type } })
  expect(await typed('IMAGE', { media })).toEqual([])
  expect(await typed('TEXT', { text: 'x' })).toEqual([])
  expect(await typed('LINK', { text: 'x https://example.com' })).toEqual([])
  expect(await typed('STORY', { media })).toEqual(['error type-unsupported'])
  expect(await typed('IMAGE', { text: 'x' })).toEqual(['error media-required'])
  expect(await typed('TEXT', { text: 'x', media })).toEqual(['error type-mismatch'])
  expect(await typed('LINK', { text: 'x' })).toEqual(['error type-mismatch'])
  const { problems } = await check({ text: 'x', options: { type: 'STORY' } })
  expect(problems[0]).toMatchObject({
    message: 'Bluesky has no post of the type STORY; it has POST, TEXT, LINK, IMAGE, CAROUSEL, VIDEO.',
    field: 'options',
  })
})

test('knows the languages of a post, tells of options nobody reads, and refuses malformed ones', async () => {
  expect(await codes({ text: 'x', options: { langs: ['de', 'pt-BR'] } })).toEqual([])
  expect(await codes({ text: 'x', options: { langs: ['not a tag'] } })).toEqual(['error option-invalid'])
  expect(await codes({ text: 'x', options: { langs: 'de' } })).toEqual(['error option-invalid'])
  expect(await codes({ text: 'x', options: { lang: ['de'] } })).toEqual(['warning option-unknown'])
  expect((await check({ text: 'x', options: { lang: 'de' } })).problems[0]?.message).toContain('"lang"')
})

test('judges what a post is told of answers, quotes, labels and tags', async () => {
  const told = (options: Draft['options']) => codes({ text: 'x', options })
  const post = 'https://bsky.app/profile/alice.test/post/3kaaaaaaaaaaa'
  expect(await told({ quote: post, reply_to: 'at://did:plc:a/app.bsky.feed.post/3k', labels: ['nudity'] })).toEqual([])
  expect(await told({ quote: 'https://example.com/a' })).toEqual(['error option-invalid'])
  expect(await told({ reply_to: 'https://bsky.app/profile/alice.test' })).toEqual(['error option-invalid'])
  expect(await told({ replies: 'list' })).toEqual(['error option-invalid'])
  expect(await told({ replies_list: 'https://bsky.app/profile/alice.test/lists/3k' })).toEqual([
    'warning option-unused',
  ])
  expect(await told({ replies: 'nobody', reply_to: post })).toEqual(['warning option-unused'])
  expect(await told({ labels: ['spider'] })).toEqual(['error option-invalid'])
  expect(await told({ tags: ['👩‍👩‍👧‍👦'.repeat(25)] })).toEqual([])
  expect(await told({ tags: ['x'.repeat(65)] })).toEqual(['error option-invalid'])
  expect(await told({ tags: Array.from({ length: 9 }, () => 'x') })).toEqual(['error option-invalid'])
})
