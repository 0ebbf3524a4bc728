import fc from 'fast-check'
import { getEventHash, generateSecretKey } from 'nostr-tools/pure'
import { npubEncode, nsecEncode } from 'nostr-tools/nip19'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { notesOf } from '../../src-main/channels/nostr/events.ts'
import { openKey } from '../../src-main/channels/nostr/keys.ts'
import { createdAtOf } from '../../src-main/channels/nostr/marker.ts'
import { nostrSettings, relaysOf } from '../../src-main/channels/nostr/settings.ts'
import { channelNamed, draftOf, mediaOf, tools, uploadNotes } from './channel-world.ts'

const nostr = channelNamed('nostr')
const settings = { relays: 'wss://relay.example' }
const codes = async (...given: Parameters<typeof nostr.check>) =>
  (await nostr.check(...given)).problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)
const png = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .png()
    .toBuffer()

test.each([
  'wss://relay.example',
  'wss://relay.example/path?x=1, wss://other.example:4848',
  'ws://127.0.0.1:7000\nws://localhost:7001\tws://[::1]:7002',
])('takes %j for relays', (relays) => {
  expect(nostr.settings.safeParse({ relays }).success).toBe(true)
})

test.each([
  '',
  ' , ',
  'relay.example',
  'https://relay.example',
  'ws://relay.example',
  'ws://127.0.0.1.evil.example',
  'wss://me:secret@relay.example',
  'wss://',
  'wss://relay.example wss://exa mple',
  'javascript:alert(1)',
  Array.from({ length: 21 }, (_, index) => `wss://relay${index}.example`).join(' '),
])('does not take %j for relays', (relays) => {
  expect(nostr.settings.safeParse({ relays }).success).toBe(false)
})

test.each([{ mediaServer: 'http://media.example' }, { viewer: 'javascript:alert(1)' }, { mediaServer: 'no address' }])(
  'does not take %j',
  (about) => {
    expect(nostr.settings.safeParse({ ...settings, ...about }).success).toBe(false)
  },
)

test('a relay that is typed twice is asked once, and settings stay what they are when they are read again', () => {
  const typed = nostrSettings.parse({ relays: ' wss://Relay.example/ wss://relay.example#x wss://b.example/in ' })
  expect(relaysOf(typed)).toEqual(['wss://relay.example', 'wss://b.example/in'])
  expect(nostrSettings.parse(typed)).toEqual(typed)
})

test('judges length by what the relays told, in characters and in bytes', async () => {
  const limits = { contentLength: 100, messageBytes: 1024 + 120 }
  const of = (text: string) => codes(draftOf(text), { ...settings, limits })
  expect(await of('x'.repeat(100))).toEqual([])
  expect(await of('x'.repeat(101))).toEqual(['text-too-long'])
  expect(await of('é'.repeat(60))).toEqual([])
  expect(await of('é'.repeat(61))).toEqual(['text-too-long'])
  expect(await codes(draftOf('x'.repeat(90_000)), settings)).toEqual([])
  const { problems } = await nostr.check(draftOf('x'.repeat(95)), { ...settings, limits })
  expect(problems).toMatchObject([{ severity: 'warning', code: 'text-nearly-full' }])
})

test('refuses nothing at all, and takes files without words', async () => {
  expect(await codes(draftOf('  '), settings)).toEqual(['empty-post'])
  const media = [await mediaOf(await png(), 'a.png', 'A')]
  expect(await codes(draftOf({ media }), settings)).toEqual([])
  expect(await codes(draftOf({ media: Array.from({ length: 11 }, () => media).flat() }), settings)).toEqual([
    'too-many-media',
  ])
  const sound = media.map((one) => ({ ...one, mime: 'audio/mpeg' }))
  expect(await codes(draftOf({ text: 'Listen', media: sound }), settings)).toEqual(['media-unsupported'])
})

test('knows its options, and says so of others', async () => {
  const of = (options: Record<string, unknown>) => nostr.check(draftOf({ text: 'x', options }), settings)
  expect((await of({ content_warning: 'Spiders', type: 'TEXT' })).problems).toEqual([])
  expect((await of({ content_warning: 7 })).problems).toMatchObject([{ severity: 'error', code: 'option-invalid' }])
  expect((await of({ langs: ['en'] })).problems).toMatchObject([{ severity: 'warning', code: 'option-unknown' }])
  expect((await of({ type: 'STORY' })).problems).toMatchObject([{ code: 'type-unsupported' }])
})

test('shows links, hashtags and people where they stand', async () => {
  const { pubkey } = await openKey(nsecEncode(generateSecretKey()))
  const npub = npubEncode(pubkey)
  const text = `nostr:${npub} https://example.com/#no #yes @nobody nostr:npub1xyz xnostr:${npub}`
  const { parts } = await nostr.check(draftOf(text), settings)
  expect(parts[0]?.ranges.map(({ start, end, kind, href }) => [kind, text.slice(start, end), href])).toEqual([
    ['mention', `nostr:${npub}`, `https://njump.me/${npub}`],
    ['link', 'https://example.com/#no', 'https://example.com/#no'],
    ['tag', '#yes', 'https://njump.me/t/yes'],
  ])
})

test('what stands in the preview is what is sent, within the limits, with ids that are the same each time', async () => {
  const signer = await openKey(nsecEncode(generateSecretKey()))
  const limits = { contentLength: 80 }
  const told = nostrSettings.parse({ ...settings, limits })
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), async (text) => {
      const draft = draftOf({ text, thread: true })
      const { parts } = await nostr.check(draft, told)
      const [events, again] = [
        await notesOf(draft, [], told, signer.pubkey, 1_700_000_000),
        await notesOf(draft, [], told, signer.pubkey, 1_700_000_000),
      ]
      expect(events.map(({ content }) => content)).toEqual(parts.map((part) => part.text))
      for (const { content } of events) expect(content.length).toBeLessThanOrEqual(80)
      expect(again.map(({ id }) => id)).toEqual(events.map(getEventHash))
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
    }),
    { numRuns: 30 },
  )
})

test('the same words get another time each time, and other words do not wait for them', () => {
  const still = channelNamed('nostr', { clock: { ...tools.clock, now: () => 1_700_000_000_999 } })
  const times = ['a', 'a', 'b', 'a'].map((text) => createdAtOf(still.plan(draftOf(text), settings)))
  expect(times).toEqual([1_700_000_000, 1_700_000_001, 1_700_000_000, 1_700_000_002])
})

test('a lost marker is said, and nothing is sent', async () => {
  const outcome = await nostr.publish({
    settings,
    secret: nsecEncode(generateSecretKey()),
    session: { load: () => Promise.resolve(null), save: () => Promise.resolve(), exclusively: (work) => work() },
    destination: null,
    signal: AbortSignal.timeout(1000),
    itemId: 'itm_0000000000000001',
    draft: draftOf('x'),
    at: 0,
    zone: 'UTC',
    marker: '{"createdAt":"now"}',
    parts: [],
    standing: null,
    onPart: () => Promise.resolve(),
    notes: uploadNotes(),
    onProgress: () => {},
    relay: null,
  })
  expect(outcome).toMatchObject({ kind: 'rejected', failure: { code: 'internal' } })
})
