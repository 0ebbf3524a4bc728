import { createHash, randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Draft, Relay } from '../../src-main/channels/channel.ts'
import { createTiktok } from '../../src-main/channels/tiktok.ts'
import { APP, session, startTiktokContractServer } from '../fixtures/tiktok-contract-server.ts'
import { draftOf, mediaOf, sessionSlot, tools, uploadNotes, workOf } from './channel-world.ts'

/* Against a contract server: it is no TikTok, but holds every request to what its documents say. */
const tiktok = createTiktok(tools)
type Contract = Awaited<ReturnType<typeof startTiktokContractServer>>
let contract: Contract

const PUBLIC = { privacy_level: 'PUBLIC_TO_EVERYONE' }
const start = async () => {
  contract = await startTiktokContractServer()
  const settings = { clientId: APP.clientId, server: contract.url }
  return {
    settings,
    work: (draft: Partial<Draft>, more: Parameters<typeof workOf>[2] = {}) =>
      workOf(tiktok, draftOf(draft), { settings, secret: APP.secret, session: sessionSlot(session()), ...more }),
  }
}
const MOVIE = Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), randomBytes(23_000_000)])
const movie = (size = 30_000) => mediaOf(MOVIE.subarray(0, size), 'film.mp4')
const picture = async (colour = 'red') =>
  mediaOf(
    await sharp({ create: { width: 20, height: 30, channels: 3, background: colour } })
      .png()
      .toBuffer(),
    `${colour}.png`,
  )
const offered: string[] = []
const relay: Relay = {
  offer: ({ name, mime }) => {
    offered.push(mime)
    return Promise.resolve(`https://media.example/${name}`)
  },
}
const published = async (work: Parameters<typeof tiktok.publish>[0]) => {
  const outcome = await tiktok.publish(work)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome.remote
}
const posts = () => [...contract.posts.values()]
const about = (index: number) => posts()[index]?.about as { post_info: object; source_info: object }
const calls = () => contract.requests.map(({ method, path }) => `${method} ${path.replace('/v2/post/publish', '')}`)
const codes = async (draft: Partial<Draft>) =>
  (await tiktok.check(draftOf(draft), { clientId: 'a' })).problems.map(({ severity, code }) => `${severity} ${code}`)

test('says what programs can do there, and what the person agrees to', async () => {
  const { can, guide } = tiktok.descriptor
  expect(can).toMatchObject({ edit: false, unpublish: false, lookup: true, readBack: false, handOver: false })
  expect(guide.some(({ text }) => text.includes('audit'))).toBe(true)
  const media = [await movie()]
  expect(await codes({ media })).toEqual(expect.arrayContaining(['error option-missing', 'warning consent']))
  expect(await codes({ media, options: PUBLIC })).not.toContain('error option-missing')
  expect(await codes({ media, options: { inbox: true } })).not.toContain('warning consent')
  const branded = { privacy_level: 'SELF_ONLY', brand_content_toggle: true }
  expect(await codes({ media, options: branded })).toContain('error option-invalid')
})

test('signs in with a proof in digits, as TikTok wants it, and connects as the creator', async () => {
  const { settings } = await start()
  const asked = { settings, secret: APP.secret, redirect: 'http://127.0.0.1:5000/', signal: AbortSignal.timeout(9000) }
  const begun = await tiktok.signIn?.begin(asked)
  if (begun?.kind !== 'begun') throw new Error(JSON.stringify(begun))
  const agreed = new URL(begun.url).searchParams
  expect(agreed.get('client_key')).toBe(APP.clientId)
  const arrived = new URL(`http://127.0.0.1:5000/?code=abc&state=${agreed.get('state')}`)
  const signed = await tiktok.signIn?.finish(asked, begun.memory, arrived)
  if (signed?.kind !== 'signed-in') throw new Error(JSON.stringify(signed))
  const exchanged = contract.requests.map(({ body }) => body as { code_verifier: string })
  expect(agreed.get('code_challenge')).toBe(
    createHash('sha256')
      .update(exchanged[0]?.code_verifier ?? '')
      .digest('hex'),
  )
  const access = { ...asked, session: sessionSlot(signed.session), destination: null }
  expect(await tiktok.connect(access)).toMatchObject({
    kind: 'valid',
    identity: '@example',
    picture: 'https://p16.example/avatar.webp',
    permissions: [{ granted: true }, { granted: true }, { granted: true }],
  })
})

