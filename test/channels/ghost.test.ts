import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { readRichText } from '../../src-main/core/rich-text.ts'
import { GHOST_KEY, startGhostContractServer } from '../fixtures/ghost-contract-server.ts'
import { channelNamed, draftOf, mediaOf, tools, uploadNotes, workOf } from './channel-world.ts'

/* Against a contract server: it is no Ghost, but holds every request to the Admin API. */
const ghost = channelNamed('ghost')
type Contract = Awaited<ReturnType<typeof startGhostContractServer>>
let contract: Contract

const start = async (...about: Parameters<typeof startGhostContractServer>) => {
  contract = await startGhostContractServer(...about)
  const settings = { site: contract.url, root: `${contract.url}/ghost/api/admin/` }
  return {
    settings,
    work: (draft: Partial<Draft> | string, more: Parameters<typeof workOf>[2] = {}) =>
      workOf(ghost, draftOf(draft), { settings, secret: GHOST_KEY, ...more }),
  }
}
const publish = async (work: ReturnType<typeof workOf>) => {
  const outcome = await ghost.publish(work)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome.remote
}
const image = async (name: string, alt: string) =>
  mediaOf(
    await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .png()
      .toBuffer(),
    name,
    alt,
  )
const video = () =>
  mediaOf(Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), randomBytes(500)]), 'v.mp4', 'It moves')
const stored = (id: string) => contract.posts.get(id)

test('connects by the address of any of its pages, and is called what the site is called', async () => {
  const { work, settings } = await start()
  const site = `${contract.url}/ghost/#/settings`
  expect(await ghost.connect(work('', { settings: { site } }))).toEqual({
    kind: 'valid',
    identity: 'The Site',
    settings: { ...settings, site },
    picture: `${contract.url}/icon.png`,
  })
})

test.each([
  [GHOST_KEY.replace('5e', '5f'), 'does not accept'],
  ['22444f78447824223cefc48062', 'only read'],
  ['nonsense', 'not an Admin API key'],
])('refuses the key %s before anything is kept, and does not tell it', async (secret, why) => {
  const { work } = await start()
  const answer = await ghost.connect(work('', { secret }))
  expect(answer).toMatchObject({ kind: 'refused', failure: { code: 'wrong-credentials', field: 'secret' } })
  expect(JSON.stringify(answer)).toContain(why)
  expect(JSON.stringify(answer)).not.toContain(secret.split(':').at(-1))
})

test('publishes an article with files and what else it is told, and reads it back', async () => {
  const { work } = await start()
  const source =
    'A title\n\nWe **love** *soup* & ~~not~~ `rice`.\nSee https://example.com/a and [more](https://example.com/b).\n\n<b>End</b>'
  const rich = readRichText(source, new Set(ghost.descriptor.emphasis))
  const media = [await image('one.png', 'A "red" field'), await video()]
  const options = { tags: ['News'], excerpt: 'In short', visibility: 'members', featured: true }
  const remote = await publish(work({ ...rich, media, tags: ['#soup', 'News'], options }))
  expect(stored(remote.id)).toMatchObject({
    title: 'A title',
    slug: expect.stringMatching(/^a-title-p[a-z0-9]{6}$/),
    status: 'published',
    tags: [{ name: 'News' }, { name: 'soup' }],
    custom_excerpt: 'In short',
    visibility: 'members',
    featured: true,
    feature_image: `${contract.url}/content/images/1-one.png`,
    feature_image_alt: 'A "red" field',
  })
  expect(stored(remote.id)?.html.split('\n')).toEqual([
    '<p>We <strong>love</strong> <em>soup</em> &amp; <s>not</s> <code>rice</code>.<br>See <a href="https://example.com/a">https://example.com/a</a> and <a href="https://example.com/b">more</a>.</p>',
    '<p>&lt;b&gt;End&lt;/b&gt;</p>',
    `<figure class="kg-card kg-image-card"><img src="${contract.url}/content/images/1-one.png" alt="A &quot;red&quot; field"></figure>`,
    expect.stringContaining(`<video src="${contract.url}/content/media/2-v.mp4"`),
  ])
  expect(await ghost.readBack?.(work(''), Date.now() - 60_000)).toMatchObject({
    kind: 'read',
    posts: [{ remote, text: rich.text, pictures: [{ alt: 'A "red" field' }] }],
  })
})

test('sends no newsletter unless it is told to, and then to whom', async () => {
  const { work } = await start()
  const quiet = await publish(work('Quiet'))
  const loud = await publish(work({ text: 'Loud', options: { newsletter: 'weekly news', recipients: 'status:free' } }))
  expect([stored(quiet.id)?.mailed, stored(loud.id)?.mailed]).toEqual([undefined, 'weekly-news to status:free'])
  expect(stored(loud.id)?.status).toBe('published')
  const outcome = await ghost.publish(work({ text: 'Lost', options: { newsletter: 'Daily' } }))
  expect(outcome).toMatchObject({ kind: 'rejected', failure: { code: 'invalid-input', field: 'options' } })
  expect(JSON.stringify(outcome)).toContain('Weekly News')
  expect(contract.posts.size).toBe(2)
})

