import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { fromLittle, toLittle } from '../../src-main/channels/linkedin/little-text.ts'
import {
  FACE,
  LINKEDIN_TOKEN,
  linkedinSession,
  MEMBER,
  PAGE,
  startLinkedinContractServer,
} from '../fixtures/linkedin-contract-server.ts'
import { channelNamed, draftOf, mediaOf, sessionSlot, uploadNotes, workOf } from './channel-world.ts'

/* Against a contract server: it is no LinkedIn, but holds every request to the documents of its API. */
const linkedin = channelNamed('linkedin')
type Contract = Awaited<ReturnType<typeof startLinkedinContractServer>>
let contract: Contract

const start = async (...about: Parameters<typeof startLinkedinContractServer>) => {
  contract = await startLinkedinContractServer(...about)
  contract.state.version = '202605'
  const settings = { clientId: 'client', pages: false, server: contract.url, account: MEMBER }
  const work = (draft: Partial<Draft> | string, more: Parameters<typeof workOf>[2] = {}) =>
    workOf(linkedin, draftOf(draft), {
      settings,
      secret: 'client-secret',
      session: sessionSlot(linkedinSession()),
      ...more,
    })
  const asPage = { settings: { ...settings, pages: true }, destination: PAGE.urn }
  return { settings, work, asPage }
}
const calls = () =>
  contract.requests.map(
    ({ method, path, query }) =>
      `${method} ${path.replace(/urn%3Ali%3A\w+%3A\w+/, 'URN').replace(/upload\/.*/, 'upload')}${query.has('action') ? ` ${query.get('action')}` : ''}`,
  )
const published = async (work: Parameters<typeof linkedin.publish>[0]) => {
  const outcome = await linkedin.publish(work)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome
}
const picture = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
const video = (size: number) => Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), randomBytes(size)])
const codes = async (draft: Partial<Draft>) =>
  (await linkedin.check(draftOf(draft), { clientId: 'client' })).problems.map(
    ({ severity, code }) => `${severity} ${code}`,
  )

