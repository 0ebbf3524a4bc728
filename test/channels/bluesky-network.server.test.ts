import {
  AppBskyEmbedGallery,
  AppBskyEmbedImages,
  AppBskyEmbedRecord,
  AppBskyEmbedRecordWithMedia,
  AppBskyEmbedVideo,
  type AppBskyFeedPost,
  AtpAgent,
} from '@atproto/api'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { CID, startBlueskyNetwork } from '../fixtures/bluesky-network-contract-server.ts'
import { allowInBrowser } from '../servers/pds-browser.ts'
import { freePort, type Pds, type PdsAccount, startPds } from '../servers/pds.ts'
import { channelNamed, draftOf, type KeptSlot, mediaOf, sessionSlot, uploadNotes, workOf } from './channel-world.ts'

/* What a post can be told, videos, and signing in by the browser, against a real server. */
let pds: Pds
let alice: PdsAccount
let reader: AtpAgent
const bluesky = channelNamed('bluesky')
const PASSWORD = 'a long password'

beforeAll(async () => {
  pds = await startPds()
  alice = await pds.createAccount('alice.test', PASSWORD)
  await pds.createAccount('bob.test', 'another password')
  reader = new AtpAgent({ service: pds.url })
  await reader.login({ identifier: 'alice.test', password: PASSWORD })
})
afterAll(() => pds?.close())

const slot = sessionSlot()
const settings = (more: object = {}) => ({ service: pds.url, identifier: 'alice.test', ...more })
const work = (draft: Partial<Draft> | string, about: Parameters<typeof workOf>[2] = {}) =>
  workOf(bluesky, draftOf(draft), { settings: settings(), secret: alice.appPassword, session: slot, ...about })
const publish = async (sent: ReturnType<typeof work>) => {
  const outcome = await bluesky.publish(sent)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome.remote
}
const record = async (uri: string) => {
  const [repo = '', collection = '', rkey = ''] = uri.replace('at://', '').split('/')
  return (await reader.com.atproto.repo.getRecord({ repo, collection, rkey })).data
}
const read = async (uri: string) => (await record(uri)).value as AppBskyFeedPost.Record
const gate = async (uri: string, kind: 'threadgate' | 'postgate') =>
  (await record(uri.replace('app.bsky.feed.post', `app.bsky.feed.${kind}`))).value
const count = async (collection: string) =>
  (await reader.com.atproto.repo.listRecords({ repo: alice.did, collection, limit: 100 })).data.records.length
const image = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
const MP4 = Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), Buffer.alloc(200_000, 7)])
const video = async (about: object = {}) => ({
  ...(await mediaOf(MP4, 'a.mp4', 'It moves')),
  width: 64,
  height: 36,
  ...about,
})

test('more than four images are a gallery, in order', async () => {
  const media = await Promise.all(
    [1, 2, 3, 4, 5, 6].map(async (n) => mediaOf(await image(n * 8), `${n}.png`, `No. ${n}`)),
  )
  const { embed } = await read((await publish(work({ text: 'Six', media }))).id)
  if (!AppBskyEmbedGallery.isMain(embed)) throw new Error(JSON.stringify(embed))
  expect(embed.items).toMatchObject(
    [1, 2, 3, 4, 5, 6].map((n) => ({ alt: `No. ${n}`, aspectRatio: { width: n * 8, height: n * 8 } })),
  )
  const back = await bluesky.readBack?.(work(''), 0)
  const [six] = back?.kind === 'read' ? back.posts : []
  expect(six?.pictures.map(({ alt }) => alt)).toEqual(media.map(({ alt }) => alt))
  expect((await fetch(six?.pictures[5]?.url ?? '')).headers.get('content-type')).toBe('image/png')
})

test('labels and further tags stand with the post', async () => {
  const options = { labels: ['nudity', 'graphic-media'], tags: ['books', 'Bücher'] }
  const found = await read((await publish(work({ text: 'Careful', tags: ['never shown'], options }))).id)
  expect(found.labels).toEqual({
    $type: 'com.atproto.label.defs#selfLabels',
    values: [{ val: 'nudity' }, { val: 'graphic-media' }],
  })
  expect(found.tags).toEqual(['books', 'Bücher'])
})