test('a newsletter whose sending was cut short is sent once, with the post that stands already', async () => {
  const { work } = await start()
  const sent = work({ text: 'Half way', options: { newsletter: 'weekly-news' } })
  contract.say(/^PUT/, { status: 503, body: 'Trouble' })
  expect(await ghost.publish(sent)).toMatchObject({ kind: 'unclear' })
  expect(await ghost.lookup?.(sent)).toEqual({ kind: 'absent' })
  contract.say(/^PUT/, { fate: 'cut', after: true })
  expect(await ghost.publish(sent)).toMatchObject({ kind: 'unclear' })
  expect(await ghost.lookup?.(sent)).toMatchObject({ kind: 'found' })
  const changes = contract.requests.filter(({ method }) => method === 'PUT').length
  await publish(sent)
  expect(contract.requests.filter(({ method }) => method === 'PUT')).toHaveLength(changes)
  expect([...contract.posts.values()].map(({ status, mailed }) => [status, mailed])).toEqual([
    ['published', 'weekly-news to all'],
  ])
})

test.each([{}, { slug: 'my-own-name' }, { status: 'draft' }])(
  'when the answer is lost it is found, and never made twice: %j',
  async (options) => {
    const { work } = await start()
    const sent = work({ text: 'Lost', options })
    contract.say(/^POST .*posts/, { fate: 'cut', after: true })
    expect(await ghost.publish(sent)).toMatchObject({ kind: 'unclear', failure: { code: 'answer-lost' } })
    const found = await ghost.lookup?.(sent)
    expect(found).toMatchObject({ kind: 'found' })
    expect(await publish(sent)).toEqual(found?.kind === 'found' && found.remote)
    expect(contract.posts.size).toBe(1)
  },
)

test('a name in the address that another post has is refused', async () => {
  const { work } = await start()
  await publish(work({ text: 'First', options: { slug: 'taken' } }))
  const second = work({ text: 'Second', options: { slug: 'taken' } })
  expect(await ghost.publish(second)).toMatchObject({ kind: 'rejected', failure: { field: 'options' } })
  expect(await ghost.lookup?.(second)).toEqual({ kind: 'absent' })
  expect(contract.posts.size).toBe(1)
})

test('after a cut it goes on without uploading twice', async () => {
  const { work } = await start()
  const notes = uploadNotes()
  const sent = work({ text: 'Cut', media: [await image('a.png', 'A'), await image('b.png', 'B')] }, { notes })
  contract.say(/^POST .*posts/, { status: 429, headers: { 'retry-after': '30' } })
  expect(await ghost.publish(sent)).toMatchObject({ kind: 'limited' })
  await publish(sent)
  expect(contract.files.map(({ name }) => name)).toEqual(['a.png', 'b.png'])
})

test('edits title and text; the files stay; then makes a draft of it again, twice', async () => {
  const { work } = await start()
  const sent = work({ text: 'Before\n\nOld', media: [await image('a.png', 'Kept'), await video()] })
  const remote = await publish(sent)
  expect(await ghost.edit?.({ ...sent, draft: draftOf('After\n\nNew') }, remote)).toEqual({ kind: 'done', remote })
  expect(stored(remote.id)).toMatchObject({ title: 'After', html: expect.stringMatching(/New[^]*Kept[^]*<video/) })
  expect(stored(remote.id)?.html).not.toContain('Old')
  expect(await ghost.unpublish?.(sent, remote)).toEqual({ kind: 'done', remote })
  expect(await ghost.unpublish?.(sent, remote)).toEqual({ kind: 'done', remote })
  expect(stored(remote.id)?.status).toBe('draft')
  contract.posts.clear()
  expect(await ghost.unpublish?.(sent, remote)).toEqual({ kind: 'done', remote })
  expect(await ghost.edit?.(sent, remote)).toMatchObject({ kind: 'refused', failure: { code: 'not-found' } })
})

test('an edit that meets that of somebody else changes nothing', async () => {
  const { work } = await start()
  const sent = work('Before\n\nOld')
  const remote = await publish(sent)
  const collision = { message: 'Saving failed!', type: 'UpdateCollisionError', code: 'UPDATE_COLLISION' }
  contract.say(/^PUT/, { status: 409, body: { errors: [collision] } })
  const change = await ghost.edit?.({ ...sent, draft: draftOf('After\n\nNew') }, remote)
  expect(change).toMatchObject({ kind: 'refused', failure: { message: expect.stringContaining('Somebody else') } })
  expect(stored(remote.id)?.title).toBe('Before')
})

