import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { AppBskyEmbedExternal, AppBskyEmbedImages, type AppBskyFeedPost, AtpAgent, RichText } from '@atproto/api'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { fitImage } from '../../src-main/channels/kit/fit-image.ts'
import { BLUESKY_IMAGES } from '../../src-main/channels/rules/bluesky.ts'
import { type Pds, type PdsAccount, startPds } from '../servers/pds.ts'
import { channelNamed, draftOf, mediaOf, sessionSlot, workOf } from './channel-world.ts'

let pds: Pds
let alice: PdsAccount
let reader: AtpAgent
const bluesky = channelNamed('bluesky', { privateLinks: true })

beforeAll(async () => {
  pds = await startPds()
  alice = await pds.createAccount('alice.test', 'a long password')
  await pds.createAccount('bob.test', 'another password')
  reader = new AtpAgent({ service: pds.url })
  await reader.login({ identifier: 'alice.test', password: 'a long password' })
})
afterAll(() => pds?.close())

const slot = sessionSlot()
const settings = () => ({ service: pds.url, identifier: 'alice.test' })
const work = (draft: Partial<Draft> | string, about: Parameters<typeof workOf>[2] = {}) =>
  workOf(bluesky, draftOf(draft), { settings: settings(), secret: alice.appPassword, session: slot, ...about })
type Sent = ReturnType<typeof work>

const publish = async (sent: Sent) => {
  const outcome = await bluesky.publish(sent)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome.remote
}
const read = async (uri: string) => {
  const rkey = uri.split('/').at(-1) ?? ''
  const { data } = await reader.com.atproto.repo.getRecord({ repo: alice.did, collection: 'app.bsky.feed.post', rkey })
  return data.value as AppBskyFeedPost.Record
}
const countPosts = async () => {
  const { data } = await reader.com.atproto.repo.listRecords({
    repo: alice.did,
    collection: 'app.bsky.feed.post',
    limit: 100,
  })
  return data.records.length
}
const image = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } })
    .png()
    .toBuffer()

test('connects with an app password and learns who it is', async () => {
  const session = sessionSlot()
  const answer = await bluesky.connect({ ...work(''), secret: alice.appPassword, session })
  const [kind, identity, kept] = ['valid', 'alice.test', { ...settings(), did: alice.did }]
  expect(answer).toEqual({ kind, identity, settings: kept, picture: null })
  expect(session.value).toContain('accessJwt')
})

test('tells where the account’s picture is at its own server', async () => {
  const png = await image(30, 30)
  const { data } = await reader.com.atproto.repo.uploadBlob(png, { encoding: 'image/png' })
  const record = { $type: 'app.bsky.actor.profile', avatar: data.blob }
  await reader.com.atproto.repo.putRecord({ repo: alice.did, collection: record.$type, rkey: 'self', record })
  const answer = await bluesky.connect({ ...work(''), session: sessionSlot() })
  const address = (answer.kind === 'valid' && answer.picture) || ''
  expect(Buffer.from(await (await fetch(address)).arrayBuffer()).equals(png)).toBe(true)
})

test('refuses a wrong password before anything is kept', async () => {
  const session = sessionSlot()
  const answer = await bluesky.connect({ ...work(''), secret: 'wrong', session })
  expect(answer).toMatchObject({ kind: 'refused', failure: { code: 'wrong-credentials', field: 'secret' } })
  expect(session.value).toBeNull()
})

test('publishes text with links, mentions and hashtags at their right places', async () => {
  const text = 'Grüße 👩‍👩‍👧‍👦 an @bob.test und @nobody.test: https://example.com/ä?b=1 #Überschrift'
  const sent = work({ text, tags: ['never shown'] })
  const remote = await publish(sent)
  expect(remote).toMatchObject({
    parts: [],
    url: `https://bsky.app/profile/alice.test/post/${remote.id.split('/').at(-1)}`,
  })
  const record = await read(remote.id)
  expect(record.text).toBe(text)
  expect(record.createdAt).toBe(new Date(sent.at).toISOString())
  const rich = new RichText({ text: record.text, ...(record.facets && { facets: record.facets }) })
  const marked = [...rich.segments()].filter((segment) => segment.facet)
  expect(marked.map((segment) => segment.text)).toEqual(['@bob.test', 'https://example.com/ä?b=1', '#Überschrift'])
  expect(marked[0]?.mention?.did).toMatch(/^did:plc:/)
  expect(JSON.stringify(record)).not.toContain('never shown')
})