test('a video goes in chunks, the last with what is left over, and with what the account’s own settings forbid', async () => {
  const { work } = await start()
  const progress: number[] = []
  const options = { ...PUBLIC, disable_comment: true, is_aigc: true, video_cover_timestamp_ms: 1500 }
  const media = [await movie(MOVIE.length)]
  const remote = await published(
    work({ text: 'Look #this', media, options }, { onProgress: (sent) => void progress.push(sent) }),
  )
  const [post] = posts()
  expect(remote).toEqual({
    id: post?.postId,
    url: `https://www.tiktok.com/@example/video/${post?.postId}`,
    parts: [],
  })
  expect(post?.got.map(({ length }) => length)).toEqual([10_000_000, MOVIE.length - 10_000_000])
  expect(Buffer.concat(post?.got ?? []).equals(MOVIE)).toBe(true)
  expect(about(0).post_info).toEqual({
    title: 'Look #this',
    privacy_level: 'PUBLIC_TO_EVERYONE',
    disable_comment: true,
    disable_duet: false,
    disable_stitch: true,
    brand_content_toggle: false,
    brand_organic_toggle: false,
    is_aigc: true,
    video_cover_timestamp_ms: 1500,
  })
  expect(progress.at(-1)).toBe(MOVIE.length)
})

test('a post for oneself has no address yet; a draft goes to the inbox and is told nothing', async () => {
  const { work } = await start()
  contract.next.processing = 1
  const media = [await movie()]
  expect(await published(work({ media, options: { privacy_level: 'SELF_ONLY' } }))).toEqual({
    id: posts()[0]?.id,
    url: null,
    parts: [],
  })
  await published(work({ text: 'Draft', media, options: { inbox: true } }))
  expect(about(1)).not.toHaveProperty('post_info')
  expect(contract.standing()).toBe(1)
})

test('photos are fetched from the relay, as files that TikTok takes; without one nothing is sent', async () => {
  const { work } = await start()
  const draft = {
    text: 'Three colours',
    media: [await picture('red'), await picture('blue')],
    options: { ...PUBLIC, title: 'Colours', photo_cover_index: 1, auto_add_music: true },
  }
  expect(await tiktok.publish(work(draft))).toMatchObject({
    kind: 'rejected',
    failure: { next: expect.stringContaining('Media relay') },
  })
  expect(contract.posts.size).toBe(0)
  const remote = await published(work(draft, { relay }))
  expect(remote.url).toContain('/photo/')
  expect(offered.splice(0)).toEqual(['image/jpeg', 'image/jpeg'])
  expect(about(0)).toMatchObject({
    post_mode: 'DIRECT_POST',
    post_info: { title: 'Colours', description: 'Three colours', auto_add_music: true },
    source_info: {
      photo_cover_index: 1,
      photo_images: ['https://media.example/red.jpg', 'https://media.example/blue.jpg'],
    },
  })
  await published(work({ ...draft, options: { inbox: true } }, { relay }))
  expect(about(1)).toMatchObject({ post_mode: 'MEDIA_UPLOAD' })
})

test('what the creator may do is asked before each post, and wins', async () => {
  const { work } = await start()
  const media = [await movie()]
  expect(await tiktok.publish(work({ media, options: { privacy_level: 'FOLLOWER_OF_CREATOR' } }))).toMatchObject({
    kind: 'rejected',
    failure: { field: 'options', message: expect.stringContaining('SELF_ONLY') },
  })
  const long = [{ ...(await movie()), seconds: 301 }]
  expect(await tiktok.publish(work({ media: long, options: PUBLIC }))).toMatchObject({
    kind: 'rejected',
    failure: { field: 'media', message: expect.stringContaining('300') },
  })
  expect(await tiktok.publish(work({ media }))).toMatchObject({ kind: 'rejected', failure: { field: 'options' } })
  expect(contract.posts.size).toBe(0)
})

test('goes on after a cut with the chunk that is missing, and never makes two', async () => {
  const { work } = await start()
  const notes = uploadNotes()
  const attempt = work({ media: [await movie(MOVIE.length)], options: PUBLIC }, { notes })
  contract.say(/^PUT/, { fate: 'cut', after: true })
  expect(await tiktok.publish(attempt)).toMatchObject({ kind: 'retry' })
  expect(await tiktok.lookup?.(attempt)).toEqual({ kind: 'absent' })
  contract.say(/^PUT/, { fate: 'cut', after: true })
  expect(await tiktok.publish(attempt)).toMatchObject({ kind: 'unclear' })
  expect(await tiktok.lookup?.(attempt)).toMatchObject({ kind: 'found', remote: { id: posts()[0]?.postId } })
  await published(attempt)
  expect(contract.posts.size).toBe(1)
  expect(calls().filter((call) => call.startsWith('PUT'))).toHaveLength(2)
})

