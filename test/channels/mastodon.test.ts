import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { startCuttingProxy } from '../servers/cutting-proxy.ts'
import { startMastodonContractServer, whyNoDescription } from '../fixtures/mastodon-contract-server.ts'
import { channelNamed, draftOf, mediaOf, sessionSlot, workOf } from './channel-world.ts'

/* Against a contract server: it is no Mastodon, but holds every request to the description of Mastodon's API. */
const mastodon = channelNamed('mastodon')
type Contract = Awaited<ReturnType<typeof startMastodonContractServer>>
let contract: Contract

const start = async (...about: Parameters<typeof startMastodonContractServer>) => {
  contract = await startMastodonContractServer(...about)
  const slot = sessionSlot()
  const settings = { server: contract.url }
  return {
    contract,
    slot,
    settings,
    work: (draft: Partial<Draft> | string, more: Parameters<typeof workOf>[2] = {}) =>
      workOf(mastodon, draftOf(draft), { settings, secret: contract.token, session: slot, ...more }),
  }
}
afterEach(() => {
  expect(contract.breaches).toEqual([])
})

const sent = (method: string, path: string) =>
  contract.requests.filter((one) => one.method === method && one.path === path)
const posted = () => sent('POST', '/api/v1/statuses').map(({ body }) => body)
const published = async (work: Parameters<typeof mastodon.publish>[0]) => {
  const outcome = await mastodon.publish(work)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome.remote
}
const picture = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .png()
    .toBuffer()