test('sends an image as it was fitted, with its description and shape', async () => {
  const original = await sharp(await image(3000, 1500))
    .jpeg()
    .withExifMerge({ IFD3: { GPSLatitude: '52/1 31/1 0/1' } })
    .toBuffer()
  const media = [await mediaOf(original, 'red.jpg', 'A red field'), await mediaOf(await image(64, 64), 'small.png', '')]
  const remote = await publish(work({ text: 'Two images', media }))
  const { embed } = await read(remote.id)
  if (!AppBskyEmbedImages.isMain(embed)) throw new Error('no images')
  expect(embed.images.map(({ alt, aspectRatio }) => ({ alt, aspectRatio }))).toMatchObject([
    { alt: 'A red field', aspectRatio: { width: 2000, height: 1000 } },
    { alt: '', aspectRatio: { width: 64, height: 64 } },
  ])
  const stored = await Promise.all(
    embed.images.map(async ({ image }) =>
      Buffer.from((await reader.com.atproto.sync.getBlob({ did: alice.did, cid: String(image.ref) })).data),
    ),
  )
  const fitted = await fitImage(original, BLUESKY_IMAGES)
  expect(stored[0]?.equals(fitted.bytes)).toBe(true)
  expect((await sharp(stored[0]).metadata()).exif).toBeUndefined()
  expect(stored[1]?.equals(readFileSync(media[1]?.path ?? ''))).toBe(true)
})

test('makes a card of the first link, picture included', async () => {
  const page = await startPage(await image(1600, 900))
  const remote = await publish(work(`Read this: ${page}/article`))
  const { embed } = await read(remote.id)
  if (!AppBskyEmbedExternal.isMain(embed)) throw new Error('no card')
  expect(embed.external).toMatchObject({ uri: `${page}/article`, title: 'A “good” page', description: 'About it' })
  expect(embed.external.thumb?.mimeType).toBe('image/png')
})

test('a link that leads nowhere costs the card, not the post', async () => {
  const remote = await publish(work('See http://127.0.0.1:9/nothing'))
  expect((await read(remote.id)).embed).toBeUndefined()
})

test('makes no card of a private address unless that is allowed', async () => {
  const page = await startPage(await image(10, 10))
  const careful = channelNamed('bluesky')
  const outcome = await careful.publish(work(`Read this: ${page}/article`))
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  const record = await read(outcome.remote.id)
  expect(record.embed).toBeUndefined()
  expect(record.facets).toHaveLength(1)
})

test('publishes a thread whose parts reply to each other, media in the first', async () => {
  const text = `First.\n---\n${'word '.repeat(100)}`
  const sent = work({ text, thread: true, media: [await mediaOf(await image(32, 32), 'a.png', 'A')] })
  const remote = await publish(sent)
  expect(remote.parts).toHaveLength(3)
  expect(sent.sentParts).toEqual(remote.parts)
  const refs = await Promise.all(remote.parts.map(async ({ id }) => (await read(id)).reply))
  expect(refs[0]).toBeUndefined()
  expect(refs[1]).toMatchObject({ root: { uri: remote.id }, parent: { uri: remote.id } })
  expect(refs[2]).toMatchObject({ root: { uri: remote.id }, parent: { uri: remote.parts[1]?.id } })
  const embeds = await Promise.all(remote.parts.map(async ({ id }) => (await read(id)).embed?.$type))
  expect(embeds).toEqual(['app.bsky.embed.images', undefined, undefined])
})

