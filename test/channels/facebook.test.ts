import { expect, test } from 'vitest'
import { startMetaContractServer, USER_TOKEN } from '../fixtures/meta-contract-server.ts'
import { LEFT_OUT } from '../fixtures/contract-server.ts'
import { PAGES } from '../fixtures/meta/facebook-state.ts'
import { channelNamed, draftOf, mediaOf, sessionSlot } from './channel-world.ts'
import { film, picture, startMeta } from './meta-world.ts'

/* Against a contract server: it is no Facebook, but holds every request to what Meta says of its pages. */
const start = () => startMeta('facebook')
const [first, second] = PAGES

test.skipIf(LEFT_OUT !== '')(`the contract server refuses what a page does not have${LEFT_OUT}`, async () => {
  const contract = await startMetaContractServer()
  const ask = (edge: string, fields: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    return fetch(`${contract.url}/v26.0/${first?.id}/${edge}`, { method: 'POST', body: form })
  }
  const answers = await Promise.all([
    ask('feed', { message: 'x', silent: 'true' }),
    ask('feed', { message: 'x', published: 'no' }),
    ask('video_reels', { video_id: '1' }),
    ask('nothing', {}),
  ])
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400])
  // Each breaks both what the description says and what the project holds itself to.
  expect(contract.breaches.splice(0)).toHaveLength(8)
})

test('says what it can: pages to choose, a schedule of its own, edits', () => {
  const { can, guide, group, signIn } = channelNamed('facebook').descriptor
  expect(can).toMatchObject({
    edit: true,
    unpublish: true,
    lookup: true,
    readBack: true,
    destinations: true,
    handOver: true,
  })
  expect([group, signIn, guide.length > 4]).toEqual(['app', true, true])
})

test('a person signs in by the browser, with a token that lasts, and is connected with what was agreed to', async () => {
  const { contract, channel, account, work } = await start()
  const asked = { ...account, redirect: 'http://127.0.0.1:4711/', signal: AbortSignal.timeout(10_000) }
  const begun = await channel.signIn?.begin(asked)
  if (begun?.kind !== 'begun') throw new Error(JSON.stringify(begun))
  const url = new URL(begun.url)
  expect(url.pathname).toBe('/v26.0/dialog/oauth')
  expect(url.searchParams.get('redirect_uri')).toBe('http://localhost:4711/')
  expect(url.searchParams.get('scope')?.split(',')).toContain('pages_manage_posts')
  const arrived = new URL(`http://localhost:4711/?code=abc&state=${url.searchParams.get('state')}`)
  const done = await channel.signIn?.finish(asked, begun.memory, arrived)
  if (done?.kind !== 'signed-in') throw new Error(JSON.stringify(done))
  expect(JSON.parse(done.session)).toMatchObject({ access: USER_TOKEN, refresh: null })
  const connected = await channel.connect(work('', { session: sessionSlot(done.session) }))
  expect(connected).toMatchObject({ kind: 'valid', identity: 'Ada Example', expiresAt: expect.any(Number) })
  expect(connected).toHaveProperty('picture', `https://scontent.example/${first?.id}.jpg`)
  const chosen = await channel.connect(
    work('', { session: sessionSlot(done.session), destination: second?.id ?? null }),
  )
  expect(chosen).toHaveProperty('picture', null)
  expect(connected.kind === 'valid' && connected.permissions?.every(({ granted }) => granted)).toBe(true)
  contract.refusedPermissions.add('pages_manage_posts')
  expect(await channel.connect(work(''))).toMatchObject({
    kind: 'refused',
    failure: { code: 'wrong-credentials', message: expect.stringContaining('pages_manage_posts') },
  })
})

test('a token of a system user takes the place of a sign-in; without either nobody is asked', async () => {
  const { contract, channel, published, work } = await start()
  const made = work('By hand', { session: sessionSlot(), secret: USER_TOKEN })
  expect((await published(made)).id).toMatch(/^\d+_\d+$/)
  contract.requests.splice(0)
  expect(await channel.publish(work('x', { session: sessionSlot() }))).toMatchObject({ kind: 'signed-out' })
  expect(contract.requests).toEqual([])
})

