import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { LEFT_OUT } from '../fixtures/contract-server.ts'
import { ME, startXContractServer, X_TOKENS, xSession } from '../fixtures/x-contract-server.ts'
import { channelNamed, draftOf, mediaOf, sessionSlot, uploadNotes, workOf } from './channel-world.ts'

/* Against a contract server: it is no X, but holds every request to the specification of its API. */
const x = channelNamed('x')
type Contract = Awaited<ReturnType<typeof startXContractServer>>
let contract: Contract

const start = async (...about: Parameters<typeof startXContractServer>) => {
  contract = await startXContractServer(...about)
  const settings = {
    clientId: 'client',
    server: contract.url,
    account: { id: ME.id, username: ME.username },
    premium: false,
  }
  return {
    settings,
    work: (draft: Partial<Draft> | string, more: Parameters<typeof workOf>[2] = {}) =>
      workOf(x, draftOf(draft), { settings, session: sessionSlot(xSession()), ...more }),
  }
}
const calls = () =>
  contract.requests.map(({ method, path }) => `${method} ${path.replace('/2/', '').replace(/\d{15,}/, 'ID')}`)
const published = async (work: Parameters<typeof x.publish>[0]) => {
  const outcome = await x.publish(work)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome.remote
}
const texts = () => contract.posts.map(({ text }) => text)
const picture = (format: 'png' | 'gif' = 'png') =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .toFormat(format)
    .toBuffer()
const video = (size: number) => Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), randomBytes(size)])
const codes = async (draft: Partial<Draft>, premium = false) =>
  (await x.check(draftOf(draft), { clientId: 'client', premium })).problems.map(
    ({ severity, code }) => `${severity} ${code}`,
  )