const without = whyNoDescription()
test.skipIf(without !== null)(
  `the contract server refuses what the maker's description does not have${without === null ? '' : `, left out: ${without}`}`,
  async () => {
    const { contract } = await start()
    const ask = (path: string, body?: object) =>
      fetch(contract.url + path, {
        method: body ? 'POST' : 'GET',
        headers: { authorization: `Bearer ${contract.token}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      })
    const answers = await Promise.all([
      ask('/api/v1/statuses', { status: 5 }),
      ask('/api/v1/statuses', { status: 'x', visibility: 'nobody' }),
      ask('/api/v1/statuses', {}),
      ask('/api/v1/nothing'),
      ask('/api/v1/accounts/1/statuses?limits=1'),
    ])
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400])
    expect(contract.breaches.splice(0)).toHaveLength(5)
  },
)

test('connects, keeps what the server takes, and judges drafts by it', async () => {
  const configuration = {
    urls: {},
    accounts: { max_featured_tags: 1, max_pinned_statuses: 1 },
    statuses: { max_characters: 11_000, max_media_attachments: 6, characters_reserved_per_url: 25 },
    media_attachments: {
      supported_mime_types: ['image/png', 'video/mp4'],
      description_limit: 10,
      image_size_limit: 1_000_000,
      image_matrix_limit: 1_000_000,
      video_size_limit: 5_000_000,
      video_frame_rate_limit: 60,
      video_matrix_limit: 1_000_000,
    },
    polls: { max_options: 2, max_characters_per_option: 3, min_expiration: 60, max_expiration: 3600 },
    translation: { enabled: false },
  }
  const { work } = await start({ instance: { configuration } })
  const answer = await mastodon.connect(work(''))
  if (answer.kind !== 'valid') throw new Error(JSON.stringify(answer))
  expect(answer.identity).toBe(`@alice@${new URL(contract.url).host}`)
  expect(answer.picture).toMatch(/^https:.*\/a\.png$/)
  const check = (draft: Partial<Draft>) => mastodon.check(draftOf(draft), answer.settings)
  const codes = async (draft: Partial<Draft>) => (await check(draft)).problems.map(({ code }) => code)
  expect((await check({ text: 'https://example.com/a' })).count).toEqual({ used: 25, max: 11_000, unit: 'characters' })
  const png = await mediaOf(await picture(), 'a.png', 'A')
  const six = Array.from({ length: 6 }, () => png)
  expect(await codes({ media: six })).toEqual([])
  expect(await codes({ media: [...six, png] })).toEqual(['too-many-media'])
  expect(await codes({ media: [{ ...png, alt: 'x'.repeat(11) }] })).toEqual(['alt-too-long'])
  expect(await codes({ media: [{ ...png, mime: 'video/webm' }] })).toEqual(['media-unsupported'])
  const large = await mediaOf(
    await sharp(await picture())
      .resize(2000, 100, { fit: 'fill' })
      .png()
      .toBuffer(),
    'l.png',
    'L',
  )
  expect((await check({ media: [large] })).changes).toMatchObject([{ what: 'resized' }])
  const poll = { poll_options: ['a', 'b', 'long'], poll_minutes: 90 }
  expect(await codes({ text: 'x', options: poll })).toEqual(['poll-too-long', 'poll-too-long', 'poll-time'])
})

test.each([
  [
    'what Pleroma says of itself',
    {
      max_toot_chars: 5000,
      upload_limit: 16_000_000,
      poll_limits: { max_options: 20, max_option_chars: 200, min_expiration: 0, max_expiration: 31_536_000 },
    },
    5000,
    21,
  ],
  ['nonsense', { configuration: { statuses: { max_characters: 'many' }, polls: 7 } }, 500, 21],
  ['nothing', {}, 500, 21],
])('reads limits from the first version of the description: %s', async (_, description, max, used) => {
  const { work, contract } = await start({ instance: null })
  contract.say(/GET \/api\/v1\/instance/, { status: 200, body: description })
  const answer = await mastodon.connect(work(''))
  // It is not among what the contract server can do.
  if (answer.kind !== 'valid') throw new Error(JSON.stringify(answer))
  expect((await mastodon.check(draftOf('https://example.com/a'), answer.settings)).count).toMatchObject({ max, used })
})

test('a server that says nothing of itself is taken to be as it was made', async () => {
  const { work } = await start({ instance: null })
  const answer = await mastodon.connect(work(''))
  expect(answer).toMatchObject({ kind: 'valid', settings: { server: contract.url } })
  expect((await mastodon.check(draftOf('https://example.com/a/b/c/d/e/f/g'), { server: contract.url })).count).toEqual({
    used: 23,
    max: 500,
    unit: 'characters',
  })
})

test('a token that may not write is refused when it is connected, with what it lacks', async () => {
  const { work } = await start({ scopes: ['read', 'write:media'] })
  expect(await mastodon.connect(work(''))).toMatchObject({
    kind: 'refused',
    failure: { code: 'wrong-credentials', message: expect.stringContaining('write:statuses'), field: 'secret' },
  })
})

test('finer scopes that are enough are enough', async () => {
  const { work } = await start({ scopes: ['read:accounts', 'read:statuses', 'write:statuses', 'write:media'] })
  expect(await mastodon.connect(work(''))).toMatchObject({ kind: 'valid' })
})

test.each([
  [401, { error: 'The access token is invalid' }, 'refused', 'wrong-credentials'],
  [403, { error: 'Your login is currently disabled' }, 'refused', 'wrong-credentials'],
  [404, '<h1>Not found</h1>', 'refused', 'channel-error'],
  [200, '<h1>Welcome</h1>', 'refused', 'channel-error'],
  [429, { error: 'Too many requests' }, 'unreachable', 'rate-limited'],
  [503, 'Sorry', 'unreachable', 'unreachable'],
])('a sign-in that is answered with %i %j is %s: %s', async (status, body, kind, code) => {
  const { work, contract } = await start()
  contract.say(/verify_credentials/, { status, body })
  expect(await mastodon.connect(work(''))).toMatchObject({ kind, failure: { code } })
})

test('a server that sends one on is told, and the token does not go there', async () => {
  const { work, contract } = await start()
  contract.say(/verify_credentials/, { status: 301, headers: { location: 'https://www.social.example/api' } })
  expect(await mastodon.connect(work(''))).toMatchObject({
    kind: 'refused',
    failure: { code: 'channel-error', next: expect.stringContaining('https://www.social.example') },
  })
  expect(contract.requests).toHaveLength(1)
})

test('says all that a post is told, and nothing that it is not', async () => {
  const { work } = await start()
  const options = { spoiler_text: 'Food', visibility: 'unlisted', sensitive: true, language: 'de' }
  await published(work({ text: 'Pilze', options }))
  await published(work('Plain'))
  expect(posted()).toEqual([{ status: 'Pilze', ...options }, { status: 'Plain' }])
})

test('each part of a thread has a key of its own, and the same one when it is tried again', async () => {
  const { work, contract } = await start()
  const draft = { text: 'One\n---\nTwo', thread: true, options: { spoiler_text: 'CW', poll_options: ['a', 'b'] } }
  const first = work(draft)
  contract.say(/POST \/api\/v1\/statuses/, { status: 503, body: 'Sorry' })
  expect(await mastodon.publish(first)).toMatchObject({ kind: 'unclear', failure: { code: 'answer-lost' } })
  expect(await mastodon.lookup?.(first)).toEqual({ kind: 'absent' })
  const remote = await published(first)
  const keys = sent('POST', '/api/v1/statuses').map(({ headers }) => headers['idempotency-key'])
  expect(keys[0]).toBe(keys[1])
  expect(new Set(keys).size).toBe(2)
  expect(posted().slice(1)).toMatchObject([
    { status: 'One', spoiler_text: 'CW', poll: { options: ['a', 'b'], expires_in: 86_400, multiple: false } },
    { status: 'Two', spoiler_text: 'CW', in_reply_to_id: remote.id },
  ])
  expect(posted()[2]).not.toHaveProperty('poll')
})

test.each([
  'Plain words',
  'Grüße an @bob@example.org und @carol: https://example.com/a/very/long/path/that/is/cut?x=1&y=2 #tag',
  'Two\n\nparagraphs & <b>marks</b>\nand lines',
  '👩‍👩‍👧‍👦🇩🇪',
  '!?',
])('finds a post whose answer was lost, also where keys are not heeded: %j', async (text) => {
  const { work, contract } = await start()
  contract.state.heedsKeys = false
  contract.post('Something else')
  const lost = work(text)
  contract.say(/POST \/api\/v1\/statuses/, { status: 502, body: '<h1>Bad gateway</h1>', after: true })
  expect(await mastodon.publish(lost)).toMatchObject({ kind: 'unclear' })
  const found = await mastodon.lookup?.(lost)
  expect(found).toMatchObject({
    kind: 'found',
    remote: { url: expect.stringContaining('https://social.example/@alice/') },
  })
  expect(await published(lost)).toEqual(found?.kind === 'found' && found.remote)
  expect(contract.statuses.filter((one) => one.text === text)).toHaveLength(1)
})

test('finds it behind a hundred others, and does not take one from before for it', async () => {
  const { work, contract } = await start()
  contract.state.heedsKeys = false
  contract.post('Good morning')
  for (const one of contract.statuses) one.created_at = new Date(Date.now() - 600_000).toISOString()
  const lost = work('Good morning')
  expect(await mastodon.lookup?.(lost)).toEqual({ kind: 'absent' })
  contract.say(/POST \/api\/v1\/statuses/, { status: 504, body: '', after: true })
  expect(await mastodon.publish(lost)).toMatchObject({ kind: 'unclear' })
  for (let index = 0; index < 100; index++) contract.post(`Another ${index}`)
  expect(await mastodon.lookup?.(lost)).toMatchObject({ kind: 'found' })
  expect(await mastodon.publish(lost)).toMatchObject({ kind: 'published' })
  expect(contract.statuses.filter((one) => one.text === 'Good morning')).toHaveLength(2)
})

test.each([3_600_000, -3_600_000])('finds it by a clock that is %i ms ahead, and none from before', async (ahead) => {
  const { work, contract } = await start()
  Object.assign(contract.state, { heedsKeys: false, ahead })
  contract.post('Good evening')
  for (const one of contract.statuses) one.created_at = new Date(Date.now() + ahead - 60_000).toISOString()
  const lost = work('Good evening')
  expect(await mastodon.lookup?.(lost)).toEqual({ kind: 'absent' })
  contract.say(/POST \/api\/v1\/statuses/, { status: 504, body: '', after: true })
  expect(await mastodon.publish(lost)).toMatchObject({ kind: 'unclear' })
  expect(await mastodon.lookup?.(lost)).toMatchObject({
    kind: 'found',
    remote: { id: contract.statuses[0]?.id },
  })
})

test('where the posts cannot be listed, nobody knows: it is not sent again for that', async () => {
  const { work, contract } = await start()
  contract.say(/GET .*statuses/, { status: 500, body: { error: 'Oops' } })
  expect(await mastodon.lookup?.(work('x'))).toMatchObject({ kind: 'unknown', failure: { code: 'unreachable' } })
  contract.say(/GET .*statuses/, { status: 200, body: '<h1>Under construction</h1>' })
  expect(await mastodon.lookup?.(work('x'))).toMatchObject({ kind: 'unknown' })
})

test('an answer that is cut off is unclear; a server that was never reached is worth another try', async () => {
  const { work, contract } = await start()
  const proxy = await startCuttingProxy(Number(new URL(contract.url).port))
  const lost = work('Cut off', { settings: { server: `http://127.0.0.1:${proxy.port}` } })
  proxy.cutAnswerTo('POST /api/v1/statuses')
  expect(await mastodon.publish(lost)).toMatchObject({ kind: 'unclear' })
  await proxy.close()
  expect(await mastodon.publish(lost)).toMatchObject({ kind: 'retry', failure: { code: 'unreachable' } })
  expect(contract.statuses).toHaveLength(1)
})

test('a call that is ended after the post was sent leaves it unclear', async () => {
  const { work, contract } = await start()
  contract.say(/POST \/api\/v1\/statuses/, { status: 200, silent: true })
  const ended = new AbortController()
  const outcome = mastodon.publish(work('Too slow', { signal: ended.signal }))
  await expect.poll(() => posted().length).toBe(1)
  ended.abort()
  expect(await outcome).toMatchObject({ kind: 'unclear', failure: { code: 'answer-lost' } })
})

test.each([
  [401, { error: 'The access token was revoked' }, 'signed-out', 'signed-out'],
  [403, { error: 'This action is not allowed' }, 'rejected', 'rejected-by-channel'],
  [404, { error: 'Record not found' }, 'rejected', 'rejected-by-channel'],
  [413, '<html><h1>413 Request Entity Too Large</h1></html>', 'rejected', 'rejected-by-channel'],
  [422, { error: 'Validation failed: Text character limit of 500 exceeded' }, 'rejected', 'rejected-by-channel'],
  [500, { error: 'Internal' }, 'unclear', 'answer-lost'],
  [408, '', 'unclear', 'answer-lost'],
  [200, '<h1>Welcome</h1>', 'unclear', 'answer-lost'],
  [200, { id: 5 }, 'unclear', 'answer-lost'],
])('a post that is answered with %i %j is %s: %s', async (status, body, kind, code) => {
  const { work, contract } = await start()
  contract.say(/POST \/api\/v1\/statuses/, { status, body })
  const outcome = await mastodon.publish(work('x'))
  expect(outcome).toMatchObject({ kind, failure: { code, detail: expect.stringContaining(String(status)) } })
})

test('a refusal is told in the words of the server, without the token', async () => {
  const { work, contract } = await start()
  const error = `Validation failed: Poll is no good (Bearer abc.def, ${contract.token})`
  contract.say(/POST \/api\/v1\/statuses/, { status: 422, body: { error } })
  const outcome = await mastodon.publish(work('x'))
  expect(outcome).toMatchObject({ kind: 'rejected', failure: { message: expect.stringContaining('Poll is no good') } })
  expect(JSON.stringify(outcome)).not.toMatch(/abc\.def|a-token-of/)
})

const date = (seconds: number) => new Date(Date.now() + seconds * 1000)
test.each([
  ['the time by a right clock', () => ({ 'x-ratelimit-reset': date(90).toISOString() }), 90],
  [
    'the time by a clock that is an hour ahead',
    () => ({ date: date(3600).toUTCString(), 'x-ratelimit-reset': date(3690).toISOString() }),
    90,
  ],
  ['so many seconds', () => ({ 'retry-after': '30', 'x-ratelimit-reset': date(900).toISOString() }), 30],
  ['a date', () => ({ 'retry-after': date(60).toUTCString() }), 60],
  ['seconds since 1970', () => ({ 'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 120) }), 120],
  ['nothing', () => ({}), 300],
  ['nonsense', () => ({ 'retry-after': 'soon' }), 300],
])('a limit is waited for as the server says it: %s', async (_, headers, seconds) => {
  const { work, contract } = await start()
  contract.say(/POST \/api\/v1\/statuses/, { status: 429, body: { error: 'Too many requests' }, headers: headers() })
  const outcome = await mastodon.publish(work('x'))
  if (outcome.kind !== 'limited') throw new Error(JSON.stringify(outcome))
  expect(outcome.failure.code).toBe('rate-limited')
  expect(Math.abs(outcome.until - Date.now() - seconds * 1000)).toBeLessThan(10_000)
})

test('waits for files that the server works on, then posts them in order with their descriptions', async () => {
  const { work, contract } = await start()
  contract.state.processing = 1
  const media = [await mediaOf(await picture(), 'a.png', 'One'), await mediaOf(await picture(), 'b.png', 'Two')]
  const remote = await published(work({ text: 'Files', media }))
  expect(contract.statuses[0]?.media_attachments.map(({ description }) => description)).toEqual(['One', 'Two'])
  expect([...contract.media.values()].map(({ asked }) => asked)).toEqual([2, 2])
  expect(remote.id).toBe(contract.statuses[0]?.id)
})

test('a file that the server cannot use is refused in its words, and nothing is posted', async () => {
  const { work, contract } = await start()
  Object.assign(contract.state, { processing: 1, unusable: true })
  const outcome = await mastodon.publish(work({ text: 'x', media: [await mediaOf(await picture())] }))
  expect(outcome).toMatchObject({ kind: 'rejected', failure: { message: expect.stringContaining('Error processing') } })
  expect(posted()).toEqual([])
})

test('waiting for a file ends with the call, and nothing is posted', async () => {
  const { work, contract } = await start()
  contract.state.processing = 1_000_000
  const ended = new AbortController()
  const outcome = mastodon.publish(work({ media: [await mediaOf(await picture())] }, { signal: ended.signal }))
  await expect.poll(() => sent('POST', '/api/v2/media').length).toBe(1)
  ended.abort()
  expect(await outcome).toMatchObject({ kind: 'retry' })
  expect(posted()).toEqual([])
})

test('a file that is gone from the disk is told before anything is sent', async () => {
  const { work } = await start()
  const video = { ...(await mediaOf(await picture(), 'a.png')), mime: 'video/mp4', path: '/nowhere/a.mp4' }
  const outcome = await mastodon.publish(work({ media: [video] }))
  expect(outcome).toMatchObject({ kind: 'rejected', failure: { code: 'media-missing' } })
  expect(sent('POST', '/api/v2/media')).toEqual([])
})

test('a video goes as it is, read from the disk', async () => {
  const { work, contract } = await start()
  const bytes = Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), Buffer.alloc(3_000_000, 7)])
  await published(work({ media: [await mediaOf(bytes, 'a.mp4', 'It moves')] }))
  expect([...contract.media.values()]).toMatchObject([{ size: bytes.length, description: 'It moves' }])
})

test('an edit keeps files, poll, language and warning, which the server takes away when they are left out', async () => {
  const { work, contract } = await start()
  const media = [await mediaOf(await picture(), 'a.png', 'Stays')]
  const options = { spoiler_text: 'CW', language: 'de', sensitive: true }
  const first = work({ text: 'Before', media, options })
  const remote = await published(first)
  const standing = { publishedAt: Date.now(), versions: 0 }
  const after = { ...first, standing, draft: draftOf({ text: 'After', media, options }) }
  expect(await mastodon.edit?.(after, remote)).toEqual({ kind: 'done', remote })
  expect(contract.statuses[0]).toMatchObject({ text: 'After', spoiler_text: 'CW', language: 'de', sensitive: true })
  expect(contract.statuses[0]?.media_attachments).toHaveLength(1)
  const asking = work({ text: 'Tea?', options: { poll_options: ['Yes', 'No'], poll_multiple: true } })
  const poll = await published(asking)
  const asked = { ...asking, standing, draft: draftOf({ text: 'Coffee?', options: asking.draft.options }) }
  expect(await mastodon.edit?.(asked, poll)).toEqual({ kind: 'done', remote: poll })
  expect(contract.statuses[0]).toMatchObject({
    text: 'Coffee?',
    poll: { multiple: true, options: [{ title: 'Yes' }, { title: 'No' }] },
  })
})

test('an edit of what is gone says so', async () => {
  const { work } = await start()
  const gone = { id: '110999999999999999', url: null, parts: [] }
  expect(await mastodon.edit?.(work('x'), gone)).toMatchObject({ kind: 'refused', failure: { code: 'not-found' } })
})

test('takes a post and a whole thread down, the newest part first; what is gone already is no trouble', async () => {
  const { work, contract } = await start()
  const single = work('Gone soon')
  const remote = await published(single)
  const thread = work({ text: 'A\n---\nB', thread: true })
  const both = await published(thread)
  expect(await mastodon.unpublish?.(thread, both)).toEqual({ kind: 'done', remote: both })
  const deleted = contract.requests.filter(({ method }) => method === 'DELETE').map(({ path }) => path)
  expect(deleted).toEqual(both.parts.toReversed().map(({ id }) => `/api/v1/statuses/${id}`))
  expect(await mastodon.unpublish?.(single, remote)).toEqual({ kind: 'done', remote })
  expect(await mastodon.unpublish?.(single, remote)).toEqual({ kind: 'done', remote })
  expect(contract.statuses).toEqual([])
})

test('a takedown that gets no answer says so, and can be made again', async () => {
  const { work, contract } = await start()
  const single = work('Gone soon')
  const remote = await published(single)
  contract.say(/DELETE/, { status: 502, body: '' })
  expect(await mastodon.unpublish?.(single, remote)).toMatchObject({
    kind: 'refused',
    failure: { code: 'answer-lost' },
  })
  expect(await mastodon.unpublish?.(single, remote)).toEqual({ kind: 'done', remote })
})

test('reads back page by page: threads as one, answers to others and older ones left out', async () => {
  const { work, contract } = await start()
  contract.post('From before')
  for (const one of contract.statuses) one.created_at = new Date(Date.now() - 600_000).toISOString()
  const since = Date.now() - 1000
  for (let index = 0; index < 90; index++) contract.post(`Post ${index}`)
  contract.post('An answer', { in_reply_to_id: '109000000000000000' })
  const text = 'Hi @bob@example.org,\nsee https://example.com/a/very/long/path/that/is/cut\n\nBye'
  const thread = await published(work({ text: `${text}\n---\nTwo`, thread: true }))
  const answer = await mastodon.readBack?.(work(''), since)
  if (answer?.kind !== 'read') throw new Error(JSON.stringify(answer))
  expect(answer.from).toBe(since)
  expect(answer.posts).toHaveLength(91)
  expect(answer.posts[0]).toMatchObject({ remote: thread, text: `${text}\n---\nTwo` })
})

test('of more posts than are read at once it says from when on it knows them all', async () => {
  const { work, contract } = await start()
  for (let index = 0; index < 1100; index++) contract.post(`Post ${index}`)
  for (const [index, one] of contract.statuses.entries()) {
    one.created_at = new Date(Date.now() - index * 1000).toISOString()
  }
  const answer = await mastodon.readBack?.(work(''), 0)
  if (answer?.kind !== 'read') throw new Error(JSON.stringify(answer))
  expect(answer.posts).toHaveLength(1000)
  expect(answer.from).toBe(Date.parse(contract.statuses[999]?.created_at ?? ''))
  const lost = { ...work('x'), marker: JSON.stringify({ key: 'k', from: 0 }) }
  expect(await mastodon.lookup?.(lost)).toMatchObject({ kind: 'unknown' })
})

test('says why it could not read', async () => {
  const { work } = await start()
  const answer = await mastodon.readBack?.({ ...work(''), secret: 'wrong' }, 0)
  expect(answer).toMatchObject({ kind: 'failed', failure: { code: 'signed-out' } })
})