test('lists the pages, and publishes to the one that was chosen', async () => {
  const { contract, channel, published, work } = await start()
  expect(await channel.destinations?.(work(''))).toEqual({
    kind: 'known',
    entries: PAGES.map(({ id, name }) => ({ id, name })),
  })
  const destination = second?.id ?? null
  const remote = await published(
    work({ text: 'Hello 😀', options: { link: 'https://example.com/a' } }, { destination }),
  )
  expect(contract.facebook.posts.get(remote.id)).toMatchObject({
    page: destination,
    message: 'Hello 😀',
    link: 'https://example.com/a',
    published: true,
  })
  expect(remote.url).toBe(`https://www.facebook.com/${remote.id}`)
})

test('photos are uploaded unseen with their descriptions, then stand in their order in one post', async () => {
  const { contract, published, work, asked } = await start()
  const media = await Promise.all(
    [1, 2, 3].map(async (one) => mediaOf(await picture(one * 10, 10, 'webp'), `${one}.webp`, `Picture ${one}`)),
  )
  const progress: number[][] = []
  const sent = work({ text: 'Three', media }, { onProgress: (...given) => progress.push(given) })
  const remote = await published(sent)
  expect(asked()).toEqual(['GET accounts', 'POST photos', 'POST photos', 'POST photos', 'POST feed'])
  const { photos } = contract.facebook.posts.get(remote.id) ?? { photos: [] }
  const kept = photos.map((id) => contract.facebook.photos.get(id))
  expect(kept.map((one) => one?.alt)).toEqual(['Picture 1', 'Picture 2', 'Picture 3'])
  expect(kept.map((one) => one?.type)).toEqual(['image/jpeg', 'image/jpeg', 'image/jpeg'])
  const total = media.reduce((sum, { size }) => sum + size, 0)
  expect(progress.every(([done = 0, all]) => done <= total && all === total)).toBe(true)
})

test('after trouble with the post its photos are not uploaded again', async () => {
  const { contract, channel, published, work, asked } = await start()
  const media = [await mediaOf(await picture())]
  const sent = work({ text: 'x', media })
  contract.say(/POST .*feed/, { status: 400, body: { error: { message: 'slow', code: 4, is_transient: true } } })
  expect(await channel.publish(sent)).toMatchObject({ kind: 'limited' })
  await published(sent)
  expect(asked().filter((one) => one === 'POST photos')).toHaveLength(1)
})

test('a video goes in the parts that Facebook asks for, and goes on after a cut', async () => {
  const { contract, channel, published, work } = await start()
  const bytes = film(250_000)
  const progress: number[] = []
  const sent = work(
    { text: 'Look', media: [await mediaOf(bytes, 'a.mp4')], options: { title: 'A film' } },
    { onProgress: (done) => progress.push(done) },
  )
  contract.facebook.pace.lose = 2
  contract.facebook.pace.polls = 1
  expect(await channel.publish(sent)).toMatchObject({ kind: 'retry' })
  const remote = await published(sent)
  const standing = contract.facebook.videos.get(remote.id)
  expect(standing?.bytes.equals(bytes)).toBe(true)
  expect(standing).toMatchObject({ description: 'Look', title: 'A film', finished: true })
  expect(contract.facebook.videos.size).toBe(1)
  expect(progress.at(-1)).toBe(bytes.length)
  expect(remote.url).toBe(`https://www.facebook.com/page/videos/${remote.id}/`)
})

test('a reel is uploaded as a whole, from where it was cut, and waited for', async () => {
  const { contract, channel, published, work, asked } = await start()
  const bytes = film(99_988)
  const sent = work({ text: 'Short', media: [await mediaOf(bytes, 'a.mp4')], options: { type: 'REEL' } })
  contract.facebook.pace.room = 40_000
  contract.facebook.pace.polls = 1
  expect(await channel.publish(sent)).toMatchObject({ kind: 'retry' })
  contract.facebook.pace.room = 100_000
  const remote = await published(sent)
  const uploads = contract.requests.filter(({ path }) => path.startsWith('/video-upload/'))
  expect(uploads.map(({ headers }) => headers['offset'])).toEqual(['0', '40000'])
  expect(uploads.map((one) => one.bytes?.length)).toEqual([100_000, 60_000])
  expect(contract.facebook.videos.get(remote.id)).toMatchObject({ description: 'Short', edge: 'video_reels' })
  expect(asked().filter((one) => one === 'POST video_reels')).toHaveLength(2)
})