test.each([
  ['nobody', []],
  ['mentioned', [{ $type: 'app.bsky.feed.threadgate#mentionRule' }]],
  ['followed', [{ $type: 'app.bsky.feed.threadgate#followingRule' }]],
  ['followers', [{ $type: 'app.bsky.feed.threadgate#followerRule' }]],
])('who may reply: %s; what is said of it stands with the post and goes with it', async (replies, allow) => {
  const sent = work({ text: `Only for ${replies}`, options: { replies, no_quotes: true } })
  const remote = await publish(sent)
  expect(await gate(remote.id, 'threadgate')).toMatchObject({ post: remote.id, allow })
  expect(await gate(remote.id, 'postgate')).toMatchObject({
    post: remote.id,
    embeddingRules: [{ $type: 'app.bsky.feed.postgate#disableRule' }],
  })
  expect(await publish(sent)).toEqual(remote)
  expect(await bluesky.unpublish?.(sent, remote)).toMatchObject({ kind: 'done' })
  expect([await count('app.bsky.feed.threadgate'), await count('app.bsky.feed.postgate')]).toEqual([0, 0])
})

test('a list may reply to a thread: it is said once, of its first part; quotes of each', async () => {
  const options = {
    replies: 'list',
    replies_list: 'https://bsky.app/profile/alice.test/lists/3kaaaaaaaaaaa',
    no_quotes: true,
  }
  const sent = work({ text: 'One\n---\nTwo', thread: true, options })
  const remote = await publish(sent)
  const list = `at://${alice.did}/app.bsky.graph.list/3kaaaaaaaaaaa`
  expect(await gate(remote.id, 'threadgate')).toMatchObject({
    allow: [{ $type: 'app.bsky.feed.threadgate#listRule', list }],
  })
  expect([await count('app.bsky.feed.threadgate'), await count('app.bsky.feed.postgate')]).toEqual([1, 2])
  await bluesky.unpublish?.(sent, remote)
})

test('without a word of it everybody may reply and quote', async () => {
  await publish(work({ text: 'Open', options: { replies: 'everybody', no_quotes: false } }))
  expect([await count('app.bsky.feed.threadgate'), await count('app.bsky.feed.postgate')]).toEqual([0, 0])
})

test('quotes a post by its page or its address, alone and beside an image', async () => {
  const quoted = await publish(work('To be quoted'))
  const { cid } = await record(quoted.id)
  const plain = await read((await publish(work({ text: 'See', options: { quote: quoted.url } }))).id)
  if (!AppBskyEmbedRecord.isMain(plain.embed)) throw new Error(JSON.stringify(plain.embed))
  expect(plain.embed.record).toEqual({ uri: quoted.id, cid })
  const media = [await mediaOf(await image(8), 'a.png', 'Red')]
  const both = await read((await publish(work({ text: 'See', media, options: { quote: quoted.id } }))).id)
  if (!AppBskyEmbedRecordWithMedia.isMain(both.embed)) throw new Error(JSON.stringify(both.embed))
  expect(both.embed.record.record).toEqual({ uri: quoted.id, cid })
  expect(AppBskyEmbedImages.isMain(both.embed.media)).toBe(true)
})

test('replies to a post, and to a reply: the thread they belong to is named with them', async () => {
  const root = await publish(work('The question'))
  const first = await publish(work({ text: 'An answer', options: { reply_to: root.url } }))
  const thread = await publish(work({ text: 'More\n---\nAnd more', thread: true, options: { reply_to: first.id } }))
  const refs = await Promise.all(
    [first.id, ...thread.parts.map(({ id }) => id)].map(async (id) => (await read(id)).reply),
  )
  expect(refs.map((ref) => [ref?.root.uri, ref?.parent.uri])).toEqual([
    [root.id, root.id],
    [root.id, first.id],
    [root.id, thread.parts[0]?.id],
  ])
})

test('a post of another server is asked for at the network', async () => {
  const network = await startBlueskyNetwork(pds.url)
  const [uri, root] = [
    'at://did:plc:elsewhere/app.bsky.feed.post/3kaaaaaaaaaaa',
    { uri: 'at://did:plc:elsewhere/app.bsky.feed.post/3kaaaaaaaaaab', cid: CID },
  ]
  network.records.set(uri, { text: 'Far away', reply: { root, parent: root } })
  const far = settings({ appView: network.url })
  const found = await read((await publish(work({ text: 'Re', options: { reply_to: uri } }, { settings: far }))).id)
  expect(found.reply).toEqual({ root, parent: { uri, cid: CID } })
  const gone = work({ text: 'Re', options: { quote: uri.replace('post/3ka', 'post/3kb') } }, { settings: far })
  expect(await bluesky.publish(gone)).toMatchObject({ kind: 'rejected', failure: { field: 'options' } })
  expect(network.breaches).toEqual([])
})

