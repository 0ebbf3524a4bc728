import fc from 'fast-check'
import sharp from 'sharp'
import twitter from 'twitter-text'
import { expect, test } from 'vitest'
import { channelDescriptor } from '../../../src-preload/contract/model/channel.ts'
import type { Draft } from '../../../src-main/channels/channel.ts'
import { checkDraft } from '../../../src-main/channels/check/check-draft.ts'
import { fitsIn, measuresOf } from '../../../src-main/channels/check/count-text.ts'
import { findRanges } from '../../../src-main/channels/check/find-ranges.ts'
import { NETWORKS } from '../../../src-main/channels/rules/index.ts'
import type { NetworkRules } from '../../../src-main/channels/rules/network-rules.ts'
import { createSandboxChannels } from '../../../src-main/channels/sandbox/index.ts'
import { draftOf, mediaOf, tools } from '../channel-world.ts'

const rulesOf = (key: string): NetworkRules => {
  const rules = NETWORKS.find((network) => network.key === key)
  if (!rules) throw new Error(`no rules for ${key}`)
  return rules
}
const check = (key: string, draft: Partial<Draft>) => {
  const rules = rulesOf(key)
  return checkDraft(rules, draftOf(draft), {
    ranges: (text) => Promise.resolve(findRanges(rules, text)),
    imagesByRecord: true,
  })
}
const codes = async (key: string, draft: Partial<Draft>) =>
  (await check(key, draft)).problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)
const used = async (key: string, text: string) => (await check(key, { text })).count?.used

let files = 0
const file = (mime: string, about: Partial<Draft['media'][number]> = {}): Draft['media'][number] => {
  files += 1
  return {
    id: `med_${files}`,
    hash: String(files).padStart(64, '0'),
    name: `file-${files}`,
    mime,
    size: 100_000,
    width: mime.startsWith('image/') ? 1080 : null,
    height: mime.startsWith('image/') ? 1080 : null,
    seconds: null,
    frameRate: null,
    edited: null,
    createdAt: 0,
    alt: 'Described',
    path: '/nowhere',
    ...about,
  }
}
const jpegs = (count: number) => Array.from({ length: count }, () => file('image/jpeg'))
const video = () => file('video/mp4')

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        '👩‍👩‍👧‍👦',
        '🇩🇪',
        'é',
        'a\u0301',
        '日',
        'word ',
        'https://example.com/a ',
        'foo.zip ',
        '@bob@example.org ',
        '…',
        '#tag ',
      ),
      { maxLength: 200 },
    )
    .map((all) => all.join('')),
)

test('every network says where its numbers come from and when they were read, and has one key of its own', () => {
  expect(new Set(NETWORKS.map(({ key }) => key)).size).toBe(NETWORKS.length)
  for (const { sources, read, types, content, edits, editMakesId } of NETWORKS) {
    expect(sources.length).toBeGreaterThan(0)
    expect(read).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(Object.keys(types).length).toBeGreaterThan(0)
    for (const one of [...content, ...Object.values(types).flat()]) {
      expect(one.media[0]).toBeLessThanOrEqual(one.media[1])
      expect((one.images ?? 0) + (one.videos ?? 0) + (one.documents ?? 0) > 0).toBe(one.media[1] > 0)
    }
    if (editMakesId) expect(edits).not.toBeNull()
  }
})

test('X counts as the maker of its rules does', async () => {
  const [measure] = await measuresOf(rulesOf('x').text)
  fc.assert(
    fc.property(anyText, (text) => {
      const parsed = twitter.parseTweet(text)
      expect(measure?.count(text)).toBe(parsed.weightedLength)
      if (text.trim() !== '' && measure) expect(fitsIn([measure])(text)).toBe(parsed.weightedLength <= 280)
    }),
  )
})

test.each([
  ['example.com', 23],
  ['foo.zip', 23],
  ['http://a.b', 10],
  ['localhost:3000', 14],
  ['👩‍👩‍👧‍👦', 2],
  ['🇩🇪', 2],
  ['日本', 4],
  ['…', 2],
  ['→', 2],
  ['—', 1],
  ['e\u0301', 1],
])('X counts %s as %i', async (text, count) => {
  expect(await used('x', text)).toBe(count)
})

test.each([
  ['https://example.com/a/very/long/path?with=a&query=of#its-own', 23],
  ['example.com', 11],
  ['@bob@example.social hello', 10],
  ['see (https://example.com)', 29],
  ['👩‍👩‍👧‍👦', 1],
])('Mastodon counts %s as %i', async (text, count) => {
  expect(await used('mastodon', text)).toBe(count)
})