test.skipIf(LEFT_OUT !== '')(
  `the contract server refuses what the specification does not have${LEFT_OUT}`,
  async () => {
    await start()
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${X_TOKENS.access}` }
    const post = (path: string, body: object) =>
      fetch(contract.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
    const answers = await Promise.all([
      post('/2/tweets', { text: 5 }),
      post('/2/tweets', { text: 'x', poll: { options: ['only'], duration_minutes: 5 } }),
      post('/2/tweets', { text: 'x', reply_settings: 'everyone' }),
      post('/2/tweets', { text: 'x', media: { media_ids: ['1', '2', '3', '4', '5'] } }),
      post('/2/nothing', {}),
      fetch(`${contract.url}/2/tweets?ids=1&tweet.fields=text`, { headers }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400])
    expect(contract.breaches.splice(0)).toHaveLength(11)
  },
)

test('says what it can, and that it needs an app of the person’s own', () => {
  const { can, edits, group, signIn, guide, secret } = x.descriptor
  expect(can).toMatchObject({ thread: true, edit: true, unpublish: true, lookup: true, readBack: true })
  expect({ edits, group, signIn, optional: secret?.optional }).toEqual({
    edits: { withinMinutes: 30, max: 5 },
    group: 'app',
    signIn: true,
    optional: true,
  })
  expect(guide[0]?.url).toBe('https://console.x.com')
  expect(Object.keys(x.descriptor.settings['properties'] as object)).toEqual(['clientId'])
})

test('connects: asks who it is, keeps the account, and tells what was granted and when it is renewed', async () => {
  const { settings, work } = await start()
  const access = work('', { settings: { clientId: 'client', server: contract.url } })
  const connected = await x.connect(access)
  expect(connected).toMatchObject({
    kind: 'valid',
    identity: '@posthorn',
    settings,
    picture: expect.stringMatching(/face_400x400\.jpg$/),
  })
  expect(connected.kind === 'valid' && connected.permissions?.every(({ granted }) => granted)).toBe(true)
  expect(connected.kind === 'valid' && connected.renewAt).toBeTypeOf('number')
})

test.each([
  ['None', 281, 'error text-too-long'],
  ['Basic', 281, undefined],
  ['PremiumPlus', 25_001, 'error text-too-long'],
])('an account with the subscription %s and %i characters: %s', async (subscription, length, problem) => {
  const { work } = await start({ subscription })
  const connected = await x.connect(work(''))
  const premium = connected.kind === 'valid' && connected.settings['premium'] === true
  expect(await codes({ text: 'x'.repeat(length) }, premium)).toEqual(problem === undefined ? [] : [problem])
})

test('signs in by the browser with a proof of its own, and the app shows its secret where it has one', async () => {
  const { settings } = await start()
  const redirect = 'http://127.0.0.1:4567/back'
  const asked = { settings, secret: 'secret-of-the-app', redirect, signal: AbortSignal.timeout(5000) }
  const begun = await x.signIn?.begin(asked)
  if (begun?.kind !== 'begun') throw new Error(JSON.stringify(begun))
  const { searchParams } = new URL(begun.url)
  expect(Object.fromEntries(searchParams)).toMatchObject({
    client_id: 'client',
    redirect_uri: redirect,
    scope: 'tweet.read tweet.write users.read media.write offline.access',
    code_challenge_method: 'S256',
  })
  const arrived = new URL(`${redirect}?code=a-code&state=${searchParams.get('state')}`)
  const signedIn = await x.signIn?.finish(asked, begun.memory, arrived)
  expect(signedIn).toMatchObject({ kind: 'signed-in', session: expect.stringContaining(contract.state.token) })
  expect(contract.requests[0]?.headers.authorization).toBe(`Basic ${btoa('client:secret-of-the-app')}`)
})

test('people agree on the site of X, not where programs ask', async () => {
  const settings = x.settings.parse({ clientId: 'client' })
  const asked = { settings, secret: null, redirect: 'http://127.0.0.1:1/', signal: AbortSignal.timeout(5000) }
  expect(await x.signIn?.begin(asked)).toMatchObject({ url: expect.stringMatching(/^https:\/\/x\.com\/i\/oauth2\//) })
})

test('is not connected where posting was not granted', async () => {
  const { work } = await start()
  const session = sessionSlot(xSession({ scopes: ['users.read', 'tweet.read'] }))
  expect(await x.connect(work('', { session }))).toMatchObject({
    kind: 'refused',
    failure: { code: 'wrong-credentials', message: expect.stringContaining('tweet.write') },
  })
})

test('publishes a text with the options that X has', async () => {
  const { work } = await start()
  const remote = await published(
    work({
      text: 'Tea & <cake>?',
      options: {
        reply_settings: 'following',
        reply_to: 'https://x.com/someone/status/1346889436626259968?s=20',
        community_id: '77',
        made_with_ai: true,
        paid_partnership: true,
      },
    }),
  )
  expect(remote).toEqual({ id: contract.posts[0]?.id, url: `https://x.com/posthorn/status/${remote.id}`, parts: [] })
  expect(contract.requests[0]?.body).toEqual({
    text: 'Tea & <cake>?',
    reply: { in_reply_to_tweet_id: '1346889436626259968' },
    reply_settings: 'following',
    community_id: '77',
    made_with_ai: true,
    paid_partnership: true,
  })
  expect(calls()).toEqual(['POST tweets'])
})

test('publishes a poll, a day long when nothing is said, and a quote', async () => {
  const { work } = await start()
  await published(work({ text: 'Tea?', options: { poll_options: ['Yes', 'No'], reply_settings: 'everyone' } }))
  await published(work({ text: 'See', options: { quote: '123' } }))
  expect(contract.requests.map(({ body }) => body)).toEqual([
    { text: 'Tea?', poll: { options: ['Yes', 'No'], duration_minutes: 1440 } },
    { text: 'See', quote_tweet_id: '123' },
  ])
})

