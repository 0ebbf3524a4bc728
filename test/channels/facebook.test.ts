import { expect, test } from 'vitest'
import { APP, metaSession, startMetaContractServer, USER_TOKEN } from '../fixtures/meta-contract-server.ts'
import { LEFT_OUT } from '../fixtures/contract-server.ts'
import { PAGES } from '../fixtures/meta/facebook-state.ts'
import { told } from '../fixtures/meta/graph-answers.ts'
import { channelNamed, draftOf, mediaOf, sessionSlot, uploadNotes } from './channel-world.ts'
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
  expect(can).toMatchObject({ edit: true, unpublish: true, lookup: true, readBack: true, destinations: true, handOver: true })
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
  const remote = await published(work({ text: 'Hello 😀', options: { link: 'https://example.com/a' } }, { destination }))
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
  const bytes = film(2_500_000)
  const progress: number[] = []
  const sent = work(
    { text: 'Look', media: [await mediaOf(bytes, 'a.mp4')], options: { title: 'A film' } },
    { onProgress: (done) => progress.push(done) },
  )
  // The answer to the first part is lost, and the line is cut in the second.
  contract.say(/POST .*videos/, { ...(await partOne(contract, sent)) })
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

/** Lets the start pass, so that the next request for the edge is a part of the file. */
const partOne = (contract: Awaited<ReturnType<typeof startMetaContractServer>>, _sent: unknown) => {
  void contract
  return Promise.resolve({ fate: 'cut' as const, after: true as const })
}
