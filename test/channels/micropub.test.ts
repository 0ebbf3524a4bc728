import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { bytesOf } from '../fixtures/contract-server.ts'
import { MICROPUB_TOKEN, startMicropubContractServer } from '../fixtures/micropub-contract-server.ts'
import { channelNamed, draftOf, mediaOf, sessionSlot, tools, uploadNotes, workOf } from './channel-world.ts'

/* Against a contract server: it is no site, but holds every request to Micropub and IndieAuth. */
const micropub = channelNamed('micropub')
type Contract = Awaited<ReturnType<typeof startMicropubContractServer>>
let contract: Contract

const start = async (about: Parameters<typeof startMicropubContractServer>[0] = {}) => {
  contract = await startMicropubContractServer(about)
  const typed = { site: contract.url }
  const settings = {
    ...typed,
    endpoint: `${contract.url}/micropub`,
    ...(about.media !== false && { media: `${contract.url}/media` }),
    offers: {
      syndicateTo: [{ uid: 'https://social.example/@me', name: 'Social' }],
      types: ['note', 'article', 'photo'],
      categories: ['news', 'notes'],
    },
  }
  return {
    typed,
    settings,
    work: (draft: Partial<Draft> | string, more: Parameters<typeof workOf>[2] = {}) =>
      workOf(micropub, draftOf(draft), { settings, secret: MICROPUB_TOKEN, at: Date.now(), ...more }),
  }
}
const published = async (work: Parameters<typeof micropub.publish>[0]) => {
  const outcome = await micropub.publish(work)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome.remote
}
const slugOf = ({ marker }: { marker: string | null }) => (JSON.parse(marker ?? '') as { name: string }).name
const entry = (index = -1) => contract.entries.at(index)?.properties ?? {}
const picture = (width = 8) =>
  sharp({ create: { width, height: 9, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
const posts = () => contract.requests.filter(({ method, path }) => method === 'POST' && path === '/micropub')
const codes = async (draft: Partial<Draft>, settings: Record<string, unknown>) =>
  (await micropub.check(draftOf(draft), settings)).problems.map(({ severity, code }) => `${severity} ${code}`)

const REDIRECT = 'http://127.0.0.1:40123/back'
const signIn = async (site = contract.url) => {
  const asked = { settings: { site }, secret: null, redirect: REDIRECT, signal: AbortSignal.timeout(10_000) }
  const begun = await micropub.signIn?.begin(asked)
  if (begun?.kind !== 'begun') throw new Error(JSON.stringify(begun))
  const agreed = await fetch(begun.url, { redirect: 'manual' })
  const arrived = new URL(agreed.headers.get('location') ?? '')
  return { url: new URL(begun.url), done: await micropub.signIn?.finish(asked, begun.memory, arrived) }
}

test.each([
  ['me.example', 'https://me.example'],
  [' https://me.example/blog ', 'https://me.example/blog'],
])('a site typed as %j is %s', (site, url) => {
  expect(micropub.settings.parse({ site })).toEqual({ site: url })
})

test.each([{ site: 'http://me.example' }, { site: 'https://me:pass@me.example' }, { site: 'a b' }, { site: '' }])(
  'settings such as %j are refused',
  (settings) => {
    expect(micropub.settings.safeParse(settings).success).toBe(false)
  },
)

test.each(['header', 'page'] as const)(
  'connects by what the %s of the site says, and keeps what it tells',
  async (says) => {
    const { typed, settings, work } = await start({ says })
    expect(await micropub.connect(work('', { settings: typed }))).toEqual({
      kind: 'valid',
      identity: new URL(contract.url).host,
      settings,
    })
  },
)

test('a site that has moved is followed; one that leads where nothing is encrypted is not', async () => {
  const { work } = await start()
  const settings = { site: `${contract.url}/moved` }
  expect(await micropub.connect(work('', { settings }))).toMatchObject({ kind: 'valid' })
  contract.say(/\/moved/, { status: 302, headers: { location: 'http://other.example/' } })
  expect(await micropub.connect(work('', { settings }))).toMatchObject({
    kind: 'refused',
    failure: { field: 'settings.site', message: expect.stringContaining('not encrypted') },
  })
  contract.say(/GET \/moved/, { status: 200, body: '', headers: { link: '<http://other.example/m>; rel=micropub' } })
  expect(await micropub.connect(work('', { settings }))).toMatchObject({
    kind: 'refused',
    failure: { message: 'The site leads to http://other.example, which is not encrypted.' },
  })
})

test('what is wrong is told: no endpoint, no page, a token that is none, one that may nothing', async () => {
  const none = await start({ says: 'nothing' })
  expect(await micropub.connect(none.work('', { settings: none.typed }))).toMatchObject({
    kind: 'refused',
    failure: { next: expect.stringContaining('Micropub') },
  })
  const { typed, work } = await start()
  expect(await micropub.connect(work('', { settings: typed, secret: 'another-token' }))).toMatchObject({
    kind: 'refused',
    failure: { code: 'wrong-credentials', field: 'secret' },
  })
  expect(await micropub.connect(work('', { settings: typed, secret: null }))).toMatchObject({
    kind: 'refused',
    failure: { next: expect.stringContaining('Sign in there by the browser') },
  })
  contract.say(/GET \/$/, { status: 404, body: 'nothing' })
  expect(await micropub.connect(work('', { settings: typed }))).toMatchObject({ kind: 'refused' })
})

test('a site that tells nothing of itself is connected all the same', async () => {
  const { typed, work } = await start()
  contract.say(/GET \/micropub/, { status: 400, body: { error: 'invalid_request' } })
  const offers = { syndicateTo: [], types: [], categories: [] }
  expect(await micropub.connect(work('', { settings: typed }))).toMatchObject({
    kind: 'valid',
    settings: { ...typed, endpoint: `${contract.url}/micropub`, offers },
  })
})

test.each(['metadata', 'links'] as const)('signs in by the browser, found by %s, and posts with that', async (how) => {
  const { typed, work } = await start({ signIn: how })
  const { url, done } = await signIn()
  if (done?.kind !== 'signed-in') throw new Error(JSON.stringify(done))
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    client_id: 'http://127.0.0.1:40123/',
    scope: 'create update delete media',
    me: `${contract.url}/`,
  })
  expect(done.settings).toMatchObject({ ...typed, signIn: { clientId: 'http://127.0.0.1:40123/' } })
  const account = { settings: done.settings, secret: null, session: sessionSlot(done.session) }
  const connected = await micropub.connect(work('', account))
  expect(connected).toMatchObject({ kind: 'valid', permissions: [{ name: 'create', granted: true }, {}, {}, {}] })
  const settings = connected.kind === 'valid' ? connected.settings : {}
  await published(work('Hello', { ...account, settings }))
  // A token that has ended is renewed.
  contract.endTokens()
  await published(work('Again', { ...account, settings }))
  expect([contract.entries.length, contract.issued()]).toEqual([2, 2])
  expect(await micropub.renew?.(work('', { ...account, settings }))).toMatchObject({ kind: 'renewed' })
  expect(await micropub.renew?.(work(''))).toMatchObject({ kind: 'refused' })
})

test('what was not granted is shown', async () => {
  const { work } = await start({ scope: 'create media' })
  const { done } = await signIn()
  if (done?.kind !== 'signed-in') throw new Error(JSON.stringify(done))
  const account = { settings: done.settings, secret: null, session: sessionSlot(done.session) }
  const { permissions = [] } = (await micropub.connect(work('', account))) as { permissions?: { granted: boolean }[] }
  expect(permissions.map(({ granted }) => granted)).toEqual([true, false, false, true])
})

test('whoever the site says signed in must be somebody it may speak for', async () => {
  const other = await startMicropubContractServer()
  await start({ me: `${other.url}/` })
  expect((await signIn()).done).toMatchObject({ kind: 'refused', failure: { code: 'wrong-credentials' } })
})

test('a site without IndieAuth says so, and the metadata of another is not believed', async () => {
  const { typed } = await start({ signIn: 'none' })
  const asked = { settings: typed, secret: null, redirect: REDIRECT, signal: AbortSignal.timeout(10_000) }
  expect(await micropub.signIn?.begin(asked)).toMatchObject({ kind: 'refused', failure: { field: 'settings.site' } })
  await start()
  const places = { authorization_endpoint: `${contract.url}/authorize`, token_endpoint: `${contract.url}/token` }
  contract.say(/metadata/, { status: 200, body: { issuer: 'https://other.example/', ...places } })
  expect(await micropub.signIn?.begin({ ...asked, settings: { site: contract.url } })).toMatchObject({
    kind: 'refused',
    failure: { code: 'channel-error' },
  })
})

test('a note goes as plain words, with its tags and the name it is to have', async () => {
  const { work } = await start()
  const sent = work({ text: 'Tom & <b>Jerry</b>\nsecond line', tags: ['#news', 'Notes'] })
  const remote = await published(sent)
  const url = `${contract.url}/2026/${slugOf(sent)}`
  expect(remote).toEqual({ id: url, url, parts: [] })
  expect(slugOf(sent)).toMatch(/^tom-b-jerry-b-p\w{6}$/)
  expect(entry()).toEqual({
    content: ['Tom & <b>Jerry</b>\nsecond line'],
    category: ['news', 'Notes'],
    'mp-slug': [slugOf(sent)],
    published: [new Date(sent.at).toISOString()],
  })
})

test('an article has a name, its emphasis as HTML, and all that it is told', async () => {
  const { work } = await start()
  const options = {
    title: 'My Article',
    slug: 'my-article',
    summary: 'Short',
    categories: ['notes'],
    status: 'draft',
    visibility: 'unlisted',
    syndicate_to: ['social'],
    in_reply_to: 'https://other.example/1',
  }
  await published(work({ text: 'First\n\nSecond & last', emphasis: [{ kind: 'bold', start: 0, end: 5 }], options }))
  expect(entry()).toMatchObject({
    name: ['My Article'],
    content: [{ html: '<p><strong>First</strong></p>\n<p>Second &amp; last</p>' }],
    summary: ['Short'],
    category: ['notes'],
    'mp-slug': ['my-article'],
    'post-status': ['draft'],
    visibility: ['unlisted'],
    'mp-syndicate-to': ['https://social.example/@me'],
    'in-reply-to': ['https://other.example/1'],
  })
})

test('files go to the media endpoint, with what they show, and none twice', async () => {
  const { work } = await start()
  const clip = Buffer.from('\0\0\0\x18ftypmp42', 'latin1')
  const media = [await mediaOf(await picture(), 'a.png', 'A square'), await mediaOf(clip, 'b.mp4')]
  const sent = work({ text: 'Look', media }, { notes: uploadNotes() })
  contract.say(/POST \/micropub/, { status: 400, body: { error: 'invalid_request', error_description: 'not today' } })
  expect(await micropub.publish(sent)).toMatchObject({ kind: 'rejected' })
  await published(sent)
  expect(contract.uploads.map(({ name }) => name)).toEqual(['a.png', 'b.mp4'])
  expect(entry()).toMatchObject({
    photo: [{ value: `${contract.url}/files/1`, alt: 'A square' }],
    video: [`${contract.url}/files/2`],
  })
})

test('without a media endpoint files go with the post, and it is said what is not shown then', async () => {
  const { settings, work } = await start({ media: false })
  const [one, two] = [await picture(), await picture(9)]
  const media = [await mediaOf(one, 'a.png', 'A square'), await mediaOf(two, 'b.png')]
  await published(work({ text: 'Look', media, tags: ['news'] }))
  expect(entry()).toMatchObject({ content: ['Look'], category: ['news'] })
  expect(contract.entries[0]?.files).toEqual(['a.png', 'b.png'])
  expect(await bytesOf(posts()[0]?.form, 'photo[]')).toEqual(one)
  const emphasis = [{ kind: 'bold', start: 0, end: 4 }] as const
  expect(await codes({ text: 'Look', media, emphasis }, settings)).toEqual([
    'warning alt-missing',
    'warning alt-not-shown',
    'warning emphasis-not-shown',
  ])
})

test('what the site tells of itself stands against a draft', async () => {
  const { settings } = await start()
  expect(await codes({ text: 'x', options: { syndicate_to: ['Birds'] } }, settings)).toEqual(['error option-invalid'])
  expect(await codes({ text: 'x', options: { in_reply_to: 'https://a.example/' } }, settings)).toEqual([
    'warning type-not-offered',
  ])
  expect(await codes({ text: 'x', options: { title: 'An article' } }, settings)).toEqual([])
})

test('a page that is made later stands at the address that was told', async () => {
  const { work } = await start({ later: true })
  expect(await published(work('Soon'))).toMatchObject({ url: expect.stringContaining('/2026/soon-p') })
})

test.each([{ slugs: true }, { slugs: false }])(
  'a lost answer is settled by the list of the site: %j',
  async (about) => {
    const { work } = await start(about)
    for (let index = 0; index < 7; index += 1) await published(work(`Another ${index}`))
    const sent = work({ text: 'Here it is', options: { title: 'Here' } })
    expect(await micropub.lookup?.(sent)).toEqual({ kind: 'absent' })
    contract.say(/POST \/micropub/, { fate: 'cut', after: true })
    expect(await micropub.publish(sent)).toMatchObject({ kind: 'unclear' })
    for (let index = 0; index < 7; index += 1) await published(work(`Later ${index}`))
    const url = contract.entries[7]?.url
    expect(await micropub.lookup?.(sent)).toEqual({ kind: 'found', remote: { id: url, url, parts: [] } })
  },
)

test('under a name that the person chose an older post is not taken for this one', async () => {
  const { work } = await start()
  const old = Date.now() - 86_400_000
  await published(work({ text: 'Old words', options: { slug: 'weekly' } }, { at: old }))
  expect(await micropub.lookup?.(work({ text: 'New words', options: { slug: 'weekly' } }))).toEqual({ kind: 'absent' })
})

test('where a site does not list, its front page is looked at, and else it is the person who says', async () => {
  const { work } = await start({ lists: false })
  const sent = work('Where')
  expect(await micropub.lookup?.(sent)).toMatchObject({ kind: 'unknown', failure: { code: 'answer-lost' } })
  const remote = await published(sent)
  expect(await micropub.lookup?.(sent)).toEqual({ kind: 'found', remote })
  const chosen = work({ text: 'Mine', options: { slug: 'mine' } })
  await published(chosen)
  expect(await micropub.lookup?.(chosen)).toMatchObject({ kind: 'unknown' })
  const now = tools.clock.now()
  const read = await micropub.readBack?.(sent, now - 1000)
  expect(read).toMatchObject({ kind: 'read', posts: [] })
  expect(read?.kind === 'read' ? read.from : 0).toBeGreaterThanOrEqual(now)
})

test('changes the words of an entry, takes it down, and finds nothing wrong when it is gone', async () => {
  const { work } = await start()
  const sent = work({ text: 'Before', media: [await mediaOf(await picture(), 'a.png')] })
  const remote = await published(sent)
  const changed = { ...sent, draft: draftOf({ text: 'After', tags: ['news'] }) }
  expect(await micropub.edit?.(changed, remote)).toEqual({ kind: 'done', remote })
  expect(entry()).toMatchObject({ content: ['After'], category: ['news'], photo: [`${contract.url}/files/1`] })
  const moved = { status: 201, headers: { location: '/2026/after' } } as const
  contract.say(/POST \/micropub/, { ...moved, after: true })
  expect(await micropub.edit?.(changed, remote)).toMatchObject({ remote: { url: `${contract.url}/2026/after` } })
  expect(await micropub.unpublish?.(sent, remote)).toEqual({ kind: 'done', remote })
  expect(contract.entries).toEqual([])
  expect(await micropub.unpublish?.(sent, remote)).toEqual({ kind: 'done', remote })
})

test('a sign-in that may only create says so when something is to be changed', async () => {
  const { work } = await start({ scope: 'create' })
  const sent = work('x')
  const remote = await published(sent)
  expect(await micropub.unpublish?.(sent, remote)).toMatchObject({
    kind: 'refused',
    failure: { code: 'rejected-by-channel', next: expect.stringContaining('Connect the account again') },
  })
})

test('reads back what the site lists, with words and pictures', async () => {
  const { work } = await start()
  const media = [await mediaOf(await picture(), 'a.png', 'A square')]
  const first = await published(work({ text: 'Look', media }, { at: Date.now() - 5000 }))
  const emphasis = [{ kind: 'bold', start: 0, end: 4 }] as const
  const second = await published(work({ text: 'Bold\n\nwords', emphasis, options: { title: 'Head' } }))
  expect(await micropub.readBack?.(work(''), Date.now() - 60_000)).toMatchObject({
    kind: 'read',
    posts: [
      { remote: second, text: 'Head\n\nBold\n\nwords', pictures: [] },
      { remote: first, text: 'Look', pictures: [{ url: `${contract.url}/files/1`, alt: 'A square' }] },
    ],
  })
})

test.each([
  [401, { error: 'unauthorized', error_description: MICROPUB_TOKEN }, { kind: 'signed-out' }],
  [401, { error: 'insufficient_scope' }, { kind: 'rejected', failure: { next: expect.stringContaining('allow it') } }],
  [403, { error: 'forbidden' }, { kind: 'rejected', failure: { code: 'rejected-by-channel' } }],
  [
    400,
    { error: 'invalid_request', error_description: 'Odd' },
    { failure: { message: expect.stringContaining('Odd') } },
  ],
  [413, '', { kind: 'rejected', failure: { code: 'media-too-large' } }],
  [404, '<html>', { kind: 'rejected', failure: { code: 'channel-error' } }],
  [201, { no: 'place' }, { kind: 'unclear' }],
  [503, '<html>', { kind: 'unclear' }],
])('an answer %i %j becomes words', async (status, body, expected) => {
  const { work } = await start()
  contract.say(/POST \/micropub/, { status, body })
  const outcome = await micropub.publish(work('x'))
  expect(outcome).toMatchObject(expected)
  expect(JSON.stringify(outcome)).not.toContain(MICROPUB_TOKEN)
})