test('a video goes to the server as it is where no service makes it ready', async () => {
  const sent: [number, number][] = []
  const onProgress = (...progress: [number, number]) => void sent.push(progress)
  const { embed } = await read((await publish(work({ text: 'Film', media: [await video()] }, { onProgress }))).id)
  if (!AppBskyEmbedVideo.isMain(embed)) throw new Error(JSON.stringify(embed))
  expect(embed).toMatchObject({ alt: 'It moves', aspectRatio: { width: 64, height: 36 } })
  const { data } = await reader.com.atproto.sync.getBlob({ did: alice.did, cid: String(embed.video.ref) })
  expect(Buffer.from(data).equals(MP4)).toBe(true)
  expect(sent.at(-1)).toEqual([MP4.length, MP4.length])
})

test('a video is made ready by the service first, which writes it to the server by a token for that alone', async () => {
  const network = await startBlueskyNetwork(pds.url)
  let progress = 0
  const about = { settings: settings({ video: network.url }), onProgress: (sent: number) => void (progress = sent) }
  const { embed } = await read((await publish(work({ text: 'Film', media: [await video()] }, about))).id)
  if (!AppBskyEmbedVideo.isMain(embed)) throw new Error(JSON.stringify(embed))
  expect(embed.video.size).toBe(MP4.length)
  expect(progress).toBe(MP4.length)
  expect(network.asked.slice(0, 3)).toEqual([
    'app.bsky.video.getUploadLimits',
    'app.bsky.video.uploadVideo',
    'app.bsky.video.getJobStatus',
  ])
  expect(network.breaches).toEqual([])
})

test('a video that was sent is not sent again: the job goes on after a crash', async () => {
  const network = await startBlueskyNetwork(pds.url)
  const notes = uploadNotes()
  const about = { settings: settings({ video: network.url }), notes }
  const media = [await video()]
  const ended = new AbortController()
  const first = bluesky.publish(work({ text: 'Film', media }, { ...about, signal: ended.signal }))
  await expect.poll(() => network.asked.includes('app.bsky.video.uploadVideo')).toBe(true)
  await expect.poll(() => notes.read(`video-${media[0]?.hash}`)).not.toBeNull()
  ended.abort()
  await first
  await publish(work({ text: 'Film', media }, about))
  expect(network.asked.filter((one) => one === 'app.bsky.video.uploadVideo')).toHaveLength(1)
})

test.each([
  ['has no room today', { limits: { canUpload: false, message: 'Daily limit' } }, 'Daily limit'],
  ['has no room for so much', { limits: { canUpload: true, remainingDailyBytes: 10 } }, 'this size'],
  ['cannot use it', { unusable: 'Too long' }, 'Too long'],
  ['does not know the account', { refusal: { status: 401, body: { message: 'Unconfirmed email' } } }, 'Unconfirmed'],
])('where the video service %s, it says so and nothing is posted', async (_, state, words) => {
  const network = await startBlueskyNetwork(pds.url)
  Object.assign(network.state, state)
  const before = await count('app.bsky.feed.post')
  const outcome = await bluesky.publish(
    work({ text: 'Film', media: [await video()] }, { settings: settings({ video: network.url }) }),
  )
  expect(outcome).toMatchObject({ kind: 'rejected', failure: { message: expect.stringContaining(words) } })
  expect(await count('app.bsky.feed.post')).toBe(before)
})

test('offers whom a name being typed may mean; where nobody can be asked, it says so', async () => {
  const network = await startBlueskyNetwork(pds.url)
  expect(await bluesky.mentions?.(work('', { settings: settings({ appView: network.url }) }), '@bo')).toEqual({
    kind: 'known',
    entries: [
      { id: 'did:plc:bob', name: 'Bob', handle: '@bob.test', insert: '@bob.test' },
      { id: 'did:plc:bo', name: 'bo.test', handle: '@bo.test', insert: '@bo.test' },
    ],
  })
  expect(network.breaches).toEqual([])
  const away = work('', { settings: settings({ appView: 'http://127.0.0.1:9' }) })
  expect(await bluesky.mentions?.(away, 'bo')).toMatchObject({ kind: 'failed', failure: { code: 'unreachable' } })
})

/* The server calls itself by this name: who signs in by the browser must come by it. */
const byBrowser = () => ({
  service: pds.url.replace('127.0.0.1', 'localhost'),
  identifier: 'alice.test',
  directory: pds.directory,
})
const REDIRECT = 'http://127.0.0.1:41234/back'
const asking = (redirect = REDIRECT) => ({
  settings: byBrowser(),
  secret: null,
  redirect,
  signal: AbortSignal.timeout(30_000),
})
const signIn = async () => {
  const begun = await bluesky.signIn?.begin(asking())
  if (begun?.kind !== 'begun') throw new Error(JSON.stringify(begun))
  const arrived = await allowInBrowser(begun.url, 'alice.test', PASSWORD)
  expect(arrived.href.startsWith(`${REDIRECT}?`)).toBe(true)
  const done = await bluesky.signIn?.finish(asking(), begun.memory, arrived)
  if (done?.kind !== 'signed-in') throw new Error(JSON.stringify(done))
  return { ...done, arrived, memory: begun.memory }
}
let signedIn: Awaited<ReturnType<typeof signIn>>
const byBrowserWork = (text: string, session: KeptSlot) =>
  work(text, { settings: signedIn.settings, secret: null, session })