test('Mastodon counts the content warning too', async () => {
  const { count } = await check('mastodon', { text: 'abc', options: { spoiler_text: 'food' } })
  expect(count?.used).toBe(7)
  expect(await codes('mastodon', { text: 'x'.repeat(499), options: { spoiler_text: 'food' } })).toEqual([
    'text-too-long',
  ])
})

test('Threads counts an emoji as its bytes and everything else as one', async () => {
  expect(await used('threads', 'aé日')).toBe(3)
  expect(await used('threads', '😀')).toBe(4)
  expect(await used('threads', '👩‍👩‍👧‍👦')).toBe(25)
})

test('whatever is written, the parts of a thread fit where there are threads', async () => {
  const threaded = NETWORKS.filter(({ thread }) => thread)
  for (const rules of threaded) {
    const fits = fitsIn(await measuresOf(rules.text))
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { maxLength: 4 }), async (texts) => {
        const { parts, problems } = await check(rules.key, { text: texts.join('\n'), thread: true })
        expect(parts.filter(({ text }) => !fits(text))).toEqual([])
        expect(problems.map(({ code }) => code)).not.toContain('text-too-long')
      }),
      { numRuns: 15 },
    )
  }
}, 60_000)

test('a channel without threads is not sent parts', async () => {
  const { parts } = await check('discord', { text: 'One\n---\nTwo', thread: true })
  expect(parts).toHaveLength(1)
})

test('a thread that cannot be is refused where the text is too long', async () => {
  expect(await codes('instagram', { text: 'x'.repeat(2201), media: jpegs(1), thread: true })).toEqual(['text-too-long'])
})

test.each([
  ['instagram', { text: 'x' }, ['media-required']],
  ['instagram', { text: 'x', media: jpegs(1) }, []],
  ['instagram', { text: 'x', media: [...jpegs(9), video()] }, []],
  ['instagram', { text: 'x', media: jpegs(11) }, ['too-many-media']],
  ['instagram', { text: 'x', media: jpegs(1), options: { type: 'CAROUSEL' } }, ['type-mismatch']],
  ['instagram', { media: jpegs(1), options: { type: 'STORY' } }, []],
  ['instagram', { media: jpegs(1), options: { type: 'REEL' } }, ['type-mismatch']],
  ['instagram', { media: [video()], options: { type: 'REEL' } }, []],
  ['instagram', { text: '#a '.repeat(31), media: jpegs(1) }, ['too-many-hashtags']],
  ['facebook', { text: 'x', media: [...jpegs(1), video()] }, ['type-mismatch']],
  ['facebook', { text: 'x', options: { type: 'STORY' } }, ['media-required']],
  ['x', { text: 'x', media: jpegs(5) }, ['too-many-media']],
  ['x', { text: 'x', media: [video(), video()] }, ['type-mismatch']],
  ['x', { text: '日'.repeat(141) }, ['text-too-long']],
  ['linkedin', { text: 'x', media: jpegs(20) }, []],
  ['linkedin', { text: 'See https://example.com', options: { type: 'ARTICLE' } }, []],
  ['youtube', { text: 'Title' }, ['media-required']],
  ['youtube', { text: 'Title', media: [video()] }, []],
  ['youtube', { text: 'Title <b>', media: [video()] }, ['text-refused']],
  ['youtube', { text: 'x'.repeat(101), media: [video()] }, ['title-too-long']],
  ['youtube', { text: 'x'.repeat(101), media: [video()], options: { title: 'Short' } }, []],
  ['youtube', { text: 'x', media: jpegs(1) }, ['type-mismatch']],
  ['youtube', { text: 'x', media: [...jpegs(1), video()] }, []],
  ['tiktok', { text: 'x'.repeat(3000), media: jpegs(3) }, []],
  ['tiktok', { text: 'x'.repeat(3000), media: [video()] }, ['text-too-long']],
  ['pinterest', { text: 'x' }, ['media-required']],
  ['google-business', { text: 'Call +49 30 1234567' }, ['text-refused']],
  ['google-business', { text: 'Open from 2026-12-01 to 2026-12-24' }, []],
  ['telegram', { text: 'x'.repeat(2000) }, []],
  ['telegram', { text: 'x'.repeat(2000), media: jpegs(1) }, ['text-too-long']],
  ['discord', { text: 'x'.repeat(2001) }, ['text-too-long']],
  ['reddit', { media: jpegs(1) }, ['title-missing']],
  ['nostr', { text: 'x', media: [file('application/pdf')] }, ['media-unsupported']],
  ['nostr', { media: [...jpegs(4), video()] }, []],
  ['x', { text: ' ' }, ['empty-post']],
] satisfies [string, Partial<Draft>, string[]][])('%s takes %j: %j', async (key, draft, expected) => {
  expect(await codes(key, draft)).toEqual(expected)
})