test('sends nothing twice when it is told to publish again', async () => {
  const sent = work('Only once')
  const first = await publish(sent)
  const before = await countPosts()
  expect(await publish(sent)).toEqual(first)
  expect(await countPosts()).toBe(before)
})

test('goes on with a thread after the part that stands', async () => {
  const draft = { text: 'One\n---\nTwo\n---\nThree', thread: true }
  const interrupted = work(draft, {
    onPart: () => Promise.reject(new Error('the machine stopped')),
  })
  const before = await countPosts()
  expect((await bluesky.publish(interrupted)).kind).not.toBe('published')
  expect(await countPosts()).toBe(before + 1)
  expect(await bluesky.lookup?.(interrupted)).toEqual({ kind: 'absent' })
  const again = work(draft, { marker: interrupted.marker })
  const remote = await publish(again)
  expect(await countPosts()).toBe(before + 3)
  expect(again.sentParts).toEqual(remote.parts)
  expect(await bluesky.lookup?.(again)).toEqual({ kind: 'found', remote })
})

test('does not go on with a thread whose first part was taken down', async () => {
  const draft = { text: 'One\n---\nTwo', thread: true }
  const parts = [{ id: `at://${alice.did}/app.bsky.feed.post/3kaaaaaaaaaaa`, url: null }]
  const before = await countPosts()
  expect(await bluesky.publish(work(draft, { parts }))).toMatchObject({ kind: 'rejected' })
  expect(await countPosts()).toBe(before)
})

test('finds a post that stands, and says of one that does not that it is absent', async () => {
  const sent = work('Am I there?')
  expect(await bluesky.lookup?.(sent)).toEqual({ kind: 'absent' })
  const remote = await publish(sent)
  expect(await bluesky.lookup?.(sent)).toEqual({ kind: 'found', remote })
})

test('takes a post and a whole thread down', async () => {
  const before = await countPosts()
  const single = work('Gone soon')
  const thread = work({ text: 'A\n---\nB', thread: true })
  for (const sent of [single, thread]) {
    const remote = await publish(sent)
    expect(await bluesky.unpublish?.(sent, remote)).toEqual({ kind: 'done', remote })
    expect(await bluesky.lookup?.(sent)).toEqual({ kind: 'absent' })
  }
  expect(await countPosts()).toBe(before)
})

test('does not take down what it did not send', async () => {
  const foreign = { id: 'at://did:plc:somebody/app.bsky.feed.post/3kaaaaaaaaaaa', url: null, parts: [] }
  expect(await bluesky.unpublish?.(work('x'), foreign)).toMatchObject({ kind: 'refused' })
})

test('what the server refuses for its content is rejected with what it said', async () => {
  const outcome = await bluesky.publish(work('x'.repeat(400)))
  expect(outcome).toMatchObject({ kind: 'rejected', failure: { code: 'rejected-by-channel' } })
  expect(outcome.kind === 'rejected' && outcome.failure.detail).toMatch(/300|grapheme/i)
})

test('a limit that the check allows is one that the server allows', async () => {
  const text = '👩‍👩‍👧‍👦'.repeat(120)
  expect(
    (await bluesky.check(draftOf(text), settings())).problems.filter(({ severity }) => severity === 'error'),
  ).toEqual([])
  await publish(work(text))
  const long = 'é'.repeat(300)
  expect(
    (await bluesky.check(draftOf(long), settings())).problems.filter(({ severity }) => severity === 'error'),
  ).toEqual([])
  await publish(work(long))
})