test('signs in by the browser, and posts, uploads and takes down without a password', async () => {
  signedIn = await signIn()
  const session = sessionSlot(signedIn.session)
  const connected = await bluesky.connect(byBrowserWork('', session))
  expect(connected).toMatchObject({
    kind: 'valid',
    identity: 'alice.test',
    settings: { did: alice.did },
    permissions: [{ name: 'transition:generic', granted: true }],
  })
  const days = connected.kind === 'valid' ? ((connected.expiresAt ?? 0) - Date.now()) / 86_400_000 : 0
  expect(Math.round(days)).toBe(14)
  const sent = byBrowserWork('By the browser', session)
  const draft = { ...sent.draft, media: [await mediaOf(await image(8), 'a.png', 'Red')] }
  const remote = await publish({ ...sent, draft })
  expect((await read(remote.id)).text).toBe('By the browser')
  expect(await bluesky.lookup?.({ ...sent, draft })).toEqual({ kind: 'found', remote })
  expect(await bluesky.unpublish?.(sent, remote)).toMatchObject({ kind: 'done' })
  const film = { ...byBrowserWork('Film', session), draft: draftOf({ text: 'Film', media: [await video()] }) }
  expect((await read((await publish(film)).id)).embed?.$type).toBe('app.bsky.embed.video')
})

test('a token that runs out is renewed once for two posts at a time, and is kept', async () => {
  const session = sessionSlot(signedIn.session)
  let waiting: Promise<unknown> = Promise.resolve()
  session.exclusively = (work) => {
    const done = waiting.then(work)
    waiting = done.catch(() => {})
    return done
  }
  const kept = JSON.parse(signedIn.session) as { signIn: { kept: { tokens: { expires_at: string } } } }
  kept.signIn.kept.tokens.expires_at = new Date(0).toISOString()
  session.value = JSON.stringify(kept)
  const both = await Promise.all(['One', 'Two'].map((text) => bluesky.publish(byBrowserWork(text, session))))
  expect(both.map(({ kind }) => kind)).toEqual(['published', 'published'])
  expect(session.value).not.toContain(new Date(0).toISOString())
  // The old refresh token was spent: who still holds it is signed out, and with him everybody.
  const late = sessionSlot(JSON.stringify(kept))
  expect(await bluesky.publish(byBrowserWork('Three', late))).toMatchObject({ kind: 'signed-out' })
  const withPassword = { ...byBrowserWork('Four', late), secret: alice.appPassword }
  expect(await bluesky.publish(withPassword)).toMatchObject({ kind: 'published' })
})

test('a sign-in that was refused, repeated or sent elsewhere comes to nothing', async () => {
  const begun = await bluesky.signIn?.begin(asking())
  if (begun?.kind !== 'begun') throw new Error(JSON.stringify(begun))
  const { state } = JSON.parse(begun.memory) as { state: string }
  const back = (query: Record<string, string>) => new URL(`${REDIRECT}?${new URLSearchParams(query).toString()}`)
  const iss = byBrowser().service
  const answers = await Promise.all([
    bluesky.signIn?.finish(asking(), begun.memory, back({ state, iss, error: 'access_denied' })),
    bluesky.signIn?.finish(asking(), begun.memory, back({ state: 'another', iss, code: 'x' })),
    bluesky.signIn?.finish(asking(), begun.memory, back({ state, iss: 'https://evil.example', code: 'x' })),
    bluesky.signIn?.finish(asking(), signedIn.memory, signedIn.arrived),
  ])
  expect(answers.map((answer) => answer?.kind)).toEqual(['refused', 'refused', 'refused', 'refused'])
  expect(answers[0]).toMatchObject({ failure: { code: 'wrong-credentials' } })
  const away = {
    ...asking(),
    settings: { ...byBrowser(), service: `http://127.0.0.1:${await freePort()}`, identifier: 'a@b.example' },
  }
  expect(await bluesky.signIn?.begin(away)).toMatchObject({ kind: 'unreachable' })
  const nobody = { ...asking(), settings: { ...byBrowser(), identifier: 'nobody.test' } }
  expect(await bluesky.signIn?.begin(nobody)).toMatchObject({ kind: 'refused' })
})