test('uploads images with their descriptions, then posts with them', async () => {
  const { work } = await start()
  const bytes = await picture()
  const media = [await mediaOf(bytes, 'red.png', 'A red square'), await mediaOf(bytes, 'two.png')]
  const progress: number[] = []
  await published(work({ text: 'Two', media }, { onProgress: (sent, total) => progress.push(sent / total) }))
  const ids = contract.posts[0]?.media?.media_ids ?? []
  expect(ids.map((id) => contract.files.get(id))).toMatchObject([
    { type: 'image/png', alt: 'A red square' },
    { type: 'image/png', alt: null },
  ])
  expect(ids.map((id) => contract.bytesOf(id).equals(bytes))).toEqual([true, true])
  expect(progress.at(-1)).toBe(1)
  expect(progress.toSorted((a, b) => a - b)).toEqual(progress)
  const upload = ['POST media/upload/initialize', 'POST media/upload/ID/append', 'POST media/upload/ID/finalize']
  expect(calls()).toEqual([...upload, 'POST media/metadata', ...upload, 'POST tweets'])
})

test('a GIF is uploaded as one that moves', async () => {
  const { work } = await start()
  await published(work({ text: 'Moves', media: [await mediaOf(await picture('gif'), 'a.gif')] }))
  expect(contract.requests[0]?.body).toMatchObject({ media_type: 'image/gif', media_category: 'tweet_gif' })
})

test('a video goes in segments, is waited for, and goes on after a cut where it was', async () => {
  const { work } = await start()
  contract.state.processing = 1
  const bytes = video(4_300_000)
  const media = [await mediaOf(bytes, 'a.mp4')]
  const notes = uploadNotes()
  contract.say(/append$/, { status: 200, body: { data: {} }, after: true })
  contract.say(/append$/, { fate: 'cut' })
  expect(await x.publish(work({ text: 'Film', media }, { notes }))).toMatchObject({ kind: 'retry' })
  await published(work({ text: 'Film', media }, { notes }))
  const [id = ''] = contract.posts[0]?.media?.media_ids ?? []
  expect(contract.bytesOf(id).equals(bytes)).toBe(true)
  const append = 'POST media/upload/ID/append'
  expect(calls()).toEqual([
    'POST media/upload/initialize',
    append,
    append,
    append,
    'POST media/upload/ID/finalize',
    'GET media/upload',
    'GET media/upload',
    'POST tweets',
  ])
})

test('an upload that X has forgotten is begun anew; one that is done is not made again', async () => {
  const { work } = await start()
  const media = [await mediaOf(await picture(), 'red.png')]
  const notes = uploadNotes()
  contract.say(/finalize$/, { status: 503, body: {} })
  expect(await x.publish(work({ text: 'a', media }, { notes }))).toMatchObject({ kind: 'retry' })
  contract.files.clear()
  contract.say(/^POST \/2\/tweets$/, { status: 429, body: {}, headers: { 'retry-after': '5' } })
  expect(await x.publish(work({ text: 'a', media }, { notes }))).toMatchObject({ kind: 'limited' })
  await published(work({ text: 'a', media }, { notes }))
  expect(calls().filter((call) => call.endsWith('initialize'))).toHaveLength(2)
  expect(contract.posts).toHaveLength(1)
})

test('a file that X cannot use is refused by its name', async () => {
  const { work } = await start()
  contract.state.unusable = true
  const media = [await mediaOf(video(100), 'a.mp4')]
  expect(await x.publish(work({ text: 'a', media }))).toMatchObject({
    kind: 'rejected',
    failure: { code: 'media-unsupported', message: expect.stringContaining('a.mp4'), field: 'media' },
  })
})

test('a thread is a chain of replies, each part told of; the options are for its first part', async () => {
  const { work } = await start()
  const one = work({ text: 'One\n---\nTwo\n---\nThree', thread: true, options: { reply_settings: 'following' } })
  const remote = await published(one)
  const [first, second, third] = contract.posts
  expect(remote.parts.map(({ id }) => id)).toEqual([first?.id, second?.id, third?.id])
  expect([second?.reply?.in_reply_to_tweet_id, third?.reply?.in_reply_to_tweet_id]).toEqual([first?.id, second?.id])
  expect(contract.posts.map((post) => post.reply_settings)).toEqual(['following', undefined, undefined])
  expect(one.sentParts).toEqual(remote.parts)
})