test('says in words what a type takes and what is there', async () => {
  const messageOf = async (key: string, draft: Partial<Draft>) =>
    (await check(key, draft)).problems.find(({ severity }) => severity === 'error')?.message
  expect(await messageOf('instagram', { text: 'x' })).toBe('Instagram requires media for all posts.')
  expect(await messageOf('instagram', { text: 'x', options: { type: 'REEL' } })).toBe(
    'A REEL on Instagram needs 1 video.',
  )
  expect(await messageOf('instagram', { media: jpegs(1), options: { type: 'CAROUSEL' } })).toBe(
    'A CAROUSEL on Instagram takes 2 to 10 images and videos; this has 1 image.',
  )
  expect(await messageOf('x', { text: 'x', media: [...jpegs(1), video()] })).toBe(
    'X takes at most 4 images, or 1 video; this has 1 image and 1 video.',
  )
})

test('judges files by their size and shape, and does not read those that fit', async () => {
  expect(await codes('instagram', { media: [file('image/jpeg', { width: 200, height: 200 })] })).toEqual([
    'media-unsupported',
  ])
  expect(await codes('linkedin', { text: 'x', media: [file('video/mp4', { size: 1000 })] })).toEqual([
    'media-unsupported',
  ])
  expect(await codes('discord', { text: 'x', media: [file('video/mp4', { size: 11 * 1024 * 1024 })] })).toEqual([
    'media-too-large',
  ])
  // These would have to be changed, so they are read, and they are not there.
  const moving = file('image/gif', { size: 16 * 1024 * 1024 })
  expect(await codes('x', { text: 'x', media: [moving] })).toEqual(['media-missing'])
  expect(await codes('instagram', { media: [file('image/png')] })).toEqual(['media-missing'])
})

test('tells what would be done to a picture for a network, and in a strict post refuses it', async () => {
  const bytes = await sharp({ create: { width: 1800, height: 600, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const media = [await mediaOf(bytes, 'wide.png', 'A')]
  const { changes, problems } = await check('instagram', { media })
  expect(problems).toEqual([])
  expect(changes.map(({ what, message }) => [what, message])).toEqual([
    [
      'trimmed',
      '1800 x 600 is cut at both ends to 1146 x 600, since Instagram takes widths of 0.8 to 1.91 times the height.',
    ],
    ['converted', 'PNG becomes JPEG, since Instagram takes JPEG.'],
  ])
  expect(await codes('instagram', { media, strict: true })).toEqual(['media-unsupported'])
  expect(await codes('x', { text: 'x', media, strict: true })).toEqual([])
})

test('a video whose length matters is said not to have been measured', async () => {
  const { problems } = await check('x', { text: 'x', media: [video()] })
  expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['warning video-unmeasured'])
  expect(problems[0]?.message).toContain('0.5 to 140 seconds')
})

test('links, tags and names are shown where a network has pages for them', async () => {
  const [part] = (await check('x', { text: 'Hi @bob, see https://example.com/#part #news' })).parts
  expect(part?.ranges.map(({ kind, href }) => [kind, href])).toEqual([
    ['mention', 'https://x.com/bob'],
    ['link', 'https://example.com/#part'],
    ['tag', 'https://x.com/hashtag/news'],
  ])
})

test.each([...createSandboxChannels(tools).values()].map((channel) => [channel.descriptor.name, channel] as const))(
  'the sandbox of %s describes itself as the contract says, and says that it is one',
  (_, channel) => {
    expect(channelDescriptor.parse(channel.descriptor)).toEqual(channel.descriptor)
    expect(channel.descriptor.summary).toContain('publishes them nowhere')
    expect(channel.descriptor.options).toMatchObject({ properties: { type: { title: 'Type' }, sandbox: {} } })
    expect(channel.descriptor.can).toMatchObject({
      edit: channel.edit !== undefined,
      unpublish: channel.unpublish !== undefined,
      destinations: channel.destinations !== undefined,
    })
  },
)
