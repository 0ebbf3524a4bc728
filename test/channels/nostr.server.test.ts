import { readFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Event } from 'nostr-tools/core'
import { decode, npubEncode, nsecEncode } from 'nostr-tools/nip19'
import { finalizeEvent, generateSecretKey, getPublicKey, verifyEvent } from 'nostr-tools/pure'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { type BlossomContract, startBlossomContract } from '../servers/blossom-contract.ts'
import { type NostrRelay, startNostrRelay } from '../servers/nostr-relay.ts'
import { freePort } from '../servers/pds.ts'
import { channelNamed, draftOf, mediaOf, workOf } from './channel-world.ts'

const nostr = channelNamed('nostr')
const key = generateSecretKey()
const secret = nsecEncode(key)
const pubkey = getPublicKey(key)

const relay = async (about: Parameters<typeof startNostrRelay>[0] = {}): Promise<NostrRelay> => {
  const started = await startNostrRelay(about)
  onTestFinished(() => started.close())
  return started
}
const mediaServer = async (): Promise<BlossomContract> => {
  const started = await startBlossomContract()
  onTestFinished(() => started.close())
  return started
}
const settingsFor = (...relays: (NostrRelay | string)[]) => ({
  relays: relays.map((one) => (typeof one === 'string' ? one : one.url)).join(' '),
})
const work = (
  settings: Record<string, unknown>,
  draft: Partial<Draft> | string,
  about: Parameters<typeof workOf>[2] = {},
) => workOf(nostr, draftOf(draft), { settings, secret, ...about })
const publish = async (sent: ReturnType<typeof work>) => {
  const outcome = await nostr.publish(sent)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome
}
const nowhere = async () => `ws://127.0.0.1:${await freePort()}`
const image = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()
const tagsOf = (event: Event | undefined, name: string) => event?.tags.filter((tag) => tag[0] === name) ?? []

test('connects with an nsec or a hexadecimal key, and learns the name and the limits of the relays', async () => {
  const small = await relay({ information: { limitation: { max_content_length: 500, max_message_length: 4000 } } })
  const large = await relay({ information: { limitation: { max_content_length: 9000, max_message_length: '?' } } })
  for (const typed of [secret, `  ${Buffer.from(key).toString('hex').toUpperCase()}\n`]) {
    const answer = await nostr.connect({ ...work(settingsFor(small, large, small), ''), secret: typed })
    expect(answer).toMatchObject({
      kind: 'valid',
      identity: npubEncode(pubkey),
      settings: { relays: `${small.url} ${large.url}`, limits: { contentLength: 500, messageBytes: 4000 } },
    })
    if (answer.kind !== 'valid') return
    expect(nostr.settings.parse(answer.settings)).toEqual(answer.settings)
    const { problems, count } = await nostr.check(draftOf('x'.repeat(501)), answer.settings)
    expect(count).toEqual({ used: 501, max: 500, unit: 'characters' })
    expect(problems).toMatchObject([{ code: 'text-too-long', at: 500 }])
  }
})

test('tells the picture of the newest words that a relay has about the key', async () => {
  const [one, two] = [await relay(), await relay()]
  const about = (created_at: number, content: string) => finalizeEvent({ kind: 0, created_at, content, tags: [] }, key)
  const put = async ({ url, events }: NostrRelay, event: Event) => {
    const speak = new WebSocket(url)
    await once(speak, 'open')
    speak.send(JSON.stringify(['EVENT', event]))
    await expect.poll(() => events().length).toBe(1)
    speak.close()
  }
  const connect = () => nostr.connect(work(settingsFor(one, two), ''))
  expect(await connect()).toMatchObject({ kind: 'valid', picture: null })
  await put(one, about(1_700_000_000, '{"picture":"https://old.example/a.png"}'))
  await put(two, about(1_700_000_001, '{"picture":"https://new.example/b.png","name":7}'))
  expect(await connect()).toMatchObject({ kind: 'valid', picture: 'https://new.example/b.png' })
})

test.each([[null], [''], ['nsec1qqqq'], ['00'.repeat(32)], ['ff'.repeat(32)], [npubEncode(pubkey)]])(
  'does not take %s for a private key, and does not repeat it',
  async (typed) => {
    const answer = await nostr.connect({ ...work(settingsFor(await nowhere()), ''), secret: typed })
    expect(answer).toMatchObject({ kind: 'refused', failure: { code: 'wrong-credentials', field: 'secret' } })
    if (typed) expect(JSON.stringify(answer)).not.toContain(typed)
  },
)