test('a thread goes on after the part that failed', async () => {
  const { work } = await start()
  const draft = { text: 'One\n---\nTwo', thread: true }
  const notes = uploadNotes()
  const first = work(draft, { notes })
  contract.say(/^POST \/2\/tweets$/, { status: 201, body: { data: { id: '9', text: 'One' } }, after: true })
  contract.say(/^POST \/2\/tweets$/, { status: 429, body: {}, headers: { 'retry-after': '5' } })
  expect(await x.publish(first)).toMatchObject({ kind: 'limited' })
  const again = { notes, parts: first.sentParts, marker: first.marker }
  const remote = await published(work(draft, again))
  expect(remote.parts[0]?.id).toBe('9')
  expect(texts()).toEqual(['One', 'Two'])
  expect(calls().filter((call) => call.startsWith('GET'))).toEqual([])
})

test.each(['cut', 'torn'] as const)(
  'an answer that is lost (%s) is unclear, and X is asked: it stands',
  async (fate) => {
    const { work } = await start()
    const one = work({ text: 'See https://example.com/a?b=1&c=2 & more', options: { quote: '5' } })
    contract.say(/^POST \/2\/tweets$/, { fate, after: true })
    expect(await x.publish(one)).toMatchObject({
      kind: 'unclear',
      failure: { code: 'answer-lost', next: expect.stringContaining('X is asked') },
    })
    expect(await x.lookup?.(one)).toMatchObject({ kind: 'found', remote: { id: contract.posts[0]?.id } })
    // Sent again all the same, it is found first.
    expect((await published(one)).id).toBe(contract.posts[0]?.id)
    expect(contract.posts).toHaveLength(1)
  },
)

test('what was lost before it arrived is absent, and is sent by the next attempt', async () => {
  const { work } = await start()
  const one = work('Lost')
  contract.say(/^POST \/2\/tweets$/, { fate: 'cut' })
  expect(await x.publish(one)).toMatchObject({ kind: 'unclear' })
  expect(await x.lookup?.(one)).toEqual({ kind: 'absent' })
  await published(one)
  expect(texts()).toEqual(['Lost'])
})

test('an older post with the same words is not taken for this one, whatever the clocks say', async () => {
  const ahead = 3_600_000
  const { work } = await start({ now: () => Date.now() + ahead })
  await published(work('Same'))
  const [older] = contract.posts
  if (older) older.at -= 600_000
  const one = work('Same')
  expect(await x.publish(one)).toMatchObject({
    kind: 'rejected',
    failure: { message: expect.stringContaining('same words'), field: 'text' },
  })
  expect(await x.lookup?.(one)).toEqual({ kind: 'absent' })
})

test('what X calls a duplicate is this very post where an answer was lost before', async () => {
  const { work } = await start()
  const one = work('Same')
  contract.say(/^POST \/2\/tweets$/, { fate: 'cut', after: true })
  await x.publish(one)
  const remote = await published({ ...one, notes: uploadNotes() })
  expect(remote.id).toBe(contract.posts[0]?.id)
  expect(calls()).toEqual(['POST tweets', 'POST tweets', `GET users/${ME.id}/tweets`])
})

test('a duplicate is unclear while X cannot be asked', async () => {
  const { work } = await start()
  await published(work('Same'))
  contract.say(/^GET \/2\/users/, { status: 503, body: {} })
  expect(await x.publish(work('Same'))).toMatchObject({ kind: 'unclear' })
})

test('a token that ended early is renewed once, and the request made again', async () => {
  const { work } = await start()
  contract.state.token = 'another-token-of-x'
  const session = sessionSlot(xSession())
  await published(work('Hello', { session }))
  expect(calls()).toEqual(['POST tweets', 'POST oauth2/token', 'POST tweets'])
  expect(session.value).toContain('another-token-of-x+')
  expect(texts()).toEqual(['Hello'])
})