test('stories of a photo and of a video stand as stories, without words', async () => {
  const { contract, published, work } = await start()
  const options = { type: 'STORY' }
  const shown = await published(work({ media: [await mediaOf(await picture())], options }))
  expect(contract.facebook.stories.map(({ post_id: id }) => id)).toEqual([shown.id])
  await published(work({ media: [await mediaOf(film(1000), 'a.mp4')], options }))
  expect([...contract.facebook.videos.values()]).toMatchObject([{ edge: 'video_stories', finished: true }])
  expect(contract.facebook.posts.size).toBe(0)
})

test('a draft stays unseen; a first comment stands under its post, or is told to be missing', async () => {
  const { contract, channel, published, work } = await start()
  const draft = await published(work({ text: 'Later', options: { draft: true } }))
  expect(contract.facebook.posts.get(draft.id)?.published).toBe(false)
  const first_comment = 'More at example.com'
  const remote = await published(work({ text: 'Post', options: { first_comment } }))
  expect(contract.facebook.posts.get(remote.id)?.comments).toEqual([first_comment])
  contract.say(/comments/, { status: 400, body: { error: { message: 'no', code: 200 } } })
  expect(await channel.publish(work({ text: 'Other', options: { first_comment } }))).toMatchObject({
    kind: 'published',
    reservation: { message: expect.stringContaining('first comment') },
  })
})

test.each([
  ['a text', {}],
  ['photos', { photos: 2 }],
])(
  'a lost answer to a post of %s is settled by asking: it stands once',
  async (_, { photos = 0 }: { photos?: number }) => {
    const { contract, channel, work } = await start()
    const media = await Promise.all(
      Array.from({ length: photos }, async (__, one) => mediaOf(await picture(one + 5, 9))),
    )
    const sent = work({ text: photos ? '' : 'Hello  there\n', media })
    expect(await channel.lookup?.(sent)).toEqual({ kind: 'absent' })
    contract.say(/POST .*feed/, { fate: 'cut', after: true })
    expect(await channel.publish(sent)).toMatchObject({
      kind: 'unclear',
      failure: { next: expect.stringContaining('is asked') },
    })
    const [standing] = [...contract.facebook.posts.values()]
    expect(await channel.lookup?.(sent)).toMatchObject({ kind: 'found', remote: { id: standing?.id } })
    expect(await channel.lookup?.(work('Something else'))).toEqual({ kind: 'absent' })
  },
)

test('a lost answer to a video is settled by its own state', async () => {
  const { contract, channel, work } = await start()
  const sent = work({ text: 'Film', media: [await mediaOf(film(1000), 'a.mp4')], options: { type: 'REEL' } })
  expect(await channel.lookup?.(sent)).toEqual({ kind: 'absent' })
  contract.facebook.pace.loseFinish = true
  expect(await channel.publish(sent)).toMatchObject({ kind: 'unclear' })
  const [id] = [...contract.facebook.videos.keys()]
  expect(await channel.lookup?.(sent)).toMatchObject({ kind: 'found', remote: { id } })
})

test('a video that Facebook cannot work on is refused in its own words, and does not stand', async () => {
  const { contract, channel, work } = await start()
  const sent = work({ text: 'Film', media: [await mediaOf(film(1000), 'a.mp4')] })
  const error = { message: 'the codec is not known' }
  const status = { video_status: 'error', processing_phase: { status: 'error', error } }
  contract.say(/GET .*\/\d+$/, { status: 200, body: { status } })
  expect(await channel.publish(sent)).toMatchObject({
    kind: 'rejected',
    failure: { code: 'media-unsupported', message: expect.stringContaining(error.message) },
  })
  expect(await channel.lookup?.(sent)).toEqual({ kind: 'absent' })
})