test('relays that are away are unreachable, and one that is there is enough', async () => {
  const [away, there] = [await nowhere(), await relay()]
  expect(await nostr.connect(work(settingsFor(away), ''))).toMatchObject({
    kind: 'unreachable',
    failure: { code: 'unreachable' },
  })
  expect(await nostr.connect(work(settingsFor(away, there), ''))).toMatchObject({ kind: 'valid' })
})

test('publishes a signed note with hashtags, mentions and quotes to every relay', async () => {
  const [one, two] = [await relay(), await relay()]
  const friend = npubEncode(getPublicKey(generateSecretKey()))
  const text = `Grüße 👩‍👩‍👧‍👦 an nostr:${friend} #Überschrift #überschrift https://example.com/#no nostr:npub1nonsense`
  const { remote, reservation } = await publish(
    work(settingsFor(one, two), { text, tags: ['never shown'], options: { content_warning: 'Words' } }),
  )
  expect(reservation).toBeUndefined()
  for (const events of [one.events(), two.events()]) {
    expect(events).toHaveLength(1)
    const [event] = events
    if (!event) return
    expect({ ...event }).toMatchObject({ id: remote.id, kind: 1, content: text, pubkey })
    expect(verifyEvent(event)).toBe(true)
    expect(tagsOf(event, 't')).toEqual([['t', 'überschrift']])
    expect(tagsOf(event, 'p')).toEqual([['p', decode(friend).data]])
    expect(tagsOf(event, 'content-warning')).toEqual([['content-warning', 'Words']])
  }
  const url = new URL(remote.url ?? '')
  expect(url.origin).toBe('https://njump.me')
  expect(decode(url.pathname.slice(1) as `nevent1${string}`).data).toMatchObject({
    id: remote.id,
    author: pubkey,
    relays: [one.url, two.url],
  })
})

test('the same item is the same event however often it is sent', async () => {
  const there = await relay()
  const sent = work(settingsFor(there), 'Only once #tag')
  const first = await publish(sent)
  expect(await publish(sent)).toEqual(first)
  expect(there.events()).toHaveLength(1)
  const twin = work(settingsFor(there), 'Only once #tag')
  expect((await publish(twin)).remote.id).not.toBe(first.remote.id)
})

test('is published when one relay takes it, and tells what the others said', async () => {
  const [good, bad, away] = [await relay(), await relay(), await nowhere()]
  bad.refuse('blocked: not on my relay')
  const { remote, reservation } = await publish(work(settingsFor(bad, good, away), 'Anyhow'))
  expect(good.events().map(({ id }) => id)).toEqual([remote.id])
  expect(reservation).toMatchObject({
    code: 'channel-error',
    message: expect.stringContaining('1 of 3 relays') as string,
  })
  expect(reservation?.detail).toContain(`${bad.url}: blocked: not on my relay`)
  expect(reservation?.detail).toContain(`${good.url}: accepted`)
  expect(reservation?.detail).toContain(`${away}: not reached`)
})

test.each([
  ['blocked: you are banned', 'rejected', 'rejected-by-channel'],
  ['pow: 28 bits needed', 'rejected', 'rejected-by-channel'],
  ['invalid: too old', 'rejected', 'rejected-by-channel'],
  ['no', 'rejected', 'rejected-by-channel'],
  ['rate-limited: slow down', 'limited', 'rate-limited'],
  ['error: my disk is full', 'retry', 'unreachable'],
  ['restricted: members only', 'signed-out', 'signed-out'],
  ['auth-required: who are you', 'signed-out', 'signed-out'],
])('what a relay says with "%s" is %s', async (reason, kind, code) => {
  const there = await relay()
  there.refuse(reason)
  const outcome = await nostr.publish(work(settingsFor(there), 'No'))
  expect(outcome).toMatchObject({ kind, failure: { code, detail: `${there.url}: ${reason}` } })
  expect(there.events()).toEqual([])
})

test('signs in where a relay wants that', async () => {
  const there = await relay({ auth: true })
  const { remote } = await publish(work(settingsFor(there), 'Let me in'))
  expect(there.events().map(({ id }) => id)).toEqual([remote.id])
})

test('a connection that ends after the note was sent is unclear; the note is found by its id and not doubled', async () => {
  const there = await relay()
  const sent = work(settingsFor(there), 'The answer to this is lost')
  there.cutAfterEvent()
  expect(await nostr.publish(sent)).toMatchObject({ kind: 'unclear', failure: { code: 'answer-lost' } })
  const [event] = there.events()
  expect(await nostr.lookup?.(sent)).toMatchObject({ kind: 'found', remote: { id: event?.id, parts: [] } })
  await publish(sent)
  expect(there.events()).toHaveLength(1)
})