test('without a renewal the person signs in again; a token shows in no failure', async () => {
  const { work } = await start()
  contract.state.refresh = 'gone'
  contract.say(/tweets$/, { status: 401, body: { detail: `Bearer ${X_TOKENS.access} is no good`, title: 'x' } })
  const outcome = await x.publish(work('Hello'))
  expect(outcome).toMatchObject({ kind: 'signed-out' })
  expect(JSON.stringify(outcome)).not.toContain(X_TOKENS.access)
})

const forbidden = (detail: string) => ({ title: 'Forbidden', status: 403, type: 'about:blank', detail })
test.each([
  [402, { title: 'CreditsDepleted', detail: 'no credits' }, 'rejected', 'credits-exhausted'],
  [403, forbidden('Your account is suspended'), 'rejected', 'rejected-by-channel'],
  [
    403,
    { ...forbidden('x'), type: 'https://api.x.com/2/problems/client-forbidden' },
    'rejected',
    'rejected-by-channel',
  ],
  [403, forbidden('Reply to this conversation is not allowed'), 'rejected', 'rejected-by-channel'],
  [403, forbidden('Missing required scopes'), 'signed-out', 'signed-out'],
  [400, { title: 'Invalid Request', detail: 'Your Tweet text is too long.' }, 'rejected', 'text-too-long'],
  [400, { errors: [{ message: 'One cashtag' }], title: 'x' }, 'rejected', 'rejected-by-channel'],
  [404, { title: 'Not Found Error', detail: 'x' }, 'rejected', 'not-found'],
  [413, {}, 'rejected', 'media-too-large'],
  [500, {}, 'unclear', 'answer-lost'],
  [503, {}, 'unclear', 'answer-lost'],
])('%i %j is %s, %s', async (status, body, kind, code) => {
  const { work } = await start()
  contract.say(/^POST \/2\/tweets$/, { status, body })
  expect(await x.publish(work('Hello'))).toMatchObject({ kind, failure: { code, detail: expect.any(String) } })
})

test('HTML in place of JSON is something on the way', async () => {
  const { work } = await start()
  contract.say(/^POST \/2\/tweets$/, { status: 403, body: '<html>Proxy</html>' })
  expect(await x.publish(work('Hello'))).toMatchObject({ kind: 'rejected', failure: { code: 'channel-error' } })
})

