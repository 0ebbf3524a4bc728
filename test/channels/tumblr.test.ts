import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { APP, startTumblrContractServer, tumblrError, tumblrSession } from '../fixtures/tumblr-contract-server.ts'
import { channelNamed, draftOf, mediaOf, sessionSlot, type TestWork, workOf } from './channel-world.ts'

/* Against a contract server: it is no Tumblr, but holds every request to what Tumblr writes of it. */
const tumblr = channelNamed('tumblr')
const POST = /^POST \/v2\/blog\/example\/posts$/

const start = async () => {
  const contract = await startTumblrContractServer()
  const settings = { clientId: APP.clientId, server: contract.url, blog: 'example' }
  const session = sessionSlot(tumblrSession())
  const work = (draft: Partial<Draft> | string, more: Partial<TestWork> = {}) =>
    workOf(tumblr, draftOf(draft), { settings, secret: APP.secret, session, ...more })
  const published = async (one: TestWork) => {
    const outcome = await tumblr.publish(one)
    if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
    return outcome.remote
  }
  const standing = () => [...contract.posts.values()]
  return { contract, settings, session, work, published, standing }
}
const picture = async (name: string, alt = '') =>
  mediaOf(
    await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .png()
      .toBuffer(),
    name,
    alt,
  )
const codes = async (draft: Partial<Draft>) =>
  (await tumblr.check(draftOf(draft), { clientId: 'x' })).problems.map(({ severity, code }) => `${severity} ${code}`)

test('says what it can, and that it needs an app of the person’s own', () => {
  const { can, group, signIn, guide } = tumblr.descriptor
  expect(can).toMatchObject({
    edit: true,
    unpublish: true,
    lookup: true,
    readBack: true,
    destinations: true,
    handOver: true,
  })
  expect([group, signIn, guide[0]?.url]).toEqual(['app', true, 'https://www.tumblr.com/oauth/apps'])
  expect(Object.keys(tumblr.descriptor.settings['properties'] as object)).toEqual(['clientId'])
})

test('signs in by the browser, connects, and knows the blogs', async () => {
  const { settings } = await start()
  const { blog, ...typed } = settings
  const redirect = 'http://127.0.0.1:5000/'
  const asked = { settings: typed, secret: APP.secret, redirect, signal: AbortSignal.timeout(9000) }
  const begun = await tumblr.signIn?.begin(asked)
  if (begun?.kind !== 'begun') throw new Error(JSON.stringify(begun))
  const { searchParams } = new URL(begun.url)
  expect(searchParams.get('scope')).toBe('basic write offline_access')
  const arrived = new URL(`${redirect}?code=abc&state=${searchParams.get('state')}`)
  const signed = await tumblr.signIn?.finish(asked, begun.memory, arrived)
  if (signed?.kind !== 'signed-in') throw new Error(JSON.stringify(signed))
  const access = { ...asked, session: sessionSlot(signed.session), destination: null }
  const connected = await tumblr.connect(access)
  expect(connected).toMatchObject({ kind: 'valid', identity: '@example', settings: { blog } })
  expect(connected.kind === 'valid' && connected.picture).toBe(`${settings.server}/v2/blog/${blog}/avatar/128`)
  expect(connected.kind === 'valid' && connected.permissions?.every(({ granted }) => granted)).toBe(true)
  expect(await tumblr.destinations?.(access)).toEqual({
    kind: 'known',
    entries: [
      { id: 'example-side', name: 'A side blog' },
      { id: 'example', name: 'An example' },
    ],
  })
})

test('people agree on the site of Tumblr, not where programs ask', async () => {
  const settings = tumblr.settings.parse({ clientId: 'x' })
  const asked = { settings, secret: 's', redirect: 'http://127.0.0.1:1/', signal: AbortSignal.timeout(5000) }
  expect(await tumblr.signIn?.begin(asked)).toMatchObject({
    url: expect.stringMatching(/^https:\/\/www\.tumblr\.com\/oauth2\/authorize\?/),
  })
})

test('a paragraph is a block; emphasis and links are counted in code points', async () => {
  const { work, published, standing } = await start()
  const text = '👍🌳 bold and https://example.com/\nsame\n\nsecond'
  const at = text.indexOf('bold')
  const emphasis = [{ start: at, end: at + 4, kind: 'bold' }] as const
  const remote = await published(work({ text, emphasis }))
  expect(remote).toEqual({ id: standing()[0]?.id, url: `https://www.tumblr.com/example/${remote.id}`, parts: [] })
  expect(standing()[0]?.content).toEqual([
    {
      type: 'text',
      text: '👍🌳 bold and https://example.com/\nsame',
      formatting: [
        { start: 3, end: 7, type: 'bold' },
        { start: 12, end: 32, type: 'link', url: 'https://example.com/' },
      ],
    },
    { type: 'text', text: 'second' },
  ])
})