test('asks every relay, and says absent, found or unknown', async () => {
  const [one, two, away] = [await relay(), await relay(), await nowhere()]
  const sent = work(settingsFor(one, two), 'Where am I?')
  expect(await nostr.lookup?.(sent)).toEqual({ kind: 'absent' })
  const { remote } = await publish(work(settingsFor(two), 'Where am I?', { marker: sent.marker }))
  expect(await nostr.lookup?.({ ...sent, settings: settingsFor(one, two, away) })).toEqual({ kind: 'found', remote })
  expect(await nostr.lookup?.({ ...sent, settings: settingsFor(away) })).toMatchObject({
    kind: 'unknown',
    failure: { code: 'unreachable' },
  })
})

test('nobody is there: it is tried again, and nothing was sent', async () => {
  expect(await nostr.publish(work(settingsFor(await nowhere()), 'Later'))).toMatchObject({
    kind: 'retry',
    failure: { code: 'unreachable' },
  })
  const offline = channelNamed('nostr', { network: { isOnline: () => false } })
  const sent = workOf(offline, draftOf('Later'), { settings: settingsFor(await nowhere()), secret })
  expect(await offline.publish(sent)).toMatchObject({ kind: 'retry', failure: { code: 'offline' } })
})

test('publishes a thread as replies that name the first and the one before', async () => {
  const there = await relay()
  const sent = work(settingsFor(there), { text: 'One\n---\nTwo\n---\nThree', thread: true })
  const { remote } = await publish(sent)
  expect(sent.sentParts).toEqual(remote.parts)
  expect(remote.id).toBe(remote.parts[0]?.id)
  const notes = remote.parts.map(({ id }) => there.events().find((event) => event.id === id))
  expect(notes.map((note) => note?.content)).toEqual(['One', 'Two', 'Three'])
  const marks = (note: Event | undefined) => tagsOf(note, 'e').map(([, id, hint, mark]) => [id, hint, mark])
  expect(marks(notes[0])).toEqual([])
  expect(marks(notes[1])).toEqual([[remote.id, there.url, 'root']])
  expect(marks(notes[2])).toEqual([
    [remote.id, there.url, 'root'],
    [notes[1]?.id, there.url, 'reply'],
  ])
  const times = notes.map((note) => note?.created_at ?? 0)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
})

test('goes on with a thread after a stop, and nothing stands twice', async () => {
  const there = await relay()
  const draft = { text: 'One\n---\nTwo\n---\nThree', thread: true }
  const interrupted = work(settingsFor(there), draft, {
    onPart: () => Promise.reject(new Error('the machine stopped')),
  })
  expect((await nostr.publish(interrupted)).kind).not.toBe('published')
  expect(there.events()).toHaveLength(1)
  expect(await nostr.lookup?.(interrupted)).toEqual({ kind: 'absent' })
  const parts = there.events().map(({ id }) => ({ id, url: null }))
  const again = work(settingsFor(there), draft, { marker: interrupted.marker, parts })
  const { remote } = await publish(again)
  expect(there.events()).toHaveLength(3)
  expect(again.sentParts).toEqual(remote.parts.slice(1))
  expect(await nostr.lookup?.(again)).toEqual({ kind: 'found', remote })
  const changed = work(settingsFor(there), { ...draft, text: 'Uno\n---\nDue' }, { marker: interrupted.marker, parts })
  expect(await nostr.publish(changed)).toMatchObject({ kind: 'rejected' })
  expect(there.events()).toHaveLength(3)
})

