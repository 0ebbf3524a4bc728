import { expect, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { LEFT_OUT } from '../fixtures/contract-server.ts'
import { startMetaContractServer, USER_TOKEN } from '../fixtures/meta-contract-server.ts'
import { INSTAGRAM_ACCOUNT } from '../fixtures/meta/instagram-state.ts'
import { startRelay } from '../fixtures/meta/relay.ts'
import { channelNamed, draftOf, mediaOf } from './channel-world.ts'
import { film, picture, startMeta } from './meta-world.ts'

/* Against a contract server: it is no Instagram, but holds every request to what Meta says, and fetches files for real. */
const start = () => startMeta('instagram')
const image = async (name = 'a.png', alt = '', width = 400) => mediaOf(await picture(width, 400), name, alt)
const reel = async (size = 1000): Promise<Partial<Draft>> => ({
  text: 'Film',
  media: [await mediaOf(film(size), 'a.mp4')],
})
const errorOf = (code: number, error_subcode?: number) => ({
  status: 400,
  body: { error: { message: 'no', code, error_subcode } },
})

test.skipIf(LEFT_OUT !== '')(`the contract server refuses what an account does not have${LEFT_OUT}`, async () => {
  const contract = await startMetaContractServer()
  const ask = (edge: string, fields: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    return fetch(`${contract.url}/v26.0/${INSTAGRAM_ACCOUNT.id}/${edge}`, { method: 'POST', body: form })
  }
  const answers = await Promise.all([
    ask('media', { image_url: 'https://example.com/a.jpg', title: 'x' }),
    ask('media_publish', {}),
    ask('media_publish', { creation_id: 'x' }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400])
  expect(contract.breaches.splice(0)).toHaveLength(6)
})

test('is connected by the account behind a page, and lists it', async () => {
  const { contract, channel, work } = await start()
  expect(await channel.connect(work(''))).toMatchObject({
    kind: 'valid',
    identity: '@ada.example',
    picture: 'https://scontent.example/ig.jpg',
    permissions: expect.arrayContaining([
      expect.objectContaining({ name: 'instagram_content_publish', granted: true }),
    ]),
  })
  expect(await channel.destinations?.(work(''))).toEqual({
    kind: 'known',
    entries: [{ id: INSTAGRAM_ACCOUNT.id, name: '@ada.example' }],
  })
  contract.refusedPermissions.add('instagram_content_publish')
  expect(await channel.connect(work(''))).toMatchObject({ kind: 'refused', failure: { code: 'wrong-credentials' } })
})

test('a picture is made public as a JPEG, fetched, and stands with its description', async () => {
  const { contract, published, work, asked } = await start()
  const relay = await startRelay()
  contract.instagram.pace.polls = 1
  const options = { collaborators: ['grace'], location_id: '123' }
  const remote = await published(
    work({ text: 'Look 😀', media: [await image('a.png', 'A square')], options }, { relay }),
  )
  expect(remote).toMatchObject({ url: `https://www.instagram.com/p/${remote.id}/` })
  const { caption, container } = contract.instagram.media.get(remote.id) ?? {}
  expect(caption).toBe('Look 😀')
  expect(container?.files[0]).toMatchObject({ type: 'image/jpeg', format: 'jpeg' })
  expect(container?.told).toMatchObject({ alt_text: 'A square', collaborators: '["grace"]', location_id: '123' })
  expect(relay.offered).toMatchObject([{ mime: 'image/jpeg', name: 'a.jpg' }])
  expect(asked()).toEqual([
    'GET accounts',
    'GET content_publishing_limit',
    'POST media',
    'GET node',
    'GET node',
    'POST media_publish',
    'GET node',
  ])
})

test('without a relay a picture is refused, with where to choose one; a reel needs none', async () => {
  const { contract, channel, published, work } = await start()
  expect(await channel.publish(work({ media: [await image()] }))).toMatchObject({
    kind: 'rejected',
    failure: { next: expect.stringContaining('Settings > Media relay') },
  })
  const options = { share_to_feed: false, thumb_offset: 1500 }
  const remote = await published(work({ ...(await reel()), options }))
  expect(contract.instagram.media.get(remote.id)?.container.told).toMatchObject({
    media_type: 'REELS',
    share_to_feed: 'false',
    thumb_offset: '1500',
  })
})

test('a picture that cannot be fetched is refused with what to look at', async () => {
  const { channel, work } = await start()
  const relay = { offer: () => Promise.resolve('http://127.0.0.1:9/nothing.jpg') }
  expect(await channel.publish(work({ media: [await image()] }, { relay }))).toMatchObject({
    kind: 'rejected',
    failure: { message: expect.stringContaining('could not fetch'), next: expect.stringContaining('relay') },
  })
})

test('the upload of a reel goes on where it was cut, in the same container', async () => {
  const { contract, channel, published, work } = await start()
  const sent = work(await reel(99_988))
  contract.instagram.pace.room = 30_000
  expect(await channel.publish(sent)).toMatchObject({ kind: 'retry' })
  contract.instagram.pace.room = 100_000
  const remote = await published(sent)
  const uploads = contract.requests.filter(({ path }) => path.startsWith('/ig-api-upload/'))
  expect(uploads.map(({ headers }) => headers['offset'])).toEqual(['0', '30000'])
  expect(contract.instagram.containers.size).toBe(1)
  expect(contract.instagram.media.get(remote.id)?.container.bytes).toHaveLength(100_000)
})

test('a carousel has its files in their order, each with its own container, made once', async () => {
  const { contract, channel, published, work } = await start()
  const relay = await startRelay()
  const media = [
    await image('a.png', 'One', 401),
    await mediaOf(film(500), 'b.mp4'),
    await image('c.png', 'Three', 402),
  ]
  const sent = work({ text: 'Three', media }, { relay })
  contract.say(/POST .*media_publish/, errorOf(4))
  expect(await channel.publish(sent)).toMatchObject({ kind: 'limited' })
  const remote = await published(sent)
  const told = contract.instagram.media.get(remote.id)?.container.told ?? {}
  const children = (told['children'] ?? '').split(',').map((id) => contract.instagram.containers.get(id)?.told)
  expect(children.map((one) => one?.['alt_text'] ?? one?.['media_type'])).toEqual(['One', 'VIDEO', 'Three'])
  expect([contract.instagram.containers.size, relay.offered.length]).toEqual([4, 2])
})

test('stories are published as such, pictures as tall as a screen', async () => {
  const { contract, published, work } = await start()
  const relay = await startRelay()
  const options = { type: 'STORY' }
  const tall = await mediaOf(await picture(360, 640), 'tall.png', 'Tall')
  const one = await published(work({ media: [tall], options }, { relay }))
  const { container, story } = contract.instagram.media.get(one.id) ?? {}
  expect([story, container?.files[0]?.ratio, container?.told['alt_text']]).toEqual([true, 0.5625, undefined])
  const other = await published(work({ ...(await reel()), options }))
  expect(contract.instagram.media.get(other.id)?.story).toBe(true)
})

test('a lost answer is settled by the container, which is published once', async () => {
  const { contract, channel, published, work } = await start()
  const sent = work(await reel())
  expect(await channel.lookup?.(sent)).toEqual({ kind: 'absent' })
  contract.say(/POST .*media_publish/, { fate: 'cut', after: true })
  expect(await channel.publish(sent)).toMatchObject({ kind: 'unclear' })
  const [id] = [...contract.instagram.media.keys()]
  expect(await channel.lookup?.(sent)).toMatchObject({ kind: 'found', remote: { id } })
  // Even when it is not asked before: what is published already is found.
  expect(await published(sent)).toMatchObject({ id })
  expect(contract.instagram.media.size).toBe(1)
})

test('a request that never arrived leaves a container that is published later', async () => {
  const { contract, channel, published, work } = await start()
  const sent = work(await reel())
  contract.say(/POST .*media_publish/, { fate: 'cut' })
  expect(await channel.publish(sent)).toMatchObject({ kind: 'unclear' })
  expect(await channel.lookup?.(sent)).toEqual({ kind: 'absent' })
  await published(sent)
  expect([contract.instagram.containers.size, contract.instagram.media.size]).toEqual([1, 1])
})

test('a container that came to its end, or failed, is made anew', async () => {
  const { contract, channel, published, work } = await start()
  for (const state of ['EXPIRED', 'ERROR']) {
    const sent = work({ ...(await reel()), text: state })
    contract.say(/POST .*media_publish/, errorOf(4))
    expect(await channel.publish(sent)).toMatchObject({ kind: 'limited' })
    const [last] = [...contract.instagram.containers.values()].slice(-1)
    Object.assign(last ?? {}, { state })
    const remote = await published(sent)
    expect(contract.instagram.media.get(remote.id)?.caption).toBe(state)
  }
  expect(contract.instagram.containers.size).toBe(4)
})

test('what Instagram cannot work on is refused in its own words', async () => {
  const { contract, channel, work } = await start()
  contract.say(/GET .*\/\d+$/, { status: 200, body: { video_status: {} } })
  contract.say(/GET .*\/\d+$/, { status: 200, body: { status_code: 'ERROR', status: 'Error: the codec is not known' } })
  expect(await channel.publish(work(await reel()))).toMatchObject({
    kind: 'rejected',
    failure: { code: 'media-unsupported', message: expect.stringContaining('the codec is not known') },
  })
})

test('a full quota is told before anything is made, with the time when there is room', async () => {
  const { contract, channel, published, work } = await start()
  const remote = await published(work(await reel()))
  const standing = contract.instagram.media.get(remote.id)
  const at = Math.floor(Date.now() / 1000) * 1000 - 3_600_000
  Object.assign(standing ?? {}, { at })
  contract.instagram.quota.usage = 100
  contract.requests.splice(0)
  expect(await channel.publish(work(await reel()))).toMatchObject({
    kind: 'limited',
    until: at + 86_400_000,
    failure: { code: 'quota-exhausted' },
  })
  expect(contract.requests.some(({ method }) => method === 'POST')).toBe(false)
})

test('a post is taken down, and a first comment stands under one', async () => {
  const { contract, channel, published, work } = await start()
  const remote = await published(work({ ...(await reel()), options: { first_comment: '#film' } }))
  expect(contract.instagram.media.get(remote.id)?.comments).toEqual(['#film'])
  expect(await channel.unpublish?.(work(''), remote)).toEqual({ kind: 'done', remote })
  expect(await channel.unpublish?.(work(''), remote)).toEqual({ kind: 'done', remote })
  expect(channel.edit).toBeUndefined()
})

test('reads back what stands, without stories', async () => {
  const { channel, published, work } = await start()
  const since = Date.now() - 60_000
  const one = await published(work(await reel()))
  await published(work({ ...(await reel()), options: { type: 'STORY' } }))
  expect(await channel.readBack?.(work(''), since)).toMatchObject({
    kind: 'read',
    from: since,
    posts: [{ remote: { id: one.id }, text: 'Film', pictures: [{ url: expect.any(String) }] }],
  })
})

test.each([
  [36000, 2207004, 'rejected', 'media-too-large'],
  [36003, 2207009, 'rejected', 'media-unsupported'],
  [4, 2207051, 'rejected', 'rejected-by-channel'],
  [9, 2207042, 'limited', 'rate-limited'],
  [25, 2207050, 'rejected', 'rejected-by-channel'],
  [190, undefined, 'signed-out', 'signed-out'],
  [-2, 2207003, 'retry', 'unreachable'],
])('a container that is refused with %i (%s) comes to %s', async (code, subcode, kind, failure) => {
  const { contract, channel, work } = await start()
  contract.say(/POST .*media$/, errorOf(code, subcode))
  const outcome = await channel.publish(work(await reel()))
  expect(outcome).toMatchObject({ kind, failure: { code: failure } })
  expect(JSON.stringify(outcome)).not.toContain(USER_TOKEN)
})

test('tells what is not sent, and what is needed', async () => {
  const codes = async (draft: Partial<Draft>) => {
    const { problems } = await channelNamed('instagram').check(draftOf(draft), { clientId: '1234567890' })
    return problems.map(({ severity, code }) => `${severity} ${code}`)
  }
  expect(await codes({ text: 'x' })).toEqual(['error media-required'])
  const described = [await mediaOf(film(10), 'a.mp4', 'A film')]
  expect(await codes({ media: described })).toContain('warning alt-not-shown')
  expect(await codes({ media: [await image('a.png', 'One')], options: { share_to_feed: true } })).toContain(
    'warning option-unused',
  )
})

test.each([86_400_000, -86_400_000])('a lost answer is settled by a clock that is %i ms wrong', async (shift) => {
  const { contract, work } = await start()
  const skewed = channelNamed('instagram', { clock: { now: () => Date.now() + shift, after: () => () => {} } })
  const sent = work(await reel(), { marker: skewed.plan(draftOf(''), work('').settings) })
  contract.say(/POST .*(_publish)/, { fate: 'cut', after: true })
  expect(await skewed.publish(sent)).toMatchObject({ kind: 'unclear' })
  expect(await skewed.lookup?.(sent)).toMatchObject({ kind: 'found' })
})