test('a paragraph that is longer than a block makes several, cut at a space', async () => {
  const { work, published, standing } = await start()
  await published(work(`${'👍'.repeat(4000)} ${'b'.repeat(200)}`))
  const texts = standing()[0]?.content.map((block) => ('text' in block ? Array.from(block.text).length : 0))
  expect(texts).toEqual([4001, 200])
})

test('publishes to the blog that was chosen, with all that a post can be told', async () => {
  const { work, published, standing } = await start()
  const options = {
    title: 'Heading',
    state: 'private',
    tags: ['two words'],
    link: 'https://example.com/card',
    slug: 'a-name',
    source_url: 'https://example.com/source',
    reblogs: 'noone',
  }
  await published(work({ text: 'Text', options, tags: ['#one'] }, { destination: 'example-side' }))
  expect(standing()[0]).toMatchObject({
    blog: 'example-side',
    state: 'private',
    tags: 'two words,one',
    slug: 'a-name',
    source_url: 'https://example.com/source',
    interactability_reblog: 'noone',
    content: [
      { type: 'text', subtype: 'heading1', text: 'Heading' },
      { type: 'text', text: 'Text' },
      { type: 'link', url: 'https://example.com/card' },
    ],
  })
})

test('files go with the post, described, images side by side', async () => {
  const { contract, work, published, standing } = await start()
  const media = [await picture('a.png', 'A'), await picture('b.png'), await picture('c.png')]
  const progress: number[] = []
  const onProgress = (sent: number, total: number) => void progress.push(sent / total)
  await published(work({ text: 'Three', media, options: { images_per_row: 2 } }, { onProgress }))
  expect(contract.files.map(({ name }) => name)).toEqual(['a.png', 'b.png', 'c.png'])
  expect(standing()[0]).toMatchObject({
    content: [{ type: 'image', alt_text: 'A' }, { type: 'image' }, { type: 'image' }, { type: 'text' }],
    layout: [{ type: 'rows', display: [{ blocks: [0, 1] }, { blocks: [2] }, { blocks: [3] }] }],
  })
  expect(progress.at(-1)).toBe(1)
  const film = await mediaOf(Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), randomBytes(100)]), 'a.mp4')
  await published(work({ text: 'Film', media: [film] }))
  expect(standing()[1]?.content[0]).toMatchObject({ type: 'video', media: { type: 'video/mp4' } })
})

test.each(['cut', 'torn'] as const)('an answer that is lost (%s) is unclear, and Tumblr is asked', async (fate) => {
  const { contract, work, published, standing } = await start()
  await published(work('Same'))
  const one = work({ text: 'Same' })
  contract.say(POST, { fate, after: true })
  expect(await tumblr.publish(one)).toMatchObject({ kind: 'unclear', failure: { code: 'answer-lost' } })
  expect(await tumblr.lookup?.(one)).toMatchObject({ kind: 'found', remote: { id: standing()[1]?.id } })
  await published(one)
  expect(standing()).toHaveLength(2)
})

test('what never arrived is absent; a draft is looked for among drafts, and a private post nowhere', async () => {
  const { contract, work } = await start()
  const one = work('Lost')
  contract.say(POST, { fate: 'cut' })
  await tumblr.publish(one)
  expect(await tumblr.lookup?.(one)).toEqual({ kind: 'absent' })
  const draft = work({ text: 'A draft', options: { state: 'draft' } })
  contract.say(POST, { fate: 'cut', after: true })
  await tumblr.publish(draft)
  expect(await tumblr.lookup?.(draft)).toMatchObject({ kind: 'found' })
  expect(await tumblr.lookup?.(work({ text: 'x', options: { state: 'private' } }))).toMatchObject({
    kind: 'unknown',
    failure: { next: expect.stringContaining('Look there') },
  })
})

test.each([
  [400, 8001, 'rejected', 'refused'],
  [400, 8005, 'rejected', 'file'],
  [403, 8010, 'limited', 'video'],
  [403, 8023, 'limited', 'day'],
  [404, 0, 'rejected', 'no such'],
  [403, 0, 'rejected', 'allow'],
] as const)('the answer %i.%i is %s', async (status, code, kind, words) => {
  const { contract, work } = await start()
  contract.say(POST, tumblrError(status, code, 'because of something'))
  expect(await tumblr.publish(work('x'))).toMatchObject({ kind, failure: { message: expect.stringContaining(words) } })
})

