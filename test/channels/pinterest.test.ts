import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { createPinterest } from '../../src-main/channels/pinterest.ts'
import { bytesOf, LEFT_OUT } from '../fixtures/contract-server.ts'
import { APP, BOARDS, session, startPinterestContractServer } from '../fixtures/pinterest-contract-server.ts'
import { draftOf, mediaOf, sessionSlot, tools, uploadNotes, workOf } from './channel-world.ts'

/* Against a contract server: it is no Pinterest, but holds every request to its description. */
const pinterest = createPinterest(tools)
type Contract = Awaited<ReturnType<typeof startPinterestContractServer>>
let contract: Contract
const [SUMMER, WINTER] = BOARDS.map(({ id }) => id)

const start = async () => {
  contract = await startPinterestContractServer()
  const settings = { clientId: APP.clientId, server: contract.url }
  return {
    settings,
    work: (draft: Partial<Draft>, more: Parameters<typeof workOf>[2] = {}) =>
      workOf(pinterest, draftOf(draft), {
        settings,
        secret: APP.secret,
        session: sessionSlot(session()),
        destination: SUMMER ?? null,
        ...more,
      }),
  }
}
const picture = async (colour = 'red', alt = '', format: 'png' | 'webp' = 'png') =>
  mediaOf(
    await sharp({ create: { width: 20, height: 30, channels: 3, background: colour } })
      .toFormat(format)
      .toBuffer(),
    `${colour}.${format}`,
    alt,
  )
const movie = () =>
  mediaOf(Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), randomBytes(300_000)]), 'film.mp4')
const published = async (work: Parameters<typeof pinterest.publish>[0]) => {
  const outcome = await pinterest.publish(work)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome.remote
}
const standing = () => [...contract.pins.values()]
const calls = () => contract.requests.map(({ method, path }) => `${method} ${path.replace('/v5', '')}`)