const startPage = async (picture: Buffer): Promise<string> => {
  const server = createServer((request, response) => {
    if (request.url === '/picture') {
      response.setHeader('content-type', 'image/png').end(picture)
      return
    }
    response.setHeader('content-type', 'text/html').end(`<!doctype html><head><title>Other</title>
      <meta property="og:title" content="A &ldquo;good&rdquo; page"><meta name="description" content="About it">
      <meta property="og:image" content="/picture"></head><body>Text</body>`)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('what the check says of a picture is what the server gets', async () => {
  const media = [
    await mediaOf(await image(2600, 1300), 'wide.png', 'A'),
    await mediaOf(await image(50, 50), 'b.png', ''),
  ]
  const draft = { text: 'As told', media }
  const { changes } = await bluesky.check(draftOf(draft), settings())
  expect(changes.map(({ mediaId, message }) => [mediaId, message])).toEqual([
    [media[0]?.id, '2600 x 1300 becomes 2000 x 1000, since Bluesky takes at most 2000 pixels.'],
  ])
  const { embed } = await read((await publish(work(draft))).id)
  if (!AppBskyEmbedImages.isMain(embed)) throw new Error('no images')
  expect(embed.images.map(({ aspectRatio }) => aspectRatio)).toMatchObject([
    { width: 2000, height: 1000 },
    { width: 50, height: 50 },
  ])
})

test('a strict post goes as it is or not at all', async () => {
  const before = await countPosts()
  const wide = work({ text: 'Strict', strict: true, media: [await mediaOf(await image(2600, 100), 'wide.png', 'A')] })
  expect(await bluesky.publish(wide)).toMatchObject({ kind: 'rejected', failure: { code: 'media-too-large' } })
  expect(await countPosts()).toBe(before)
  await publish(work({ text: 'Strict', strict: true, media: [await mediaOf(await image(60, 10), 'small.png', 'A')] }))
})

test('says in which languages a post is', async () => {
  const remote = await publish(work({ text: 'Hallo', options: { langs: ['de'] } }))
  expect((await read(remote.id)).langs).toEqual(['de'])
})

test('reads back what the account posted, by Posthorn or not, threads as one and answers to others left out', async () => {
  const since = Date.now()
  const access = work('')
  const sent = await publish(work({ text: 'One\n---\nTwo', thread: true, media: [await mediaOf(await image(9, 9))] }))
  const native = await reader.post({ text: 'Made elsewhere', createdAt: new Date().toISOString() })
  const answered = { uri: 'at://did:plc:somebody/app.bsky.feed.post/3kaaaaaaaaaaa', cid: native.cid }
  await reader.post({ text: 'An answer', reply: { root: answered, parent: answered } })
  const answer = await bluesky.readBack?.(access, since)
  if (answer?.kind !== 'read') throw new Error(JSON.stringify(answer))
  expect(answer.from).toBe(since)
  expect(answer.posts.map(({ remote, text }) => [remote.id, text])).toEqual([
    [native.uri, 'Made elsewhere'],
    [sent.id, 'One\n---\nTwo'],
  ])
  expect(answer.posts[1]?.remote).toEqual(sent)
  const [picture] = answer.posts[1]?.pictures ?? []
  expect((await fetch(picture?.url ?? '')).headers.get('content-type')).toBe('image/png')
  expect(await bluesky.readBack?.(access, Date.now() + 60_000)).toMatchObject({ posts: [] })
})

test('reads back page by page', async () => {
  const everything = await bluesky.readBack?.(work(''), 0)
  expect(everything?.kind === 'read' && everything.posts.length).toBeGreaterThan(5)
  const before = await countPosts()
  const writes = Array.from({ length: 150 - before }, (_, index) => ({
    $type: 'com.atproto.repo.applyWrites#create' as const,
    collection: 'app.bsky.feed.post',
    value: { $type: 'app.bsky.feed.post', text: `Post ${index}`, createdAt: new Date().toISOString() },
  }))
  await reader.com.atproto.repo.applyWrites({ repo: alice.did, writes })
  const all = await bluesky.readBack?.(work(''), 0)
  const ids =
    all?.kind === 'read' ? all.posts.flatMap(({ remote }) => [remote.id, ...remote.parts.map(({ id }) => id)]) : []
  expect(new Set(ids).size).toBeGreaterThan(140)
})

test('says why it could not read', async () => {
  const answer = await bluesky.readBack?.({ ...work(''), secret: 'wrong', session: sessionSlot() }, 0)
  expect(answer).toMatchObject({ kind: 'failed', failure: { code: 'signed-out' } })
})