test('the contract server refuses what the documents do not have', async () => {
  await start()
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${LINKEDIN_TOKEN}` }
  const versioned = { ...headers, 'linkedin-version': '202605', 'x-restli-protocol-version': '2.0.0' }
  const post = (body: object, sent: Record<string, string> = versioned) =>
    fetch(`${contract.url}/rest/posts`, { method: 'POST', headers: sent, body: JSON.stringify(body) })
  const whole = {
    author: MEMBER.urn,
    commentary: 'x',
    visibility: 'PUBLIC',
    distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
    lifecycleState: 'PUBLISHED',
    isReshareDisabledByAuthor: false,
  }
  const answers = await Promise.all([
    post(whole, headers),
    post({ ...whole, author: 'abc' }),
    post({ ...whole, commentary: 'not (escaped)' }),
    post({ ...whole, visibility: 'ALL' }),
    post({ ...whole, content: { multiImage: { images: [{ id: 'urn:li:image:A' }] } } }),
    fetch(`${contract.url}/rest/posts?author=x&q=author`, { headers: versioned }),
    post(whole),
  ])
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400, 201])
  expect(contract.breaches.splice(0)).toHaveLength(6)
})

test('says what it can, and that a secret is needed', () => {
  const { can, edits, group, signIn, secret, settings } = linkedin.descriptor
  expect(can).toMatchObject({ thread: false, edit: true, unpublish: true, destinations: true, mentions: true })
  expect({ edits, group, signIn, optional: secret?.optional }).toEqual({
    edits: { withinMinutes: null, max: null },
    group: 'app',
    signIn: true,
    optional: undefined,
  })
  expect(Object.keys(settings['properties'] as object)).toEqual(['clientId', 'pages'])
})

test.each([
  ['plain', 'plain'],
  ['a (b) [c] {d} <e> f_g *h* ~i~ | \\ j@k', String.raw`a \(b\) \[c\] \{d\} \<e\> f\_g \*h\* \~i\~ \| \\ j\@k`],
  ['#Tea #snake_case', String.raw`{hashtag|\#|Tea} {hashtag|\#|snake\_case}`],
  ['C# and #1', String.raw`C\# and \#1`],
  ['See https://example.com/a_b#part (now)', String.raw`See https://example.com/a\_b\#part \(now\)`],
  ['Hi @[Acme (Co)](urn:li:organization:12)!', String.raw`Hi @[Acme \(Co\)](urn:li:organization:12)!`],
  ['@someone', String.raw`\@someone`],
])('%j is written as %j, and read back', (text, little) => {
  expect(toLittle(text)).toBe(little)
  expect(fromLittle(little)).toBe(text)
})

test.each([
  ['a member by OpenID', false],
  ['a member of an app for pages by the profile', true],
])('connects %s, and tells until when', async (_, pages) => {
  const { settings, work } = await start()
  const scopes = ['r_basicprofile', 'w_member_social', 'w_organization_social']
  const session = sessionSlot(linkedinSession(pages ? { scopes } : {}))
  const asked = { clientId: 'client', pages, server: contract.url }
  const connected = await linkedin.connect(work('', { settings: asked, session }))
  expect(connected).toMatchObject({ kind: 'valid', identity: MEMBER.name, settings: { ...settings, pages } })
  if (connected.kind !== 'valid') return
  expect(connected.picture).toBe(pages ? undefined : FACE)
  expect(connected.expiresAt).toBeTypeOf('number')
  expect(connected.renewAt).toBeUndefined()
  expect(connected.permissions?.filter(({ granted }) => !granted).map(({ name }) => name)).toEqual(
    pages ? ['r_organization_social', 'rw_organization_admin'] : [],
  )
})

test.each([
  [false, 'openid profile w_member_social'],
  [true, 'r_basicprofile w_member_social w_organization_social r_organization_social rw_organization_admin'],
])('signs in by the browser; with pages %s it asks for %s', async (pages, scope) => {
  const { settings } = await start()
  const redirect = 'http://127.0.0.1:4567/back'
  const about = { secret: 'secret-of-the-app', redirect, signal: AbortSignal.timeout(5000) }
  const asked = { settings: { ...settings, pages }, ...about }
  const begun = await linkedin.signIn?.begin(asked)
  if (begun?.kind !== 'begun') throw new Error(JSON.stringify(begun))
  const { searchParams } = new URL(begun.url)
  expect(searchParams.get('scope')).toBe(scope)
  expect(searchParams.has('code_challenge')).toBe(false)
  const arrived = new URL(`${redirect}?code=a-code&state=${searchParams.get('state')}`)
  const granted = { access_token: 'a-token', expires_in: 5_184_000, scope: scope.replaceAll(' ', ',') }
  contract.say(/accessToken$/, { status: 200, body: granted })
  const signedIn = await linkedin.signIn?.finish(asked, begun.memory, arrived)
  expect(signedIn?.kind === 'signed-in' && JSON.parse(signedIn.session)).toMatchObject({ scopes: scope.split(' ') })
  expect(contract.requests[0]?.body).toMatchObject({ client_secret: 'secret-of-the-app', code: 'a-code' })
})

test('people agree on the site of LinkedIn, not where programs ask', async () => {
  const settings = linkedin.settings.parse({ clientId: 'client' })
  const asked = { settings, secret: 's', redirect: 'http://127.0.0.1:1/', signal: AbortSignal.timeout(5000) }
  expect(await linkedin.signIn?.begin(asked)).toMatchObject({
    url: expect.stringMatching(/^https:\/\/www\.linkedin\.com\/oauth\/v2\/authorization/),
  })
})

test('is not connected where posting was not granted, nor with a token that is none', async () => {
  const { work } = await start()
  const session = sessionSlot(linkedinSession({ scopes: ['openid', 'profile'] }))
  const refused = { kind: 'refused', failure: { code: 'wrong-credentials' } }
  expect(await linkedin.connect(work('', { session }))).toMatchObject(refused)
  contract.state.token = 'another'
  expect(await linkedin.connect(work(''))).toMatchObject(refused)
})

test('publishes to the member with the options that LinkedIn has, and tells the id of the header', async () => {
  const { work } = await start()
  const options = { visibility: 'CONNECTIONS', reshare_disabled: true, link_card: false }
  const { remote } = await published(work({ text: 'Tea (green) https://example.com #Tea', options }))
  const urn = contract.posts[0]?.urn ?? ''
  expect(remote).toEqual({ id: urn, url: `https://www.linkedin.com/feed/update/${urn}/`, parts: [] })
  expect(contract.posts[0]).toMatchObject({
    author: MEMBER.urn,
    commentary: String.raw`Tea \(green\) https://example.com {hashtag|\#|Tea}`,
    visibility: 'CONNECTIONS',
    isReshareDisabledByAuthor: true,
  })
  expect(calls()).toEqual(['POST /rest/posts'])
})

test('publishes to a page, and a poll', async () => {
  const { work, asPage } = await start()
  const poll_options = ['Green', 'Black']
  await published(work({ text: 'Vote', options: { poll_options, poll_question: 'Which tea?' } }, asPage))
  expect(contract.posts[0]).toMatchObject({
    author: PAGE.urn,
    content: {
      poll: {
        question: 'Which tea?',
        options: [{ text: 'Green' }, { text: 'Black' }],
        settings: { duration: 'THREE_DAYS' },
      },
    },
  })
})

test('one image, and several, with their descriptions; what was uploaded is not sent again', async () => {
  const { work } = await start()
  const bytes = await picture()
  const one = [await mediaOf(bytes, 'red.png', 'A red square')]
  const progress: number[] = []
  await published(work({ text: 'One', media: one }, { onProgress: (sent, total) => progress.push(sent / total) }))
  expect(progress.at(-1)).toBe(1)
  const notes = uploadNotes()
  const two = { text: 'Two', media: [...one, await mediaOf(bytes, 'two.png')] }
  contract.say(/^POST \/rest\/posts$/, { status: 429, body: { message: 'throttled' } })
  expect(await linkedin.publish(work(two, { notes }))).toMatchObject({ kind: 'limited' })
  await published(work(two, { notes }))
  const urns = [...contract.images.keys()]
  expect(contract.posts.map(({ content }) => content)).toEqual([
    { media: { id: urns[0], altText: 'A red square' } },
    { multiImage: { images: [{ id: urns[1], altText: 'A red square' }, { id: urns[2] }] } },
  ])
  expect(urns.map((urn) => contract.bytesOf(urn).equals(bytes))).toEqual([true, true, true])
})

test('a video goes part by part, goes on after a cut where it was, and is waited for', async () => {
  const { work } = await start()
  contract.state.processing = 1
  const bytes = video(250_000)
  const draft = { text: 'Film', media: [await mediaOf(bytes, 'film.mp4')], options: { title: 'Tea' } }
  const notes = uploadNotes()
  contract.say(/^PUT .*3$/, { fate: 'cut' })
  expect(await linkedin.publish(work(draft, { notes }))).toMatchObject({ kind: 'retry' })
  await published(work(draft, { notes }))
  const [urn = ''] = contract.videos.keys()
  expect(contract.bytesOf(urn).equals(bytes)).toBe(true)
  expect(contract.posts[0]?.content).toEqual({ media: { id: urn, title: 'Tea' } })
  expect(calls()).toEqual([
    'POST /rest/videos initializeUpload',
    'PUT /upload',
    'PUT /upload',
    'PUT /upload',
    'PUT /upload',
    'POST /rest/videos finalizeUpload',
    'GET /rest/videos/URN',
    'GET /rest/videos/URN',
    'POST /rest/posts',
  ])
})

test('an upload that LinkedIn has put away, and a video it could not use, are begun anew', async () => {
  const { work } = await start()
  const draft = { text: 'Film', media: [await mediaOf(video(150_000), 'film.mp4')] }
  const notes = uploadNotes()
  contract.say(/^PUT .*3$/, { fate: 'cut' })
  expect(await linkedin.publish(work(draft, { notes }))).toMatchObject({ kind: 'retry' })
  contract.videos.clear()
  contract.state.unusable = true
  expect(await linkedin.publish(work(draft, { notes }))).toMatchObject({
    kind: 'rejected',
    failure: { code: 'media-unsupported', message: expect.stringContaining('film.mp4') },
  })
  contract.state.unusable = false
  await published(work(draft, { notes }))
  expect(calls().filter((call) => call.endsWith('initializeUpload'))).toHaveLength(3)
})

test('an app that may not ask about videos posts without', async () => {
  const { work } = await start()
  contract.say(/^GET \/rest\/videos/, { status: 403, body: { status: 403, message: 'Not enough permissions' } })
  await published(work({ text: 'Film', media: [await mediaOf(video(80_000), 'film.mp4')] }))
  expect(contract.posts).toHaveLength(1)
})

test('a document is uploaded whole, waited for, and has a title', async () => {
  const { work } = await start()
  const pdf = Buffer.from('%PDF-1.4\n%%EOF\n')
  const media = [await mediaOf(pdf, 'tea.pdf')]
  await published(work({ text: 'Read', media }))
  const [urn = ''] = contract.images.keys()
  expect(contract.bytesOf(urn).equals(pdf)).toBe(true)
  expect(contract.posts[0]?.content).toEqual({ media: { id: urn, title: 'tea.pdf' } })
  expect(calls().slice(1)).toEqual(['PUT /upload', 'GET /rest/documents/URN', 'POST /rest/posts'])
  const two = [...media, await mediaOf(await picture(), 'red.png', 'Red')]
  expect(await codes({ text: 'Read', media: two })).toContain('error type-mismatch')
})

test('the first link becomes a card that is read here, with its picture', async () => {
  const image = await picture()
  const page = createServer(({ url }, answer) => {
    if (url === '/red.png') return void answer.writeHead(200, { 'content-type': 'image/png' }).end(image)
    answer.writeHead(200, { 'content-type': 'text/html' })
    answer.end(
      '<title>Tea</title><meta name="description" content="All of it"><meta property="og:image" content="/red.png">',
    )
  })
  await new Promise<void>((resolve) => void page.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void page.close())
  const link = `http://127.0.0.1:${(page.address() as AddressInfo).port}/`
  const { work } = await start()
  const channel = channelNamed('linkedin', { privateLinks: true })
  expect(await channel.publish(work(`See ${link}`))).toMatchObject({ kind: 'published' })
  const [thumbnail] = contract.images.keys()
  expect(contract.posts[0]?.content).toEqual({
    article: { source: link, title: 'Tea', description: 'All of it', thumbnail },
  })
})

test('a page that cannot be read does not hold up the post', async () => {
  const { work } = await start()
  await published(work('See http://127.0.0.1:9/'))
  expect(contract.posts[0]).not.toHaveProperty('content')
})

test('the first comment follows once; when it fails the post stands all the same', async () => {
  const { work } = await start()
  await published(work({ text: 'Post', options: { first_comment: 'Source: (here)' } }))
  expect(contract.comments).toEqual([
    { actor: MEMBER.urn, object: contract.posts[0]?.urn, message: { text: 'Source: (here)' } },
  ])
  contract.say(/comments$/, { status: 403, body: { status: 403, message: 'Not enough permissions' } })
  const notes = uploadNotes()
  const one = work({ text: 'Another', options: { first_comment: 'x' } }, { notes })
  expect(await linkedin.publish(one)).toMatchObject({
    kind: 'published',
    reservation: { message: expect.stringContaining('first comment') },
  })
  await published(one)
  expect([contract.posts.length, contract.comments.length]).toEqual([2, 1])
})

test.each(['cut', 'torn'] as const)('a lost answer (%s) of a member is for the person to settle', async (fate) => {
  const { work } = await start()
  const one = work('Lost')
  contract.say(/^POST \/rest\/posts$/, { fate, after: true })
  expect(await linkedin.publish(one)).toMatchObject({
    kind: 'unclear',
    failure: { code: 'answer-lost', next: expect.stringContaining('cannot be asked') },
  })
  expect(await linkedin.lookup?.(one)).toMatchObject({
    kind: 'unknown',
    failure: { code: 'answer-lost', message: expect.stringContaining('does not let programs see') },
  })
  // Sent again all the same, LinkedIn refuses it and names the post that stands.
  expect((await published(one)).remote.id).toBe(contract.posts[0]?.urn)
  expect(contract.posts).toHaveLength(1)
})

test('an answer without the id of the post is unclear', async () => {
  const { work } = await start()
  contract.say(/^POST \/rest\/posts$/, { status: 201, body: '' })
  expect(await linkedin.publish(work('x'))).toMatchObject({ kind: 'unclear' })
})

test('a lost answer of a page: LinkedIn is asked, and it is found or absent', async () => {
  const { work, asPage } = await start()
  await published(work('Earlier #tea', asPage))
  const [older] = contract.posts
  if (older) older.at -= 3_600_000
  const one = work('Tea (green) #tea', asPage)
  contract.say(/^POST \/rest\/posts$/, { fate: 'cut' })
  expect(await linkedin.publish(one)).toMatchObject({
    kind: 'unclear',
    failure: { next: expect.stringContaining('LinkedIn is asked') },
  })
  expect(await linkedin.lookup?.(one)).toEqual({ kind: 'absent' })
  contract.say(/^POST \/rest\/posts$/, { fate: 'cut', after: true })
  expect(await linkedin.publish(one)).toMatchObject({ kind: 'unclear' })
  expect(await linkedin.lookup?.(one)).toMatchObject({ kind: 'found', remote: { id: contract.posts[1]?.urn } })
  await published(one)
  expect(contract.posts).toHaveLength(2)
})

test('a post with the same content as an older one is refused', async () => {
  const { work } = await start()
  await published(work('Same'))
  expect(await linkedin.publish(work('Same'))).toMatchObject({
    kind: 'rejected',
    failure: { field: 'text', detail: contract.posts[0]?.urn },
  })
})

test('when a version of the API is put away, that of the month before last is spoken from then on', async () => {
  const { work } = await start()
  contract.state.version = '202609'
  const clock = { now: () => Date.UTC(2026, 10, 22), after: () => () => {} }
  const channel = channelNamed('linkedin', { clock })
  const session = sessionSlot(linkedinSession())
  expect(await channel.publish(work('One', { session }))).toMatchObject({ kind: 'published' })
  expect(await channel.publish(work('Two', { session }))).toMatchObject({ kind: 'published' })
  expect(contract.requests.map(({ headers }) => headers['linkedin-version'])).toEqual(['202605', '202609', '202609'])
  contract.state.version = '202701'
  expect(await channel.publish(work('Three', { session }))).toMatchObject({
    kind: 'rejected',
    failure: { next: 'Update Posthorn.' },
  })
})

test.each([
  [401, { message: 'The token used in the request has expired' }, 'signed-out', 'signed-out'],
  [403, { code: 'ACCESS_DENIED', message: 'Not enough permissions' }, 'rejected', 'rejected-by-channel'],
  [404, { message: 'x' }, 'rejected', 'not-found'],
  [413, {}, 'rejected', 'media-too-large'],
  [422, { message: 'ShareCommentary text length (3001) exceeded the maximum allowed' }, 'rejected', 'text-too-long'],
  [400, { message: 'Member is restricted' }, 'rejected', 'rejected-by-channel'],
  [500, {}, 'unclear', 'answer-lost'],
  [403, '<html>Proxy</html>', 'rejected', 'channel-error'],
])('%i %j is %s, %s', async (status, body, kind, code) => {
  const { work } = await start()
  contract.say(/^POST \/rest\/posts$/, { status, body })
  const outcome = await linkedin.publish(work('Hello'))
  expect(outcome).toMatchObject({ kind, failure: { code } })
  expect(JSON.stringify(outcome)).not.toContain(LINKEDIN_TOKEN)
})

test('the limit of a day ends at midnight UTC', async () => {
  const { work } = await start()
  const clock = { now: () => Date.UTC(2026, 10, 22, 15), after: () => () => {} }
  const message = 'Resource level throttle APPLICATION_AND_MEMBER DAY limit for calls to this resource is reached.'
  contract.say(/^POST \/rest\/posts$/, { status: 429, body: { status: 429, message } })
  expect(await channelNamed('linkedin', { clock }).publish(work('Hello'))).toMatchObject({
    kind: 'limited',
    until: Date.UTC(2026, 10, 23),
  })
})

test('a refresh token renews what ended early', async () => {
  const { work } = await start()
  contract.state.token = 'a-new-token-of-linkedin'
  contract.say(/accessToken$/, {
    status: 200,
    body: { access_token: 'a-new-token-of-linkedin', expires_in: 5_184_000 },
  })
  await published(work('Hello', { session: sessionSlot(linkedinSession({ refresh: 'refresh-token-of-linkedin' })) }))
  expect(calls()).toEqual(['POST /rest/posts', 'POST /oauth/v2/accessToken', 'POST /rest/posts'])
  expect(contract.requests[1]?.body).toMatchObject({ client_id: 'client', client_secret: 'client-secret' })
})

test('edits the text, and takes the post down; what is gone already is no trouble', async () => {
  const { work } = await start()
  const { remote } = await published(work('Befor'))
  expect(await linkedin.edit?.(work('Before (now)'), remote)).toEqual({ kind: 'done', remote })
  expect(contract.posts[0]?.commentary).toBe(String.raw`Before \(now\)`)
  expect(await linkedin.unpublish?.(work(''), remote)).toEqual({ kind: 'done', remote })
  expect(contract.posts).toEqual([])
  expect(await linkedin.unpublish?.(work(''), remote)).toEqual({ kind: 'done', remote })
  expect(await linkedin.edit?.(work('x'), remote)).toMatchObject({ kind: 'refused', failure: { code: 'not-found' } })
})

test('lists the member, and the pages they may post for', async () => {
  const { work, asPage } = await start()
  const member = { id: MEMBER.urn, name: MEMBER.name }
  expect(await linkedin.destinations?.(work(''))).toEqual({ kind: 'known', entries: [member] })
  expect(await linkedin.destinations?.(work('', asPage))).toEqual({
    kind: 'known',
    entries: [member, { id: PAGE.urn, name: PAGE.name }],
  })
})

test('looks up pages by the name in their address', async () => {
  const { work, asPage } = await start()
  expect(await linkedin.mentions?.(work('', asPage), '@example-works')).toEqual({
    kind: 'known',
    entries: [{ id: PAGE.urn, name: PAGE.name, handle: 'example-works', insert: `@[${PAGE.name}](${PAGE.urn})` }],
  })
  expect(await linkedin.mentions?.(work(''), '@example-works')).toEqual({ kind: 'known', entries: [] })
})

test('reads back what a page posted, as it was written; not what a person posted', async () => {
  const { work, asPage } = await start()
  await published(work('Tea (green) #tea', asPage))
  const since = Date.now() - 60_000
  expect(await linkedin.readBack?.(work('', asPage), since)).toMatchObject({
    kind: 'read',
    from: since,
    posts: [{ text: 'Tea (green) #tea', remote: { id: contract.posts[0]?.urn } }],
  })
  expect(await linkedin.readBack?.(work(''), since)).toMatchObject({
    kind: 'failed',
    failure: { code: 'channel-unsupported' },
  })
})

test.each<[Partial<Draft>, string[]]>([
  [{ text: 'a', options: { poll_options: ['Yes', 'No'] } }, ['error poll-without-text']],
  [{ text: 'a', options: { poll_options: ['Yes', 'Yes'], poll_question: 'Tea?' } }, ['error poll-repeats']],
  [{ text: 'a', options: { poll_options: ['Yes', 'x'.repeat(31)], poll_question: 'Tea?' } }, ['error option-invalid']],
  [{ text: 'a', options: { poll_question: 'Tea?' } }, ['warning option-unused']],
  [{ text: 'a', options: { first_comment: 'x'.repeat(1251) } }, ['error option-invalid']],
  [{ text: 'x'.repeat(3001) }, ['error text-too-long']],
])('%j is checked: %j', async (draft, problems) => {
  expect(await codes(draft)).toEqual(problems)
})