test('trouble that Meta calls its own is no proof that nothing stands', async () => {
  const { contract, channel, work } = await start()
  const body = { error: { message: 'An unexpected error has occurred. Please retry.', code: 2, is_transient: true } }
  contract.say(/POST .*feed/, { status: 400, body })
  expect(await channel.publish(work('x'))).toMatchObject({ kind: 'unclear' })
  contract.say(/accounts/, { status: 400, body })
  expect(await channel.publish(work('x'))).toMatchObject({ kind: 'retry' })
})

test('a text is changed and a post taken down, also when it is gone', async () => {
  const { contract, channel, published, work } = await start()
  const remote = await published(work('Before'))
  expect(await channel.edit?.(work('After'), remote)).toEqual({ kind: 'done', remote })
  expect(contract.facebook.posts.get(remote.id)?.message).toBe('After')
  expect(await channel.unpublish?.(work('After'), remote)).toEqual({ kind: 'done', remote })
  expect(await channel.unpublish?.(work('After'), remote)).toEqual({ kind: 'done', remote })
  expect(await channel.edit?.(work('Again'), remote)).toMatchObject({ kind: 'refused', failure: { code: 'not-found' } })
})

test('the schedule of the page holds a post, tells when it is out, and gives it back', async () => {
  const { contract, channel, work } = await start()
  const { handOver } = channel
  if (!handOver) throw new Error('there is no schedule')
  const at = Date.now() + 3_600_000
  const sent = work({ text: 'Tomorrow', media: [await mediaOf(await picture())] }, { at })
  expect(await handOver.find?.(sent)).toEqual({ kind: 'absent' })
  const given = await handOver.give(sent)
  if (given.kind !== 'published') throw new Error(JSON.stringify(given))
  expect(contract.facebook.posts.get(given.remote.id)).toMatchObject({
    published: false,
    scheduled: Math.floor(at / 1000),
  })
  expect(await handOver.find?.(sent)).toMatchObject({ kind: 'found', remote: { id: given.remote.id } })
  expect(await handOver.follow(sent, given.remote)).toEqual({ kind: 'held' })
  Object.assign(contract.facebook.posts.get(given.remote.id) ?? {}, { published: true })
  expect(await handOver.follow(sent, given.remote)).toMatchObject({
    kind: 'published',
    remote: { id: given.remote.id },
  })
  expect(await handOver.takeBack(sent, given.remote)).toMatchObject({ kind: 'done' })
  expect(await handOver.follow(sent, given.remote)).toEqual({ kind: 'gone' })
  const far = work('Far', { at: Date.now() + 31 * 86_400_000 })
  expect(await handOver.give(far)).toMatchObject({ kind: 'rejected', failure: { code: 'channel-unsupported' } })
  const story = work({ media: [await mediaOf(film(10), 'a.mp4')], options: { type: 'STORY' } }, { at })
  expect(await handOver.give(story)).toMatchObject({ kind: 'rejected', failure: { code: 'channel-unsupported' } })
})

test('a video waits on the schedule as well', async () => {
  const { contract, channel, work } = await start()
  const at = Date.now() + 3_600_000
  const sent = work({ text: 'Film', media: [await mediaOf(film(1000), 'a.mp4')] }, { at })
  const given = await channel.handOver?.give(sent)
  if (given?.kind !== 'published') throw new Error(JSON.stringify(given))
  expect(contract.facebook.videos.get(given.remote.id)?.scheduled).toBe(Math.floor(at / 1000))
  expect(await channel.handOver?.follow(sent, given.remote)).toEqual({ kind: 'held' })
  expect(await channel.handOver?.find?.(sent)).toMatchObject({ kind: 'found', remote: { id: given.remote.id } })
})

