import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { quotaEnds } from '../../src-main/channels/google/failures.ts'
import { createYoutube } from '../../src-main/channels/youtube.ts'
import { CLIENT, googleError, RENEWED, session } from '../fixtures/google-sign-in.ts'
import { startYoutubeContractServer } from '../fixtures/youtube-contract-server.ts'
import { draftOf, mediaOf, sessionSlot, tools, uploadNotes, workOf } from './channel-world.ts'

/* Against a contract server: it is no YouTube, but holds every request to what Google's documents say. */
const youtube = createYoutube(tools)
type Contract = Awaited<ReturnType<typeof startYoutubeContractServer>>
let contract: Contract

const KIDS = { made_for_kids: false }
const start = async () => {
  contract = await startYoutubeContractServer()
  const settings = { clientId: CLIENT.clientId, server: contract.url }
  return {
    settings,
    work: (draft: Partial<Draft>, more: Parameters<typeof workOf>[2] = {}) =>
      workOf(youtube, draftOf({ ...draft, options: { ...KIDS, ...draft.options } }), {
        settings,
        secret: CLIENT.secret,
        session: sessionSlot(session()),
        ...more,
      }),
  }
}
const MOVIE = Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), randomBytes(9_000_000)])
const video = (bytes = MOVIE.subarray(0, 40_000)) => mediaOf(bytes, 'film.mp4')
const picture = () =>
  sharp({ create: { width: 64, height: 36, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
const published = async (work: Parameters<typeof youtube.publish>[0]) => {
  const outcome = await youtube.publish(work)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome
}
const standing = () => [...contract.videos.values()]
const calls = () => contract.requests.map(({ method, path }) => `${method} ${path.replace('/youtube/v3', '')}`)

test('says what it can: a schedule of its own, edits, deletion, looking up and reading back', () => {
  const { can, group, signIn, guide, secret } = youtube.descriptor
  expect(can).toMatchObject({ edit: true, unpublish: true, lookup: true, readBack: true, handOver: true })
  expect([group, signIn, guide.length, secret?.optional]).toEqual(['app', true, 5, undefined])
  expect(JSON.stringify(youtube.descriptor.settings)).not.toContain('server')
})

test('signs in by the browser, and connects as the channel with what was granted', async () => {
  const { settings } = await start()
  const asked = {
    settings,
    secret: CLIENT.secret,
    redirect: 'http://127.0.0.1:5000/',
    signal: AbortSignal.timeout(9000),
  }
  const begun = await youtube.signIn?.begin(asked)
  if (begun?.kind !== 'begun') throw new Error(JSON.stringify(begun))
  const agreed = new URL(begun.url).searchParams
  expect([agreed.get('access_type'), agreed.get('code_challenge_method')]).toEqual(['offline', 'S256'])
  const arrived = new URL(`http://127.0.0.1:5000/?code=abc&state=${agreed.get('state')}`)
  const signed = await youtube.signIn?.finish(asked, begun.memory, arrived)
  if (signed?.kind !== 'signed-in') throw new Error(JSON.stringify(signed))
  const access = { ...asked, session: sessionSlot(signed.session), destination: null }
  const connected = await youtube.connect(access)
  expect(connected).toMatchObject({
    kind: 'valid',
    identity: '@example',
    settings: { uploads: 'UUexample' },
    picture: 'https://yt3.ggpht.com/240.jpg',
    permissions: [{ granted: true }, { granted: true }],
  })
})

test('uploads a video with all that it is told, byte for byte, and says how far it is', async () => {
  const { work } = await start()
  const progress: number[] = []
  const options = {
    title: 'A film',
    privacy_status: 'unlisted',
    category_id: '27',
    tags: ['one', 'two words'],
    license: 'creativeCommon',
    embeddable: false,
    notify_subscribers: false,
  }
  const draft = { text: 'Look\nat it', media: [await video(MOVIE)], options }
  const { remote } = await published(work(draft, { onProgress: (sent) => void progress.push(sent) }))
  const [one] = standing()
  expect(remote).toEqual({ id: one?.id, url: `https://www.youtube.com/watch?v=${one?.id}`, parts: [] })
  expect(one?.bytes.equals(MOVIE)).toBe(true)
  expect(one).toMatchObject({
    snippet: { title: 'A film', description: 'Look\nat it', tags: ['one', 'two words'], categoryId: '27' },
    status: { privacyStatus: 'unlisted', selfDeclaredMadeForKids: false, license: 'creativeCommon', embeddable: false },
  })
  expect(contract.requests[0]?.query.get('notifySubscribers')).toBe('false')
  expect(progress.at(-1)).toBe(MOVIE.length)
  expect(progress).toContain(8 * 1024 * 1024)
})

test('the first line is the title where there is none; a short has the address of one', async () => {
  const { work } = await start()
  const { remote } = await published(
    work({ text: 'First\nSecond', media: [await video()], options: { type: 'SHORT' } }),
  )
  expect(standing()[0]?.snippet.title).toBe('First')
  expect(remote.url).toContain('/shorts/')
})

test('sets a thumbnail and fills a playlist; what of it fails is told, and the video stands', async () => {
  const { work } = await start()
  const media = [await mediaOf(await picture(), 'cover.png'), await video()]
  const options = { playlist_id: 'PL123' }
  expect((await published(work({ text: 'x', media, options }))).reservation).toBeUndefined()
  const [one] = standing()
  expect((await sharp(one?.thumbnail ?? undefined).metadata()).width).toBe(64)
  expect(contract.playlist).toEqual([one?.id])
  contract.say(/thumbnails/, googleError(403, 'forbidden', 'The channel is not verified.'))
  const { reservation } = await published(work({ text: 'y', media }))
  expect(reservation).toMatchObject({
    message: expect.stringContaining('its thumbnail is not'),
    next: expect.stringContaining('YouTube Studio'),
  })
})

test('a project without an audit uploads private videos: that is told', async () => {
  const { work } = await start()
  contract.next.locked = true
  const { reservation } = await published(work({ text: 'x', media: [await video()] }))
  expect(reservation?.message).toContain('private')
})

test('goes on after a cut where YouTube says, and never makes two', async () => {
  const { work } = await start()
  const notes = uploadNotes()
  const draft = { text: 'Long', media: [await video(MOVIE)] }
  contract.say(/^PUT \/upload/, { status: 308, headers: { range: 'bytes=0-262143' } })
  contract.say(/^PUT \/upload/, { fate: 'cut' })
  expect(await youtube.publish(work(draft, { notes }))).toMatchObject({ kind: 'retry' })
  // What the server really has is nothing: it is asked, and sent all.
  const { remote } = await published(work(draft, { notes }))
  expect(standing().map(({ id }) => id)).toEqual([remote.id])
  expect(standing()[0]?.bytes.equals(MOVIE)).toBe(true)
  expect(calls().filter((call) => call === 'POST /upload/videos')).toHaveLength(1)
})

test('a lost answer is settled by its session: what arrived is found, and is not sent again', async () => {
  const { work } = await start()
  const notes = uploadNotes()
  const draft = { text: 'Once', media: [await video()] }
  contract.say(/^PUT \/upload/, { fate: 'cut', after: true })
  const attempt = work(draft, { notes })
  expect(await youtube.publish(attempt)).toMatchObject({ kind: 'unclear' })
  const [one] = standing()
  expect(await youtube.lookup?.(attempt)).toMatchObject({ kind: 'found', remote: { id: one?.id } })
  expect((await published(attempt)).remote.id).toBe(one?.id)
  expect(contract.videos.size).toBe(1)
})

test('what never arrived is absent; a session that is over is settled by the list of uploads', async () => {
  const { work } = await start()
  const notes = uploadNotes()
  const attempt = work({ text: 'Once', media: [await video()] }, { notes })
  expect(await youtube.lookup?.(attempt)).toEqual({ kind: 'absent' })
  contract.say(/^PUT \/upload/, { fate: 'cut' })
  expect(await youtube.publish(attempt)).toMatchObject({ kind: 'unclear' })
  expect(await youtube.lookup?.(attempt)).toEqual({ kind: 'absent' })
  contract.say(/^PUT \/upload/, { status: 308 })
  contract.say(/^PUT \/upload/, { fate: 'cut', after: true })
  expect(await youtube.publish(attempt)).toMatchObject({ kind: 'unclear' })
  contract.sessions.clear()
  expect(await youtube.lookup?.(attempt)).toMatchObject({ kind: 'found', remote: { id: standing()[0]?.id } })
  contract.videos.clear()
  expect(await youtube.lookup?.(work({ text: 'Once', media: attempt.draft.media }, { notes: uploadNotes() }))).toEqual({
    kind: 'absent',
  })
})

test('waits for YouTube to take the video in, and says why it cannot use one', async () => {
  const { work } = await start()
  Object.assign(contract.next, { uploadStatus: 'failed', failureReason: 'codec' })
  expect(await youtube.publish(work({ text: 'x', media: [await video()] }))).toMatchObject({
    kind: 'rejected',
    failure: { code: 'media-unsupported', message: expect.stringContaining('codec'), field: 'media' },
  })
})

test('a video must say whether it is made for children; without a video nothing is sent', async () => {
  const { work } = await start()
  const media = [await video()]
  const bare = draftOf({ text: 'x', media })
  const { problems } = await youtube.check(bare, { clientId: 'a' })
  expect(problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['option-missing'])
  expect(await youtube.publish({ ...work({ text: 'x' }), draft: bare })).toMatchObject({
    kind: 'rejected',
    failure: { field: 'options' },
  })
  expect(await youtube.publish(work({ text: 'x' }))).toMatchObject({ kind: 'rejected', failure: { field: 'media' } })
  expect(contract.requests).toEqual([])
})

test.each([
  ['quotaExceeded', 403, 'limited', 'quota-exhausted'],
  ['uploadLimitExceeded', 400, 'limited', 'quota-exhausted'],
  ['rateLimitExceeded', 403, 'limited', 'rate-limited'],
  ['insufficientPermissions', 403, 'signed-out', 'signed-out'],
  ['accessNotConfigured', 403, 'rejected', 'rejected-by-channel'],
  ['youtubeSignupRequired', 401, 'signed-out', 'signed-out'],
  ['invalidTitle', 400, 'rejected', 'rejected-by-channel'],
  ['somethingNew', 400, 'rejected', 'rejected-by-channel'],
  ['backendError', 503, 'retry', 'unreachable'],
])('%s (%i) is %s', async (reason, status, kind, code) => {
  const { work } = await start()
  contract.say(/^POST \/upload/, googleError(status, reason))
  contract.say(/^POST \/upload/, googleError(status, reason))
  expect(await youtube.publish(work({ text: 'x', media: [await video()] }))).toMatchObject({ kind, failure: { code } })
  expect(contract.videos.size).toBe(0)
})

test.each([
  ['2026-11-22T15:00:00Z', '2026-11-23T08:00:00.000Z'],
  ['2026-11-23T07:59:00Z', '2026-11-23T08:00:00.000Z'],
  ['2026-07-01T12:00:00Z', '2026-07-02T07:00:00.000Z'],
])('a quota that is used up at %s begins anew at %s: midnight in California', (now, then) => {
  expect(new Date(quotaEnds(Date.parse(now))).toISOString()).toBe(then)
})

test('a token that is refused is renewed once, and nothing secret is told', async () => {
  const { work } = await start()
  const slot = sessionSlot(session())
  contract.say(/^POST \/upload/, googleError(401, 'authError', `Bad token ya29.example-access-token`))
  await published(work({ text: 'x', media: [await video()] }, { session: slot }))
  expect(slot.value).toContain(RENEWED)
  contract.say(/^POST \/upload/, googleError(400, 'odd', `Bad token ${RENEWED}`))
  const refused = await youtube.publish(work({ text: 'x', media: [await video()] }, { session: slot }))
  expect(JSON.stringify(refused)).not.toContain(RENEWED)
})

test('edits the words and keeps what else there is; deletes; what is gone is gone', async () => {
  const { work } = await start()
  const draft = { text: 'Before', media: [await video()], options: { tags: ['a'] } }
  const { remote } = await published(work(draft))
  const after = work({ ...draft, text: 'After', options: {} })
  expect(await youtube.edit?.(after, remote)).toEqual({ kind: 'done', remote })
  expect(standing()[0]?.snippet).toMatchObject({ title: 'After', description: 'After', tags: ['a'], categoryId: '22' })
  expect(await youtube.unpublish?.(after, remote)).toEqual({ kind: 'done', remote })
  expect(await youtube.unpublish?.(after, remote)).toEqual({ kind: 'done', remote })
  expect(await youtube.edit?.(after, remote)).toMatchObject({ kind: 'refused', failure: { code: 'not-found' } })
})

test('reads back what was uploaded since then', async () => {
  const { work } = await start()
  const { remote } = await published(work({ text: 'Words', media: [await video()], options: { title: 'Title' } }))
  expect(await youtube.readBack?.(work({}), Date.now() - 60_000)).toMatchObject({
    kind: 'read',
    posts: [{ remote, text: 'Title\n\nWords', pictures: [{ url: expect.stringContaining('ytimg') }] }],
  })
  expect(await youtube.readBack?.(work({}), Date.now() + 60_000)).toMatchObject({ kind: 'read', posts: [] })
})

test('hands a video over to YouTube’s own schedule, follows it, and takes it back before its time', async () => {
  const { work } = await start()
  const at = Date.UTC(2026, 11, 24, 18)
  const attempt = work({ text: 'Later', media: [await video()] }, { at })
  const given = await youtube.handOver?.give(attempt)
  const [one] = standing()
  expect(given).toMatchObject({ kind: 'published', remote: { id: one?.id } })
  expect(one?.status).toMatchObject({ privacyStatus: 'private', publishAt: '2026-12-24T18:00:00.000Z' })
  const held = { id: one?.id ?? '', url: null, parts: [] }
  expect(await youtube.handOver?.follow(attempt, held)).toEqual({ kind: 'held' })
  if (one) one.status = { ...one.status, privacyStatus: 'public', publishAt: undefined }
  expect(await youtube.handOver?.follow(attempt, held)).toMatchObject({ kind: 'published', remote: { id: one?.id } })
  expect(await youtube.handOver?.takeBack(attempt, held)).toMatchObject({ kind: 'refused' })
  if (one) one.status = { ...one.status, privacyStatus: 'private' }
  expect(await youtube.handOver?.follow(attempt, held)).toEqual({ kind: 'gone' })
  expect(await youtube.handOver?.takeBack(attempt, held)).toMatchObject({ kind: 'done' })
  expect(contract.videos.size).toBe(0)
  expect(await youtube.handOver?.give(work({ text: 'x', options: { privacy_status: 'private' } }))).toMatchObject({
    kind: 'rejected',
  })
})

test('what was given and never answered for is found on YouTube’s schedule, and not uploaded twice', async () => {
  const { work } = await start()
  const attempt = work(
    { text: 'Later', media: [await video()] },
    { at: Date.UTC(2026, 11, 24, 18), notes: uploadNotes() },
  )
  expect(await youtube.handOver?.find?.(attempt)).toEqual({ kind: 'absent' })
  contract.say(/^PUT \/upload/, { fate: 'cut', after: true })
  expect(await youtube.handOver?.give(attempt)).toMatchObject({ kind: 'unclear' })
  const [one] = standing()
  const found = await youtube.handOver?.find?.(attempt)
  expect(found).toMatchObject({ kind: 'found', remote: { id: one?.id } })
  expect(await youtube.handOver?.follow(attempt, { id: one?.id ?? '', url: null, parts: [] })).toEqual({ kind: 'held' })
  expect(await youtube.handOver?.give(attempt)).toMatchObject({ kind: 'published', remote: { id: one?.id } })
  expect(standing()).toHaveLength(1)
  if (one) one.status = { ...one.status, privacyStatus: 'public', publishAt: undefined }
  expect(await youtube.handOver?.find?.(attempt)).toEqual(found)
})