test('an upload whose address is over is begun anew; of the first nothing stands', async () => {
  const { work } = await start()
  const attempt = work({ media: [await movie(MOVIE.length)], options: PUBLIC }, { notes: uploadNotes() })
  contract.say(/^PUT/, { fate: 'cut' })
  expect(await tiktok.publish(attempt)).toMatchObject({ kind: 'retry' })
  contract.say(/^PUT/, { status: 403, body: 'expired' })
  expect(await tiktok.publish(attempt)).toMatchObject({ kind: 'retry' })
  await published(attempt)
  expect([contract.posts.size, contract.standing()]).toEqual([2, 1])
})

test('the last bytes of a video whose answer was lost are never begun anew, whatever the address says', async () => {
  const { work } = await start()
  const attempt = work({ media: [await movie()], options: PUBLIC }, { notes: uploadNotes() })
  contract.say(/^PUT/, { fate: 'cut' })
  expect(await tiktok.publish(attempt)).toMatchObject({ kind: 'unclear' })
  contract.say(/^PUT/, { status: 416, body: 'has it' })
  expect(await tiktok.publish(attempt)).toMatchObject({ kind: 'unclear' })
  expect(contract.posts.size).toBe(1)
})

test('a new address that refuses the video is a refusal', async () => {
  const { work } = await start()
  contract.say(/^PUT/, { status: 413, body: 'too much' })
  expect(await tiktok.publish(work({ media: [await movie()], options: PUBLIC }))).toMatchObject({
    kind: 'rejected',
    failure: { code: 'media-too-large' },
  })
})

test('photos whose answer is lost are a question for the person; those that were refused are not there', async () => {
  const { work } = await start()
  const draft = { media: [await picture()], options: PUBLIC }
  const attempt = work(draft, { relay })
  contract.say(/content/, { fate: 'cut', after: true })
  expect(await tiktok.publish(attempt)).toMatchObject({ kind: 'unclear' })
  expect(await tiktok.lookup?.(attempt)).toMatchObject({ kind: 'unknown' })
  const refused = work(draft, { relay })
  contract.say(/content/, contract.refuse(403, 'url_ownership_unverified'))
  expect(await tiktok.publish(refused)).toMatchObject({
    kind: 'rejected',
    failure: { next: expect.stringContaining('verify the domain') },
  })
  expect(await tiktok.lookup?.(refused)).toEqual({ kind: 'absent' })
})

test.each([
  ['frame_rate_check_failed', 'rejected', 'media-unsupported'],
  ['spam_risk_text', 'rejected', 'rejected-by-channel'],
  ['spam_risk_too_many_posts', 'limited', 'rate-limited'],
  ['auth_removed', 'signed-out', 'signed-out'],
  ['internal', 'retry', 'unreachable'],
  ['something_new', 'rejected', 'rejected-by-channel'],
])('a post that fails for %s is %s, and can be sent again', async (reason, kind, code) => {
  const { work } = await start()
  contract.next.failReason = reason
  const attempt = work({ media: [await movie()], options: PUBLIC })
  expect(await tiktok.publish(attempt)).toMatchObject({ kind, failure: { code } })
  expect(await tiktok.lookup?.(attempt)).toEqual({ kind: 'absent' })
  contract.next.failReason = undefined
  await published(attempt)
  expect(contract.standing()).toBe(1)
})

test.each([
  [403, 'unaudited_client_can_only_post_to_private_accounts', 'rejected', 'rejected-by-channel'],
  [403, 'reached_active_user_cap', 'limited', 'rate-limited'],
  [429, 'rate_limit_exceeded', 'limited', 'rate-limited'],
  [400, 'invalid_param', 'rejected', 'rejected-by-channel'],
  [200, 'spam_risk_user_banned_from_posting', 'rejected', 'rejected-by-channel'],
  [500, 'internal_error', 'retry', 'unreachable'],
])('%i %s is %s', async (status, name, kind, code) => {
  const { work } = await start()
  contract.say(/video\/init/, contract.refuse(status, name))
  const attempt = work({ media: [await movie()], options: PUBLIC })
  expect(await tiktok.publish(attempt)).toMatchObject({ kind, failure: { code } })
  expect(await tiktok.lookup?.(attempt)).toEqual({ kind: 'absent' })
})

test('a token that is refused is renewed once; when that does not help, the person signs in again', async () => {
  const { work } = await start()
  const draft = { media: [await movie()], options: PUBLIC }
  contract.say(/creator_info/, contract.refuse(401, 'access_token_invalid'))
  await published(work(draft))
  contract.say(/creator_info/, contract.refuse(401, 'scope_not_authorized'))
  contract.say(/creator_info/, contract.refuse(401, 'scope_not_authorized'))
  expect(await tiktok.publish(work(draft))).toMatchObject({
    kind: 'signed-out',
    failure: { message: expect.stringContaining('does not allow') },
  })
})