test('reads back what stands on the page, with its pictures', async () => {
  const { contract, channel, published, work } = await start()
  const since = Date.now() - 60_000
  const one = await published(work({ text: 'One', media: [await mediaOf(await picture())] }))
  const standing = contract.facebook.posts.get(one.id)
  if (!standing) throw new Error('it does not stand')
  for (let index = 0; index < 60; index++) {
    contract.facebook.posts.set(`x${index}`, { ...standing, id: `x${index}`, message: `Post ${index}`, photos: [] })
  }
  const read = await channel.readBack?.(work(''), since)
  if (read?.kind !== 'read') throw new Error(JSON.stringify(read))
  expect([read.posts.length, read.from]).toEqual([61, since])
  expect(read.posts.find(({ remote }) => remote.id === one.id)).toMatchObject({
    text: 'One',
    pictures: [{ url: expect.stringContaining('.jpg') }],
  })
})

test.each([
  [190, 463, 'signed-out', 'signed-out'],
  [190, 460, 'signed-out', 'signed-out'],
  [200, undefined, 'rejected', 'rejected-by-channel'],
  [10, undefined, 'rejected', 'rejected-by-channel'],
  [368, undefined, 'rejected', 'rejected-by-channel'],
  [506, undefined, 'rejected', 'rejected-by-channel'],
  [100, undefined, 'rejected', 'rejected-by-channel'],
  [100, 33, 'rejected', 'not-found'],
  [4, undefined, 'limited', 'rate-limited'],
  [32, undefined, 'limited', 'rate-limited'],
  [613, undefined, 'limited', 'rate-limited'],
  [80_001, undefined, 'limited', 'rate-limited'],
  [1, undefined, 'unclear', 'answer-lost'],
])('a refusal with the code %i (%s) comes to %s', async (code, error_subcode, kind, failure) => {
  const { contract, channel, work } = await start()
  const message = `It says no to access_token=${USER_TOKEN}`
  contract.say(/POST .*feed/, { status: 400, body: { error: { message, code, error_subcode } } })
  const outcome = await channel.publish(work('x'))
  expect(outcome).toMatchObject({ kind, failure: { code: failure } })
  expect(JSON.stringify(outcome)).not.toContain(USER_TOKEN)
})

test.each([
  [{ 'x-business-use-case-usage': JSON.stringify({ 1: [{ estimated_time_to_regain_access: 12 }] }) }, 12 * 60_000],
  [{ 'x-app-usage': JSON.stringify({ call_count: 100, total_time: 5 }) }, 15 * 60_000],
  [{ 'retry-after': '30' }, 30_000],
])('a limit ends when the headers %j say', async (headers, after) => {
  const { contract, work } = await start()
  contract.say(/POST .*feed/, { status: 400, headers, body: { error: { message: 'slow down', code: 32 } } })
  const frozen = channelNamed('facebook', { clock: { now: () => 1_000_000, after: () => () => {} } })
  const session = JSON.stringify({ ...JSON.parse((await work('').session.load()) ?? ''), expiresAt: null })
  const outcome = await frozen.publish(work('x', { session: sessionSlot(session) }))
  expect(outcome).toMatchObject({ kind: 'limited', until: 1_000_000 + after })
})

test('tells what is not used, and takes a long text', async () => {
  const { channel, account } = await start()
  const codes = async (draft: Parameters<typeof draftOf>[0]) =>
    (await channel.check(draftOf(draft), account.settings)).problems.map(({ severity, code }) => `${severity} ${code}`)
  const media = [await mediaOf(await picture(), 'a.png', 'A square')]
  expect(await codes({ media, options: { link: 'https://example.com' } })).toEqual(['warning option-unused'])
  expect(await codes({ text: 'x', options: { title: 'T' } })).toEqual(['warning option-unused'])
  expect(await codes({ text: 'x'.repeat(63_207) })).toEqual(['error text-too-long'])
})

test.each([86_400_000, -86_400_000])('a lost answer is settled by a clock that is %i ms wrong', async (shift) => {
  const { contract, work } = await start()
  const skewed = channelNamed('facebook', { clock: { now: () => Date.now() + shift, after: () => () => {} } })
  const sent = work('Hello', { marker: skewed.plan(draftOf(''), work('').settings) })
  contract.say(/POST .*(feed)/, { fate: 'cut', after: true })
  expect(await skewed.publish(sent)).toMatchObject({ kind: 'unclear' })
  expect(await skewed.lookup?.(sent)).toMatchObject({ kind: 'found' })
})