test('uploads files once, as they were fitted, and tells about them', async () => {
  const [there, blossom] = [await relay(), await mediaServer()]
  const original = await sharp(await image())
    .jpeg()
    .withExifMerge({ IFD3: { GPSLatitude: '52/1 31/1 0/1' } })
    .toBuffer()
  const video = Buffer.concat([Buffer.from('\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41'), Buffer.alloc(200_000, 7)])
  const media = [
    await mediaOf(original, 'teal.jpg', 'A teal\nfield'),
    { ...(await mediaOf(await image(), 'clip.png', '')), mime: 'video/mp4', width: null, height: null },
  ]
  const [, clip] = media
  if (!clip) return
  const { createHash } = await import('node:crypto')
  const { writeFileSync } = await import('node:fs')
  writeFileSync(clip.path, video)
  Object.assign(clip, { hash: createHash('sha256').update(video).digest('hex'), size: video.length })
  const sent = work({ ...settingsFor(there), mediaServer: blossom.url }, { text: 'Look', media })
  const { remote } = await publish(sent)
  const event = there.events().find(({ id }) => id === remote.id)
  const [picture, second] = tagsOf(event, 'imeta').map((tag) => tag.slice(1))
  const [hash = ''] = [...blossom.blobs.keys()]
  expect(event?.content).toBe(`Look\n\n${blossom.url}/${hash}.jpg\n${blossom.url}/${clip.hash}.mp4`)
  expect(picture).toEqual([
    `url ${blossom.url}/${hash}.jpg`,
    'm image/jpeg',
    `x ${hash}`,
    `size ${blossom.blobs.get(hash)?.bytes.length}`,
    'dim 40x20',
    'alt A teal field',
  ])
  expect(second).toContain('m video/mp4')
  expect((await sharp(blossom.blobs.get(hash)?.bytes).metadata()).exif).toBeUndefined()
  expect(blossom.blobs.get(clip.hash)?.bytes.equals(readFileSync(clip.path))).toBe(true)
  expect(await nostr.lookup?.(sent)).toEqual({ kind: 'found', remote })
  await publish(sent)
  expect([...blossom.blobs.values()].map(({ uploads }) => uploads)).toEqual([1, 1])
})

test.each([
  [{ status: 413 }, { kind: 'rejected', failure: { code: 'media-too-large', field: 'media' } }],
  [
    { status: 402, reason: 'Pay first' },
    { kind: 'rejected', failure: { code: 'rejected-by-channel' } },
  ],
  [{ status: 401 }, { kind: 'rejected', failure: { code: 'rejected-by-channel' } }],
  [
    { status: 429, retryAfter: '30' },
    { kind: 'limited', failure: { code: 'rate-limited' } },
  ],
  [{ status: 503 }, { kind: 'retry', failure: { code: 'unreachable' } }],
])('when the media server answers %j nothing is posted', async (answer, outcome) => {
  const [there, blossom] = [await relay(), await mediaServer()]
  blossom.refuse(answer)
  const media = [await mediaOf(await image())]
  const sent = work({ ...settingsFor(there), mediaServer: blossom.url }, { text: 'Look', media })
  expect(await nostr.publish(sent)).toMatchObject(outcome)
  expect(there.events()).toEqual([])
  blossom.refuse(null)
  await publish(sent)
  expect(there.events()).toHaveLength(1)
})

test('a media server that is away is worth another try', async () => {
  const there = await relay()
  const media = [await mediaOf(await image())]
  const settings = { ...settingsFor(there), mediaServer: (await nowhere()).replace('ws', 'http') }
  expect(await nostr.publish(work(settings, { text: 'Look', media }))).toMatchObject({ kind: 'retry' })
})

test('a strict post goes as it is or not at all', async () => {
  const [there, blossom] = [await relay(), await mediaServer()]
  const settings = { ...settingsFor(there), mediaServer: blossom.url }
  const frame = (background: string) => ({ create: { width: 8, height: 8, channels: 3 as const, background } })
  const frames = await Promise.all(['red', 'blue'].map((colour) => sharp(frame(colour)).png().toBuffer()))
  const moving = await sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer()
  const media = [await mediaOf(moving, 'moving.webp')]
  expect(await nostr.publish(work(settings, { text: 'Strict', strict: true, media }))).toMatchObject({
    kind: 'rejected',
    failure: { code: 'media-unsupported' },
  })
  expect(there.events()).toEqual([])
})

test('asks the relays to delete a post or a thread, and says where it may still stand', async () => {
  const [one, two] = [await relay(), await relay()]
  const settings = settingsFor(one, two)
  for (const sent of [work(settings, 'Gone soon'), work(settings, { text: 'A\n---\nB', thread: true })]) {
    const { remote } = await publish(sent)
    expect(await nostr.unpublish?.(sent, remote)).toEqual({ kind: 'done', remote })
    expect(await nostr.lookup?.(sent)).toEqual({ kind: 'absent' })
  }
  const stubborn = work(settings, 'Staying')
  const { remote } = await publish(stubborn)
  two.refuse('blocked: nothing is deleted here')
  const refused = await nostr.unpublish?.(stubborn, remote)
  expect(refused).toMatchObject({
    kind: 'refused',
    failure: { message: expect.stringContaining(new URL(two.url).host) as string },
  })
  expect(one.events()).toEqual([])
})

test('does not take down what another key made', async () => {
  const there = await relay()
  const other = nsecEncode(generateSecretKey())
  const { remote } = await publish(work(settingsFor(there), 'Mine', { secret: other }))
  expect(await nostr.unpublish?.(work(settingsFor(there), ''), remote)).toMatchObject({ kind: 'refused' })
  expect(there.events()).toHaveLength(1)
})