test.skipIf(LEFT_OUT !== '')(`the contract server refuses what Pinterest does not have${LEFT_OUT}`, async () => {
  await start()
  const ask = (path: string, body: object) =>
    fetch(`${contract.url}/v5/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer x' },
      body: JSON.stringify(body),
    })
  const source = { source_type: 'image_base64', content_type: 'image/jpeg', data: 'AAAAAAAA' }
  const answers = await Promise.all([
    ask('pins', { board_id: 'mine', media_source: source }),
    ask('pins', { board_id: '1', title: 'x'.repeat(101), media_source: source }),
    ask('pins', { board_id: '1', media_source: { ...source, content_type: 'image/webp' } }),
    ask('media', { media_type: 'image' }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400])
  // Each breaks both what the description says and what the project holds itself to.
  expect(contract.breaches.splice(0)).toHaveLength(8)
})

test('says what it can', () => {
  const { can, group, guide } = pinterest.descriptor
  expect(can).toMatchObject({ edit: true, unpublish: true, lookup: true, readBack: true, destinations: true })
  expect([group, guide.length]).toEqual(['app', 5])
  expect(JSON.stringify(pinterest.descriptor.settings)).not.toContain('server')
})

test('signs in by the browser, connects as the person, and lists the boards', async () => {
  const { settings } = await start()
  const asked = { settings, secret: APP.secret, redirect: 'http://127.0.0.1:5000/', signal: AbortSignal.timeout(9000) }
  const begun = await pinterest.signIn?.begin(asked)
  if (begun?.kind !== 'begun') throw new Error(JSON.stringify(begun))
  const agreed = new URL(begun.url).searchParams
  expect(agreed.get('scope')).toBe('user_accounts:read,boards:read,boards:write,pins:read,pins:write')
  const arrived = new URL(`http://127.0.0.1:5000/?code=abc&state=${agreed.get('state')}`)
  const signed = await pinterest.signIn?.finish(asked, begun.memory, arrived)
  if (signed?.kind !== 'signed-in') throw new Error(JSON.stringify(signed))
  const access = { ...asked, session: sessionSlot(signed.session), destination: null }
  const connected = await pinterest.connect(access)
  expect(connected).toMatchObject({
    kind: 'valid',
    identity: '@example',
    picture: 'https://i.pinimg.com/a.jpg',
    renewAt: expect.any(Number),
  })
  expect(connected.kind === 'valid' && connected.permissions?.every(({ granted }) => granted)).toBe(true)
  expect(await pinterest.destinations?.(access)).toEqual({ kind: 'known', entries: BOARDS })
})

test('pins an image with its words to the board of the account, or to one of the post', async () => {
  const { work } = await start()
  const options = { title: 'Soup', link: 'https://example.com/soup', board_section_id: '77' }
  const remote = await published(work({ text: 'Warm', media: [await picture('red', 'A bowl')], options }))
  const [one] = standing()
  expect(remote).toEqual({ id: one?.id, url: `https://www.pinterest.com/pin/${one?.id}/`, parts: [] })
  expect(one).toMatchObject({
    board_id: SUMMER,
    board_section_id: '77',
    title: 'Soup',
    description: 'Warm',
    link: 'https://example.com/soup',
    alt_text: 'A bowl',
    media_source: { source_type: 'image_base64', content_type: 'image/png' },
  })
  await published(work({ media: [await picture('blue', '', 'webp')], options: { board_id: WINTER } }))
  expect(standing()[1]).toMatchObject({ board_id: WINTER, media_source: { content_type: 'image/jpeg' } })
  expect(standing()[1]).not.toHaveProperty('description')
})

test('several images are a carousel in their order', async () => {
  const { work } = await start()
  const media = [await picture('red'), await picture('green'), await picture('blue')]
  await published(work({ text: 'Three', media }))
  const { items } = z3(standing()[0]?.media_source)
  const colours = await Promise.all(
    items.map(async ({ data }) => (await sharp(Buffer.from(data, 'base64')).stats()).dominant),
  )
  expect(colours.map(({ r, g, b }) => [r > 100, g > 100, b > 100])).toEqual([
    [true, false, false],
    [false, true, false],
    [false, false, true],
  ])
})
const z3 = (source: object | undefined) => source as { items: { data: string }[] }

test('a video is uploaded, waited for, and pinned with its cover; a second try does not send it again', async () => {
  const { work } = await start()
  contract.next.processing = 1
  const file = await movie()
  const notes = uploadNotes()
  const progress: number[] = []
  const draft = { text: 'Film', media: [file], options: { cover_seconds: 2 } }
  contract.say(/^POST \/v5\/pins/, { status: 503, body: 'busy' })
  const attempt = work(draft, { notes, onProgress: (sent) => void progress.push(sent) })
  expect(await pinterest.publish(attempt)).toMatchObject({ kind: 'unclear' })
  expect(await pinterest.lookup?.(attempt)).toEqual({ kind: 'absent' })
  await published(attempt)
  expect(calls().filter((call) => call === 'POST /storage')).toHaveLength(1)
  const upload = contract.requests.find(({ path }) => path === '/storage')
  expect((await bytesOf(upload?.form, 'file')).length).toBe(file.size)
  expect(progress.at(-1)).toBe(file.size)
  expect(standing()[0]?.media_source).toMatchObject({ source_type: 'video_id', cover_image_key_frame_time: 2 })
  await published(work({ media: [await movie(), await picture()] }))
  expect(standing()[1]?.media_source).toMatchObject({ cover_image_content_type: 'image/png' })
})

test('a video that Pinterest cannot use, and an upload that is cut, are told; nothing stands', async () => {
  const { work } = await start()
  contract.next.failed = true
  const notes = uploadNotes()
  const draft = { media: [await movie()] }
  expect(await pinterest.publish(work(draft, { notes }))).toMatchObject({
    kind: 'rejected',
    failure: { code: 'media-unsupported' },
  })
  contract.next.failed = false
  contract.say(/storage/, { fate: 'cut' })
  expect(await pinterest.publish(work(draft))).toMatchObject({ kind: 'retry' })
  expect(contract.pins.size).toBe(0)
})

test('a lost answer is settled by the words on the board', async () => {
  const { work } = await start()
  const draft = { text: 'Once  only', media: [await picture()], options: { link: 'https://example.com' } }
  contract.say(/^POST \/v5\/pins/, { fate: 'cut', after: true })
  const attempt = work(draft)
  expect(await pinterest.publish(attempt)).toMatchObject({ kind: 'unclear' })
  expect(await pinterest.lookup?.(attempt)).toMatchObject({ kind: 'found', remote: { id: standing()[0]?.id } })
  expect(await pinterest.lookup?.(work({ ...draft, text: 'Another' }))).toEqual({ kind: 'absent' })
  expect(await pinterest.lookup?.(work(draft, { destination: WINTER ?? null }))).toEqual({ kind: 'absent' })
  const later = work(draft, { marker: String(Date.now() + 600_000) })
  expect(await pinterest.lookup?.(later)).toEqual({ kind: 'absent' })
})

test('a post without a board, or without a file, is refused before anything is sent', async () => {
  const { work } = await start()
  const media = [await picture()]
  expect(await pinterest.publish(work({ media }, { destination: null }))).toMatchObject({
    kind: 'rejected',
    failure: { message: expect.stringContaining('board') },
  })
  expect(await pinterest.publish(work({ text: 'x' }))).toMatchObject({ kind: 'rejected', failure: { field: 'media' } })
  expect(contract.requests).toEqual([])
})

test('a limit is kept as its header says it', async () => {
  const { work } = await start()
  const media = [await picture()]
  const headers = { 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '900' }
  contract.say(/pins/, { ...contract.refuse(429, 8, 'You have exceeded your rate limit.'), headers })
  const before = Date.now()
  const outcome = await pinterest.publish(work({ media }))
  expect(outcome.kind === 'limited' && outcome.until - before).toBeGreaterThanOrEqual(900_000)
})

test.each([
  [400, 1, 'Invalid title', 'rejected', 'rejected-by-channel'],
  [403, 29, 'Apps with Trial access may not create Pins in production', 'rejected', 'rejected-by-channel'],
  [404, 40, 'Board not found.', 'rejected', 'not-found'],
  [413, 1, 'Too large', 'rejected', 'media-too-large'],
  [500, 1, 'Oops', 'unclear', 'answer-lost'],
])('%i %i %s is %s', async (status, code, message, kind, failure) => {
  const { work } = await start()
  contract.say(/^POST \/v5\/pins/, contract.refuse(status, code, message))
  expect(await pinterest.publish(work({ media: [await picture()] }))).toMatchObject({
    kind,
    failure: { code: failure },
  })
})

test('a token that is refused is renewed once; when that does not help, the person signs in again', async () => {
  const { work } = await start()
  const media = [await picture()]
  contract.say(/^POST \/v5\/pins/, contract.refuse(401, 2, 'Authentication failed.'))
  await published(work({ media }))
  expect(calls()).toContain('POST /oauth/token')
  contract.say(/^POST \/v5\/pins/, contract.refuse(401, 2, 'Authentication failed.'))
  contract.say(/^POST \/v5\/pins/, contract.refuse(401, 2, 'Authentication failed.'))
  expect(await pinterest.publish(work({ media }))).toMatchObject({ kind: 'signed-out' })
})

test('edits the words, deletes, and reads back', async () => {
  const { work } = await start()
  const draft = { text: 'Before', media: [await picture('red', 'A bowl')], options: { title: 'Soup' } }
  const remote = await published(work(draft))
  const after = work({ ...draft, text: 'After', options: { title: 'Stew', board_id: WINTER } })
  expect(await pinterest.edit?.(after, remote)).toEqual({ kind: 'done', remote })
  expect(standing()[0]).toMatchObject({ title: 'Stew', description: 'After', board_id: WINTER })
  expect(await pinterest.readBack?.(after, Date.now() - 60_000)).toMatchObject({
    kind: 'read',
    posts: [{ remote, text: 'Stew\n\nAfter', pictures: [{ alt: 'A bowl' }] }],
  })
  expect(await pinterest.unpublish?.(after, remote)).toEqual({ kind: 'done', remote })
  expect(await pinterest.unpublish?.(after, remote)).toEqual({ kind: 'done', remote })
  expect(await pinterest.edit?.(after, remote)).toMatchObject({ kind: 'refused', failure: { code: 'not-found' } })
})