test('hands a post over for later, follows it, and takes it back unless it was published', async () => {
  const { work } = await start()
  const at = Date.UTC(2030, 0, 2, 3, 4, 5)
  const sent = work('Later', { at })
  const given = await ghost.handOver?.give(sent)
  if (given?.kind !== 'published') throw new Error(JSON.stringify(given))
  const { remote } = given
  expect(stored(remote.id)).toMatchObject({ status: 'scheduled', published_at: '2030-01-02T03:04:05.000Z' })
  expect(await ghost.handOver?.follow(sent, remote)).toEqual({ kind: 'held' })
  const post = stored(remote.id)
  if (post) post.status = 'published'
  expect(await ghost.handOver?.follow(sent, remote)).toEqual({ kind: 'published', remote })
  expect(await ghost.handOver?.takeBack(sent, remote)).toMatchObject({ kind: 'refused' })
  if (post) post.status = 'scheduled'
  expect(await ghost.handOver?.takeBack(sent, remote)).toEqual({ kind: 'done', remote })
  expect(await ghost.handOver?.takeBack(sent, remote)).toEqual({ kind: 'done', remote })
  expect(await ghost.handOver?.follow(sent, remote)).toEqual({ kind: 'gone' })
})

test('what was given and never answered for is found, while it waits and once it stands, and not given twice', async () => {
  const { work } = await start()
  const sent = work('Later', { at: Date.UTC(2030, 0, 2, 3, 4, 5) })
  expect(await ghost.handOver?.find?.(sent)).toEqual({ kind: 'absent' })
  contract.say(/^POST .*posts/, { fate: 'cut', after: true })
  expect(await ghost.handOver?.give(sent)).toMatchObject({ kind: 'unclear' })
  const [post] = contract.posts.values()
  const found = await ghost.handOver?.find?.(sent)
  expect(found).toMatchObject({ kind: 'found', remote: { id: post?.id } })
  expect(await ghost.handOver?.give(sent)).toMatchObject({ kind: 'published', remote: { id: post?.id } })
  expect(contract.posts.size).toBe(1)
  if (post) post.status = 'published'
  expect(await ghost.handOver?.find?.(sent)).toEqual(found)
  contract.say(/./, { status: 503, body: '' })
  expect(await ghost.handOver?.find?.(sent)).toMatchObject({ kind: 'unknown' })
})

test.each([-3_600_000, 3_600_000])('a clock that is %i ms off is no hindrance', async (shift) => {
  const { work } = await start()
  const skewed = channelNamed('ghost', { clock: { ...tools.clock, now: () => Date.now() + shift } })
  expect(await skewed.publish(work('By another clock'))).toMatchObject({ kind: 'published' })
})

const said = (type: string, message: string, code: string | null = null) => ({
  errors: [{ message, context: null, type, code, details: null }],
})

test.each([
  [401, said('UnauthorizedError', 'Unknown Admin API Key', 'UNKNOWN_ADMIN_API_KEY'), 'signed-out', 'signed-out'],
  [403, said('NoPermissionError', 'You may not'), 'rejected', 'rejected-by-channel'],
  [403, said('HostLimitError', 'Upgrade'), 'rejected', 'quota-exhausted'],
  [403, '<h1>Forbidden</h1>', 'rejected', 'rejected-by-channel'],
  [404, '<h1>Not found</h1>', 'rejected', 'channel-error'],
  [413, '<h1>Too large</h1>', 'rejected', 'media-too-large'],
  [415, said('UnsupportedMediaTypeError', 'Please select a valid file'), 'rejected', 'media-unsupported'],
  [422, said('ValidationError', 'Validation error'), 'rejected', 'rejected-by-channel'],
  [429, said('TooManyRequestsError', 'Slow'), 'limited', 'rate-limited'],
  [500, said('InternalServerError', 'Oh'), 'unclear', 'answer-lost'],
  [503, said('MaintenanceError', 'Upgrading'), 'retry', 'unreachable'],
  [200, '<h1>Sign in</h1>', 'unclear', 'answer-lost'],
])('an answer of %i, %j, is %s with %s', async (status, body, kind, code) => {
  const { work } = await start()
  contract.say(/^POST .*posts/, { status, body })
  const outcome = await ghost.publish(work('Trouble'))
  expect(outcome).toMatchObject({ kind, failure: { code } })
  expect(contract.posts.size).toBe(0)
})

test.each([
  { options: { title: 'x'.repeat(256) } },
  { options: { slug: 'привет' } },
  { options: { slug: 'rss' } },
  { options: { excerpt: 'x'.repeat(301) } },
  { text: 'x'.repeat(256) },
])('says before it is sent what Ghost would refuse: %j', async (draft) => {
  const { problems } = await ghost.check(draftOf({ text: 'Words', ...draft }), { site: 'https://blog.example' })
  expect(new Set(problems.map(({ severity }) => severity))).toEqual(new Set(['error']))
})