test.each([
  [{ 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': '1100' }, 1_100_000],
  [
    {
      'x-rate-limit-remaining': '3',
      'x-rate-limit-reset': '1100',
      'x-user-limit-24hour-remaining': '0',
      'x-user-limit-24hour-reset': '5000',
    },
    5_000_000,
  ],
  [{ 'retry-after': '7' }, 1_007_000],
])('429 with %j waits until %i', async (headers, until) => {
  const clock = { now: () => 1_000_000, after: () => () => {} }
  const { work } = await start()
  contract.say(/^POST \/2\/tweets$/, { status: 429, body: {}, headers })
  const session = sessionSlot(xSession({ expiresAt: 9_000_000_000_000 }))
  expect(await channelNamed('x', { clock }).publish(work('Hello', { session }))).toMatchObject({
    kind: 'limited',
    until,
  })
})

test('a used-up cap of the app is asked about again in an hour', async () => {
  const clock = { now: () => 1_000_000, after: () => () => {} }
  const { work } = await start()
  const body = { title: 'UsageCapExceeded', type: 'https://api.x.com/2/problems/usage-capped', detail: 'x' }
  contract.say(/^POST \/2\/tweets$/, { status: 429, body })
  const session = sessionSlot(xSession({ expiresAt: 9_000_000_000_000 }))
  expect(await channelNamed('x', { clock }).publish(work('Hello', { session }))).toMatchObject({ until: 4_600_000 })
})

test('an edit makes a new id and keeps the files; the same words are not sent', async () => {
  const { work } = await start()
  const media = [await mediaOf(await picture(), 'red.png')]
  const remote = await published(work({ text: 'Befor', media }))
  const files = contract.posts[0]?.media
  const changed = await x.edit?.(work({ text: 'Before', media }), remote)
  expect(changed).toMatchObject({ kind: 'done', remote: { id: contract.posts[0]?.id } })
  expect(contract.posts).toMatchObject([{ text: 'Before', media: files }])
  expect(contract.posts[0]?.id).not.toBe(remote.id)
  const asked = contract.requests.length
  if (changed?.kind === 'done') await x.edit?.(work({ text: 'Before', media }), changed.remote)
  expect(contract.requests.slice(asked).map(({ method }) => method)).toEqual(['GET'])
})

test('of a thread only the part that reads otherwise is edited; another number of parts is refused', async () => {
  const { work } = await start()
  const remote = await published(work({ text: 'One\n---\nTwo', thread: true }))
  const changed = await x.edit?.(work({ text: 'One\n---\nZwei', thread: true }), remote)
  expect(changed?.kind === 'done' && changed.remote.parts[0]).toEqual(remote.parts[0])
  expect(texts()).toEqual(['One', 'Zwei'])
  expect(await x.edit?.(work('One'), remote)).toMatchObject({ kind: 'refused', failure: { field: 'text' } })
})

test.each([
  ['the time for it is over', { at: 0 }],
  ['it has a poll', { poll: { options: ['a', 'b'], duration_minutes: 5 } }],
  ['it was edited as often as X allows', { versions: ['1', '2', '3', '4', '5', '6'] }],
])('a post is not edited when %s', async (why, about) => {
  const { work } = await start()
  const remote = await published(work('Before'))
  Object.assign(contract.posts[0] ?? {}, about)
  expect(await x.edit?.(work('After'), remote)).toMatchObject({
    kind: 'refused',
    failure: { message: expect.stringContaining(why) },
  })
  expect(texts()).toEqual(['Before'])
})

test('takes a thread down, its end first; what is gone already is no trouble', async () => {
  const { work } = await start()
  const remote = await published(work({ text: 'One\n---\nTwo', thread: true }))
  contract.posts.pop()
  expect(await x.unpublish?.(work(''), remote)).toEqual({ kind: 'done', remote })
  expect(contract.posts).toEqual([])
})

test('reads back what stands: threads as one, answers to others left out, links in full, pictures', async () => {
  const { work } = await start()
  await published(work({ text: 'One https://example.com/x\n---\nTwo', thread: true }))
  await published(work({ text: 'To you', options: { reply_to: '5' } }))
  await published(work({ text: 'Seen', media: [await mediaOf(await picture(), 'red.png', 'Red')] }))
  const since = Date.now() - 60_000
  const read = await x.readBack?.(work(''), since)
  expect(read).toMatchObject({
    kind: 'read',
    from: since,
    posts: [
      { text: 'Seen', pictures: [{ url: expect.stringContaining('pbs.twimg.com'), alt: 'Red' }] },
      { text: 'One https://example.com/x\n---\nTwo', remote: { parts: [{}, {}] } },
    ],
  })
})

test.each<[Partial<Draft>, string[]]>([
  [{ text: 'a', options: { poll_options: ['Yes', 'x'.repeat(26)] } }, ['error option-invalid']],
  [{ text: 'a', options: { poll_options: ['Yes', 'Yes'] } }, ['error poll-repeats']],
  [{ text: 'a', options: { poll_options: ['Yes', 'No'], quote: '5' } }, ['error attachments-mixed']],
  [{ text: 'a', options: { poll_minutes: 5 } }, ['warning option-unused']],
  [{ text: 'a', options: { poll_options: ['a', 'b'], poll_minutes: 10_081 } }, ['error option-invalid']],
  [{ text: 'a', options: { quote: 'https://example.com/status/5' } }, ['error option-invalid']],
  [{ text: '$A and $B' }, ['warning too-many-cashtags']],
  [{ text: '$5 and $10' }, []],
])('%j is checked: %j', async (draft, problems) => {
  expect(await codes(draft)).toEqual(problems)
})

test('a GIF among other files is refused', async () => {
  const media = [await mediaOf(await picture('gif'), 'a.gif', 'a'), await mediaOf(await picture(), 'b.png', 'b')]
  expect(await codes({ text: 'a', media })).toEqual(['error gif-not-alone'])
})