test('waits until the limits that are used up have ended', async () => {
  const { contract, work } = await start()
  const headers = {
    'x-ratelimit-perhour-remaining': '0',
    'x-ratelimit-perhour-reset': '1800',
    'x-ratelimit-perday-remaining': '10',
    'x-ratelimit-perday-reset': '40000',
  }
  contract.say(POST, { status: 429, body: { meta: { status: 429, msg: 'Limit Exceeded' } }, headers })
  const outcome = await tumblr.publish(work('x'))
  const pause = outcome.kind === 'limited' ? outcome.until - Date.now() : 0
  expect(pause).toBeGreaterThan(1_700_000)
  expect(pause).toBeLessThan(2_000_000)
})

test('edits a post and keeps its files; deletes it, and does so twice', async () => {
  const { work, published, standing } = await start()
  const remote = await published(work({ text: 'Old', media: [await picture('a.png', 'A')], tags: ['one'] }))
  expect(await tumblr.edit?.(work({ text: 'New', tags: ['two'] }), remote)).toEqual({ kind: 'done', remote })
  expect(standing()[0]).toMatchObject({
    tags: 'two',
    content: [
      { type: 'image', alt_text: 'A' },
      { type: 'text', text: 'New' },
    ],
  })
  expect(await tumblr.unpublish?.(work(''), remote)).toEqual({ kind: 'done', remote })
  expect(await tumblr.unpublish?.(work(''), remote)).toEqual({ kind: 'done', remote })
  expect(standing()).toEqual([])
  expect(await tumblr.edit?.(work('New'), remote)).toMatchObject({ kind: 'refused', failure: { code: 'not-found' } })
})

test('a draft that is edited stays one', async () => {
  const { work, published, standing } = await start()
  const remote = await published(work({ text: 'A draft', options: { state: 'draft' } }))
  expect(await tumblr.edit?.(work('Changed'), remote)).toEqual({ kind: 'done', remote })
  expect(standing()[0]).toMatchObject({ state: 'draft', content: [{ text: 'Changed' }] })
})

test('Tumblr publishes what it was given by itself, under another number', async () => {
  const { contract, work, standing } = await start()
  const one = work('Later', { at: Date.now() + 3_600_000 })
  const given = await tumblr.handOver?.give(one)
  if (given?.kind !== 'published') throw new Error(JSON.stringify(given))
  expect(standing()[0]).toMatchObject({ state: 'queue', publish_on: new Date(one.at).toISOString() })
  expect(await tumblr.handOver?.follow(one, given.remote)).toEqual({ kind: 'held' })
  const id = contract.comeToTime(given.remote.id)
  expect(await tumblr.handOver?.follow(one, given.remote)).toMatchObject({ kind: 'published', remote: { id } })
  expect(await tumblr.handOver?.takeBack(one, given.remote)).toMatchObject({
    kind: 'refused',
    failure: { code: 'illegal-transition' },
  })
})

test('what it was given is taken back, and then it is gone', async () => {
  const { work, standing } = await start()
  const one = work('Later', { at: Date.now() + 3_600_000 })
  const given = await tumblr.handOver?.give(one)
  if (given?.kind !== 'published') throw new Error(JSON.stringify(given))
  expect(await tumblr.handOver?.takeBack(one, given.remote)).toMatchObject({ kind: 'done' })
  expect(standing()).toEqual([])
  expect(await tumblr.handOver?.follow(one, given.remote)).toEqual({ kind: 'gone' })
})

test('reads back what stands on the blog', async () => {
  const { work, published } = await start()
  const { id } = await published(work({ text: 'One\n\nTwo', media: [await picture('a.png', 'A')] }))
  const url = `https://example.tumblr.com/post/${id}`
  expect(await tumblr.readBack?.(work(''), Date.now() - 60_000)).toMatchObject({
    kind: 'read',
    posts: [{ remote: { id, url }, text: 'One\n\nTwo', pictures: [{ alt: 'A' }] }],
  })
})

test.each<[string, Partial<Draft>, string[]]>([
  ['a good one', { text: 'Text' }, []],
  ['too many paragraphs', { text: 'x\n\n'.repeat(1001) }, ['error too-many-blocks']],
  ['too many links', { text: 'https://example.com/ '.repeat(101) }, ['error too-many-links']],
])('checks %s', async (_, draft, problems) => {
  expect(await codes(draft)).toEqual(problems)
})