test('reads back its own notes from all relays, threads as one, answers to others left out', async () => {
  const [one, two, blossom] = [await relay(), await relay(), await mediaServer()]
  const settings = { ...settingsFor(one, two), mediaServer: blossom.url }
  const since = Date.now() - 10_000
  const { remote } = await publish(
    work(settings, { text: 'One\n---\nTwo', thread: true, media: [await mediaOf(await image(), 'a.png', 'A')] }),
  )
  const now = Math.floor(Date.now() / 1000)
  const elsewhere = finalizeEvent({ kind: 1, created_at: now + 5, content: 'Made elsewhere', tags: [] }, key)
  const foreign = remote.id.replace(/./g, 'a')
  const answer = finalizeEvent({ kind: 1, created_at: now, content: 'Yes', tags: [['e', foreign, '', 'root']] }, key)
  const stranger = finalizeEvent({ kind: 1, created_at: now, content: 'Not me', tags: [] }, generateSecretKey())
  const speak = new WebSocket(two.url)
  await once(speak, 'open')
  for (const event of [elsewhere, answer, stranger]) speak.send(JSON.stringify(['EVENT', event]))
  await expect.poll(() => two.events().length).toBe(5)
  speak.close()
  const read = await nostr.readBack?.(work(settings, ''), since)
  if (read?.kind !== 'read') throw new Error(JSON.stringify(read))
  expect(read.from).toBe(since)
  expect(read.posts.map(({ remote: { id }, text }) => [id, text])).toEqual([
    [elsewhere.id, 'Made elsewhere'],
    [remote.id, 'One\n---\nTwo'],
  ])
  expect(read.posts[1]?.remote).toEqual(remote)
  const [picture] = read.posts[1]?.pictures ?? []
  expect(picture?.alt).toBe('A')
  expect((await fetch(picture?.url ?? '')).headers.get('content-type')).toBe('image/png')
})

test('takes nothing for gone while a relay cannot be asked', async () => {
  const [there, away] = [await relay(), await nowhere()]
  await publish(work(settingsFor(there), 'Here'))
  const read = await nostr.readBack?.(work(settingsFor(there, away), ''), 0)
  expect(read).toMatchObject({ kind: 'read', posts: [{ text: 'Here' }] })
  expect(read?.kind === 'read' && read.from).toBeGreaterThan(Date.now() - 60_000)
  expect(await nostr.readBack?.(work(settingsFor(away), ''), 0)).toMatchObject({ kind: 'failed' })
})

test('a relay that says nonsense is heard out, and one that says far too much is left', async () => {
  const there = await relay()
  const forged = { ...finalizeEvent({ kind: 1, created_at: 1, content: 'x', tags: [] }, key), content: 'forged' }
  there.greetWith(
    'no json',
    '[]',
    '["OK"]',
    '{}',
    '["EVENT","posthorn-1",{}]',
    JSON.stringify(['EVENT', 'posthorn-1', forged]),
  )
  const { remote } = await publish(work(settingsFor(there), 'Calm'))
  expect(there.events().map(({ id }) => id)).toEqual([remote.id])
  const loud = await relay()
  loud.greetWith(JSON.stringify(['NOTICE', 'x'.repeat(3_000_000)]))
  const outcome = await nostr.publish(work(settingsFor(loud), 'Hello?'))
  expect(['unclear', 'retry']).toContain(outcome.kind)
  expect(await publish(work(settingsFor(loud, there), 'Hello!'))).toMatchObject({
    reservation: { code: 'channel-error' },
  })
})

test('a relay that keeps silent does not hold the others', async () => {
  const [there, silent] = [await relay(), await relay()]
  silent.fallSilent()
  const { reservation } = await publish(work(settingsFor(silent, there), 'Patience'))
  expect(reservation?.detail).toContain('did not answer in time')
  expect(there.events()).toHaveLength(1)
})

test('what is called off before anything was sent is no lost answer', async () => {
  const there = await relay()
  const outcome = await nostr.publish(work(settingsFor(there), 'Never mind', { signal: AbortSignal.abort() }))
  expect(outcome.kind).toBe('retry')
  expect(there.events()).toEqual([])
})

test('a server that is no relay is unreachable', async () => {
  const server = createServer((_, response) => void response.end('<html>Hello</html>')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const settings = settingsFor(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  expect(await nostr.publish(work(settings, 'Hello'))).toMatchObject({
    kind: 'retry',
    failure: { code: 'unreachable' },
  })
})
