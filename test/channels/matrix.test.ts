import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import {
  ALIAS,
  MATRIX_PASSWORD,
  MATRIX_TOKEN,
  MATRIX_USER,
  ROOM,
  startMatrixContractServer,
} from '../fixtures/matrix-contract-server.ts'
import { channelNamed, draftOf, mediaOf, sessionSlot, tools, uploadNotes, workOf } from './channel-world.ts'

/* Against a contract server: it is no Matrix, but holds every request to the client-server API. */
const matrix = channelNamed('matrix')
type Contract = Awaited<ReturnType<typeof startMatrixContractServer>>
let contract: Contract

const start = async (...about: Parameters<typeof startMatrixContractServer>) => {
  contract = await startMatrixContractServer(...about)
  const typed = { account: contract.url, room: ALIAS, by: 'token' }
  const settings = { ...typed, base: `${contract.url}/`, user: MATRIX_USER, roomId: ROOM, uploadBytes: 1_000_000 }
  return {
    typed,
    settings,
    work: (draft: Partial<Draft> | string, more: Parameters<typeof workOf>[2] = {}) =>
      workOf(matrix, draftOf(draft), { settings, secret: MATRIX_TOKEN, ...more }),
  }
}
const published = async (work: Parameters<typeof matrix.publish>[0]) => {
  const outcome = await matrix.publish(work)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome.remote
}
const said = (index: number) => contract.events.at(index)?.content ?? {}
const picture = (width = 8) =>
  sharp({ create: { width, height: 9, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
const puts = () =>
  contract.requests.filter(({ path }) => path.includes('/send/')).map(({ path }) => path.split('/').at(-1))
const codes = async (draft: Partial<Draft>, settings: Record<string, unknown> = { account: '@me:a.org', room: ROOM }) =>
  (await matrix.check(draftOf(draft), settings)).problems.map(({ severity, code }) => `${severity} ${code}`)

test.each([
  ['@me:example.org', '#news:example.org', '@me:example.org', '#news:example.org'],
  ['matrix.example.org', '!abc', 'https://matrix.example.org', '!abc'],
  [' @me:a.org ', 'https://matrix.to/#/%23news%3Aexample.org?via=a.org', '@me:a.org', '#news:example.org'],
])('an account typed as %j and a room typed as %j are understood', (account, room, one, other) => {
  expect(matrix.settings.parse({ account, room })).toEqual({ account: one, room: other, by: 'token' })
})

test.each([
  { account: '@me', room: '#a:b.org' },
  { account: 'http://matrix.example.org', room: '#a:b.org' },
  { account: '@me:b.org', room: 'news' },
])('settings such as %j are refused', (settings) => {
  expect(matrix.settings.safeParse(settings).success).toBe(false)
})

test('connects: finds the server, who it is, the room, its powers, and how large a file may be', async () => {
  const { typed, settings, work } = await start()
  expect(await matrix.connect(work('', { settings: typed }))).toEqual({
    kind: 'valid',
    identity: `${MATRIX_USER} in The News`,
    settings,
  })
  // Who is asked for the server is shown no token.
  expect(contract.requests.slice(0, 2).map(({ headers }) => headers.authorization)).toEqual([undefined, undefined])
})

test('the server is found by the domain of a Matrix address', async () => {
  const { typed, work } = await start()
  const account = `@posthorn:${new URL(contract.url).host}`
  expect(await matrix.connect(work('', { settings: { ...typed, account } }))).toMatchObject({ kind: 'valid' })
})

test.each([
  ['an encrypted room', { 'm.room.encryption/': { algorithm: 'm.megolm.v1.aes-sha2' } }, 'encrypted'],
  ['a room it is not in', { [`m.room.member/${MATRIX_USER}`]: { membership: 'invite' } }, 'not in this room'],
  ['a room where it may not speak', { 'm.room.power_levels/': { events_default: 50 } }, 'power of 0, and 50'],
  [
    'a room where messages need more',
    { 'm.room.power_levels/': { users: { [MATRIX_USER]: 50 }, events: { 'm.room.message': 100 } } },
    'power of 50, and 100',
  ],
])('%s is refused with words', async (_, state, words) => {
  const { typed, work } = await start({ state })
  expect(await matrix.connect(work('', { settings: typed }))).toMatchObject({
    kind: 'refused',
    failure: { code: 'rejected-by-channel', field: 'settings.room', message: expect.stringContaining(words) },
  })
})

test('a room without powers, and one of a kind that does not name its owners, are taken', async () => {
  const { typed, work } = await start({ state: { 'm.room.power_levels/': null } })
  expect(await matrix.connect(work('', { settings: typed }))).toMatchObject({ kind: 'valid' })
  contract.state['m.room.power_levels/'] = { users: {}, events_default: 50 }
  contract.state['m.room.create/'] = { room_version: '12' }
  expect(await matrix.connect(work('', { settings: typed }))).toMatchObject({ kind: 'valid' })
})

test('what is wrong is told: the token, the room, the server', async () => {
  const { typed, work } = await start()
  const wrong = { kind: 'refused', failure: { code: 'wrong-credentials', field: 'secret' } }
  expect(await matrix.connect(work('', { settings: typed, secret: 'syt_other_token' }))).toMatchObject(wrong)
  expect(await matrix.connect(work('', { settings: typed, secret: 'x y' }))).toMatchObject(wrong)
  expect(await matrix.connect(work('', { settings: { ...typed, room: '#other:example.org' } }))).toMatchObject({
    kind: 'refused',
    failure: { code: 'not-found' },
  })
  contract.say(/versions/, { status: 200, body: '<html>' })
  expect(await matrix.connect(work('', { settings: typed }))).toMatchObject({
    kind: 'refused',
    failure: { code: 'channel-error', field: 'settings.account' },
  })
})

test('a domain must not lead where nothing is encrypted', async () => {
  const { typed, work } = await start()
  contract.say(/well-known/, { status: 200, body: { 'm.homeserver': { base_url: 'http://matrix.example.org' } } })
  expect(await matrix.connect(work('', { settings: typed }))).toMatchObject({
    kind: 'refused',
    failure: { message: expect.stringContaining('not encrypted') },
  })
})

test('signs in by password, keeps the token, and gets another when it has ended, for the same device', async () => {
  const { typed, settings, work } = await start()
  const session = sessionSlot()
  const about = { secret: MATRIX_PASSWORD, session }
  const [account, by] = [MATRIX_USER, 'password']
  const own = { ...settings, account, by }
  expect(await matrix.connect(work('', { ...about, settings: { ...typed, account: contract.url, by } }))).toMatchObject(
    {
      kind: 'refused',
      failure: { message: expect.stringContaining('who you are') },
    },
  )
  await published(work('One', { ...about, settings: own }))
  await published(work('Two', { ...about, settings: own }))
  expect(contract.logins()).toBe(1)
  const { device } = JSON.parse(session.value ?? '') as { device: string }
  contract.endTokens()
  await published(work('Three', { ...about, settings: own }))
  expect(contract.logins()).toBe(2)
  expect(JSON.parse(session.value ?? '')).toEqual({ device, token: 'syt_by_password_2' })
  expect(contract.standing()).toHaveLength(3)
})

test('a wrong password, and a server that takes none, are told apart', async () => {
  const { settings, work } = await start()
  const own = { ...settings, account: MATRIX_USER, by: 'password' }
  expect(await matrix.publish(work('x', { settings: own, secret: 'wrong one' }))).toMatchObject({
    kind: 'signed-out',
    failure: { message: expect.stringContaining('password') },
  })
  const other = await start({ flows: ['m.login.sso'] })
  expect(
    await matrix.publish(other.work('x', { settings: { ...own, base: contract.url }, secret: MATRIX_PASSWORD })),
  ).toMatchObject({ kind: 'rejected', failure: { field: 'settings.by' } })
})

test('a text goes as it is, and as a notice where it is told so', async () => {
  const { work } = await start()
  const remote = await published(work('Tom & <b>Jerry</b>\n*x* 😀'))
  expect(remote).toEqual({
    id: `${ROOM} $event-1_abc`,
    url: 'https://matrix.to/#/!news%3Aexample.org/%24event-1_abc',
    parts: [],
  })
  expect(said(0)).toMatchObject({ msgtype: 'm.text', body: 'Tom & <b>Jerry</b>\n*x* 😀', 'm.mentions': {} })
  expect(said(0)).not.toHaveProperty('formatted_body')
  await published(work({ text: 'Quietly', options: { notice: true } }))
  expect(said(1)).toMatchObject({ msgtype: 'm.notice' })
})

test('emphasis and names become what Matrix shows, and those who are named are told', async () => {
  const { work } = await start()
  const text = 'Read <this>, @bob:example.org.\n\nNow'
  const emphasis = [{ kind: 'bold', start: 0, end: 4 }] as const
  await published(work({ text, emphasis }))
  expect(said(0)).toMatchObject({
    body: text,
    format: 'org.matrix.custom.html',
    formatted_body:
      '<p><strong>Read</strong> &lt;this&gt;, <a href="https://matrix.to/#/%40bob%3Aexample.org">@bob:example.org</a>.</p><p>Now</p>',
    'm.mentions': { user_ids: ['@bob:example.org'] },
  })
})

test('answers a message, and goes to a thread', async () => {
  const { work } = await start()
  const link = 'https://matrix.to/#/!news%3Aexample.org/%24first_abc?via=example.org'
  await published(work({ text: 'Yes', options: { reply_to: link } }))
  await published(work({ text: 'And', options: { thread: '$first_abc' } }))
  expect(said(0)['m.relates_to']).toEqual({ 'm.in_reply_to': { event_id: '$first_abc' } })
  expect(said(1)['m.relates_to']).toEqual({
    rel_type: 'm.thread',
    event_id: '$first_abc',
    is_falling_back: true,
    'm.in_reply_to': { event_id: '$first_abc' },
  })
})

test('files arrive byte for byte, the words beside the first, and all of them are taken down', async () => {
  const { work } = await start()
  const [png, clip] = [await picture(), Buffer.from('\0\0\0\x18ftypmp42', 'latin1')]
  const media = [await mediaOf(png, 'a.png'), await mediaOf(clip, 'b ä.mp4')]
  const steps: number[] = []
  const sent = work({ text: 'Look', media }, { onProgress: (done) => void steps.push(done) })
  const remote = await published(sent)
  expect(remote.id).toBe(`${ROOM} $event-1_abc $event-2_abc`)
  expect(said(0)).toMatchObject({
    msgtype: 'm.image',
    body: 'Look',
    filename: 'a.png',
    info: { mimetype: 'image/png', size: png.length, w: 8, h: 9 },
  })
  expect(said(1)).toMatchObject({ msgtype: 'm.video', body: 'b ä.mp4', filename: 'b ä.mp4' })
  expect([...contract.files.values()].map(({ bytes, name }) => [name, bytes])).toEqual([
    ['a.png', png],
    ['b ä.mp4', clip],
  ])
  expect(steps.at(-1)).toBe(png.length + clip.length)
  expect(await matrix.lookup?.(sent)).toEqual({ kind: 'found', remote })
  expect(await matrix.unpublish?.(sent, remote)).toEqual({ kind: 'done', remote })
  expect(contract.standing()).toEqual([])
  expect(await matrix.lookup?.(sent)).toEqual({ kind: 'absent' })
  expect(await matrix.unpublish?.(sent, remote)).toEqual({ kind: 'done', remote })
})

test('a post of several files goes on where it stopped, and no file is uploaded twice', async () => {
  const { work } = await start()
  const media = [await mediaOf(await picture(), 'a.png'), await mediaOf(await picture(9), 'b.png')]
  const sent = work({ text: 'Two', media }, { notes: uploadNotes() })
  contract.say(/\/send\/.*\.1$/, { status: 503, body: 'later' })
  expect(await matrix.publish(sent)).toMatchObject({ kind: 'unclear' })
  expect(await matrix.lookup?.(sent)).toEqual({ kind: 'absent' })
  const remote = await published(sent)
  expect(remote.id.split(' ')).toHaveLength(3)
  expect(contract.standing()).toHaveLength(2)
  expect(contract.files.size).toBe(2)
  expect(new Set(puts()).size).toBe(2)
})

test('a repeated transaction says nothing twice, and where a server forgets it, what stands is found', async () => {
  const { work } = await start()
  const sent = work('Once')
  const first = await published({ ...sent, notes: uploadNotes() })
  expect(await published({ ...sent, notes: uploadNotes() })).toEqual(first)
  expect([contract.standing().length, puts().length]).toEqual([1, 2])
  const other = await start({ forgets: true })
  const lost = other.work('Twice?')
  contract.say(/\/send\//, { fate: 'cut', after: true })
  expect(await matrix.publish(lost)).toMatchObject({ kind: 'unclear' })
  expect(await published(lost)).toMatchObject({ id: `${ROOM} $event-1_abc` })
  expect(contract.standing()).toHaveLength(1)
})

test('a clock that is a day ahead does not hide what stands', async () => {
  const { settings, work } = await start({ forgets: true })
  const ahead = channelNamed('matrix', { clock: { ...tools.clock, now: () => Date.now() + 86_400_000 } })
  const sent = work('Early', { marker: ahead.plan(draftOf('Early'), settings) })
  contract.say(/\/send\//, { fate: 'cut', after: true })
  expect(await ahead.publish(sent)).toMatchObject({ kind: 'unclear' })
  expect(await ahead.lookup?.(sent)).toMatchObject({ kind: 'found' })
})

test('what was said long before, or by others, is not taken for the post', async () => {
  const { work } = await start()
  for (let index = 0; index < 25; index += 1) contract.speak({ msgtype: 'm.text', body: 'Same' }, '@bob:example.org')
  const sent = work('Same')
  expect(await matrix.lookup?.(sent)).toEqual({ kind: 'absent' })
  const remote = await published(sent)
  for (let index = 0; index < 25; index += 1) contract.speak({ msgtype: 'm.text', body: 'Same' })
  expect(await matrix.lookup?.(sent)).toEqual({ kind: 'found', remote })
})

test('edits a text, and the words beside a file, which stays; nobody is called twice', async () => {
  const { work } = await start()
  const sent = work('Hello @bob:example.org')
  const remote = await published(sent)
  const changed = { ...sent, draft: draftOf('Hi @bob:example.org'), standing: { publishedAt: 0, versions: 1 } }
  expect(await matrix.edit?.(changed, remote)).toEqual({ kind: 'done', remote })
  expect(said(1)).toMatchObject({
    body: '* Hi @bob:example.org',
    'm.mentions': {},
    'm.new_content': { body: 'Hi @bob:example.org', 'm.mentions': { user_ids: ['@bob:example.org'] } },
    'm.relates_to': { rel_type: 'm.replace', event_id: '$event-1_abc' },
  })
  const media = [await mediaOf(await picture(), 'a.png')]
  const withFile = work({ text: 'Look', media })
  const shown = await published(withFile)
  await matrix.edit?.({ ...withFile, draft: draftOf({ text: '', media }) }, shown)
  expect(said(3)['m.new_content']).toMatchObject({ msgtype: 'm.image', body: 'a.png', url: said(2)['url'] })
  expect(await matrix.readBack?.(sent, Date.now() - 1000)).toMatchObject({
    kind: 'read',
    posts: [
      { remote: shown, text: '' },
      { remote, text: 'Hi @bob:example.org' },
    ],
  })
})

test('a text that only fits once cannot be changed', async () => {
  const { work } = await start()
  const sent = work('Short')
  const remote = await published(sent)
  const long = { ...sent, draft: draftOf('x'.repeat(40_000)) }
  expect(await matrix.edit?.(long, remote)).toMatchObject({ kind: 'refused', failure: { code: 'text-too-long' } })
})

test('a room that was encrypted meanwhile is not spoken in', async () => {
  const { work } = await start({ state: { 'm.room.encryption/': { algorithm: 'm.megolm.v1.aes-sha2' } } })
  expect(await matrix.publish(work('x'))).toMatchObject({
    kind: 'rejected',
    failure: { message: expect.stringContaining('encrypted') },
  })
  expect(contract.standing()).toEqual([])
})

test.each([
  [403, { errcode: 'M_FORBIDDEN', error: 'no' }, { kind: 'rejected', failure: { code: 'rejected-by-channel' } }],
  [413, { errcode: 'M_TOO_LARGE', error: 'no' }, { kind: 'rejected', failure: { code: 'media-too-large' } }],
  [401, { errcode: 'M_UNKNOWN_TOKEN', error: `no ${MATRIX_TOKEN}` }, { kind: 'signed-out' }],
  [
    400,
    { errcode: 'M_BAD_JSON', error: 'Odd' },
    { kind: 'rejected', failure: { message: expect.stringContaining('Odd') } },
  ],
  [404, '<html>', { kind: 'rejected', failure: { code: 'channel-error' } }],
  [502, '<html>', { kind: 'unclear' }],
])('an answer %i %j becomes words', async (status, body, expected) => {
  const { work } = await start()
  contract.say(/\/send\//, { status, body })
  const outcome = await matrix.publish(work('x'))
  expect(outcome).toMatchObject(expected)
  expect(JSON.stringify(outcome)).not.toContain(MATRIX_TOKEN)
})

test('waits as long as the server asks', async () => {
  const { work } = await start()
  const body = { errcode: 'M_LIMIT_EXCEEDED', error: 'Too many requests', retry_after_ms: 45_000 }
  contract.say(/\/send\//, { status: 429, body })
  const outcome = await matrix.publish(work('x'))
  expect(outcome).toMatchObject({ kind: 'limited' })
  expect(outcome.kind === 'limited' ? outcome.until : 0).toBeGreaterThan(Date.now() + 30_000)
})

test('counts bytes, with what must be written out, and takes files up to what the server says', async () => {
  expect((await matrix.check(draftOf('é😀'), { account: '@me:a.org', room: ROOM })).count).toEqual({
    used: 6,
    max: 60_000,
    unit: 'bytes',
  })
  expect(await codes({ text: '"'.repeat(59_000) })).toEqual(['warning text-nearly-full', 'error text-too-long'])
  expect(await codes({ text: 'x'.repeat(60_001) })).toEqual(['error text-too-long'])
  const media = [{ ...(await mediaOf(Buffer.from('x'), 'a.mp4')), size: 2_000_000 }]
  expect(await codes({ media })).toEqual([])
  expect(await codes({ media }, { account: '@me:a.org', room: ROOM, uploadBytes: 1_000_000 })).toContain(
    'error media-too-large',
  )
  expect(await codes({ media, options: { notice: true } })).toEqual(['warning option-unused'])
})

test('finds people by name: in the directory, and where that is closed, in the room', async () => {
  const { work } = await start()
  expect(await matrix.mentions?.(work(''), '@ali')).toEqual({
    kind: 'known',
    entries: [{ id: '@alice:example.org', name: 'Alice', handle: '@alice:example.org', insert: '@alice:example.org' }],
  })
  contract.closeDirectory()
  expect(await matrix.mentions?.(work(''), 'bo')).toMatchObject({ entries: [{ id: '@bob:example.org' }] })
})
