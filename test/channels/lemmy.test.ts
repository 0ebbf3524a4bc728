import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { COMMUNITIES, lemmyAccount, ME, PASSWORD, startLemmyContractServer } from '../fixtures/lemmy-contract-server.ts'
import { channelNamed, draftOf, mediaOf, sessionSlot, type TestWork, uploadNotes, workOf } from './channel-world.ts'

/* Against a contract server: it is no Lemmy, but holds every request to what its makers write of it. */
const lemmy = channelNamed('lemmy')
const [BOOKS, FILMS] = COMMUNITIES.map(({ id }) => id)

const start = async (about: Parameters<typeof startLemmyContractServer>[0] = {}) => {
  const contract = await startLemmyContractServer(about)
  const settings = lemmyAccount(contract.url)
  const session = sessionSlot()
  const work = (draft: Partial<Draft> | string, more: Partial<TestWork> = {}) =>
    workOf(lemmy, draftOf(draft), { settings, secret: PASSWORD, session, ...more })
  const published = async (one: TestWork) => {
    const outcome = await lemmy.publish(one)
    if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
    return outcome.remote
  }
  const standing = () => [...contract.posts.values()]
  return { contract, settings, session, work, published, standing }
}
const picture = async (alt = '', colour = 'red') =>
  mediaOf(
    await sharp({ create: { width: 8, height: 8, channels: 3, background: colour } })
      .png()
      .toBuffer(),
    `${colour}.png`,
    alt,
  )
const codes = async (draft: Partial<Draft>) =>
  (await lemmy.check(draftOf(draft), lemmyAccount('https://lemmy.example'))).problems.map(
    ({ severity, code }) => `${severity} ${code}`,
  )

test('says what it can', () => {
  const { can, group, guide, edits } = lemmy.descriptor
  expect(can).toMatchObject({
    edit: true,
    unpublish: true,
    lookup: true,
    readBack: true,
    destinations: true,
    mentions: true,
    thread: false,
  })
  expect([group, guide.length, edits]).toEqual(['open', 3, { withinMinutes: null, max: null }])
  expect(Object.keys(lemmy.descriptor.settings['properties'] as object)).toEqual(['server', 'username', 'community'])
})

test('connects with a password, keeps the token apart, and what the server told of itself', async () => {
  const { contract, settings, session, work } = await start()
  const { told, ...typed } = settings
  const connected = await lemmy.connect(work('', { settings: { ...typed, server: `${contract.url}/c/books` } }))
  expect(connected).toMatchObject({ kind: 'valid', settings: { server: contract.url, told }, picture: ME.avatar })
  expect(connected.kind === 'valid' && connected.identity).toBe(`@${ME.name}@${new URL(contract.url).host}`)
  expect(session.value).toBe(JSON.stringify({ jwt: contract.state.token }))
})

test('a token that was pasted is taken in place of a password', async () => {
  const { contract, work } = await start()
  expect(await lemmy.connect(work('', { secret: contract.state.token }))).toMatchObject({ kind: 'valid' })
  expect(contract.state.logins).toBe(0)
})

test('a wrong password, a second factor and an unknown community are refused with what to do', async () => {
  const { contract, settings, work } = await start()
  expect(await lemmy.connect(work('', { secret: 'not the password' }))).toMatchObject({
    kind: 'refused',
    failure: { code: 'wrong-credentials', field: 'secret' },
  })
  const other = { settings: { ...settings, community: '!nothing@lemmy.example' } }
  expect(await lemmy.connect(work('', other))).toMatchObject({
    kind: 'refused',
    failure: { code: 'not-found', next: expect.stringContaining('!name@server') },
  })
  contract.state.secondFactor = true
  expect(await lemmy.connect(work('', { session: sessionSlot() }))).toMatchObject({
    kind: 'refused',
    failure: { message: expect.stringContaining('second factor'), next: expect.stringContaining('cookie') },
  })
})

test('the first line is the title, the first link its link, and lines stay apart', async () => {
  const { contract, work, published, standing } = await start()
  const remote = await published(work('A book\n\nRead it:\nhttps://example.com/a_b'))
  const [post] = standing()
  expect(remote).toEqual({ id: String(post?.id), url: `${contract.url}/post/${post?.id}`, parts: [] })
  expect(post).toMatchObject({
    name: 'A book',
    community_id: BOOKS,
    url: 'https://example.com/a_b',
    body: 'Read it:  \nhttps://example.com/a_b',
  })
})

test('emphasis is written as Markdown, and what would be read as Markdown is written out', async () => {
  const { work, published, standing } = await start()
  const text = 'Title\n\n# not *this* but bold, see https://example.com/a_b'
  const emphasis = [{ start: text.indexOf('bold'), end: text.indexOf('bold') + 4, kind: 'bold' }] as const
  await published(work({ text, emphasis }))
  expect(standing()[0]?.body).toBe('\\# not \\*this\\* but **bold**, see <https://example.com/a_b>')
})

test('options: title, link, community, language; the destination that was chosen', async () => {
  const { work, published, standing } = await start()
  const options = { title: 'A title', url: 'https://example.com/', community: '!films@other.example', language: 'en' }
  await published(work({ text: 'All of it', options }, { destination: String(BOOKS) }))
  await published(work('By its destination', { destination: String(FILMS) }))
  expect(standing()).toMatchObject([
    { name: 'A title', url: 'https://example.com/', body: 'All of it', community_id: FILMS, language_id: 37 },
    { name: 'By its destination', community_id: FILMS },
  ])
  expect(await lemmy.publish(work({ text: 'Auf Deutsch', options: { language: 'de' } }))).toMatchObject({
    kind: 'rejected',
    failure: { field: 'options', message: expect.stringContaining('de') },
  })
})

test.each([0, 1] as const)('the first image heads the post, others stand in it (version %i)', async (version) => {
  const { contract, work, published, standing } = await start({ version })
  const media = [await picture('A red [square]'), await picture('Blue [one]', 'blue')]
  const progress: number[] = []
  await published(work({ text: 'Pictures', media }, { onProgress: (sent, total) => progress.push(sent / total) }))
  const place = version === 0 ? 'pictrs/image' : 'api/v4/image'
  expect(standing()[0]).toMatchObject({
    url: `${contract.url}/${place}/1.png`,
    alt_text: 'A red [square]',
    body: `![Blue \\[one\\]](${contract.url}/${place}/2.png)`,
  })
  expect(progress.at(-1)).toBe(1)
})

test('an image that is there already is not uploaded again', async () => {
  const { contract, work, published } = await start()
  const one = work({ text: 'Pictures', media: [await picture()] })
  contract.say(/^POST \/api\/v3\/post$/, { status: 400, body: { error: 'rate_limit_error' } })
  const limited = await lemmy.publish(one)
  expect(limited).toMatchObject({ kind: 'limited', failure: { code: 'rate-limited' } })
  expect(limited.kind === 'limited' && limited.until - Date.now()).toBeGreaterThan(95_000)
  await published(one)
  expect(contract.images).toHaveLength(1)
})

test.each(['cut', 'torn'] as const)('an answer that is lost (%s) is unclear, and the server is asked', async (fate) => {
  const { contract, work, published, standing } = await start()
  await published(work('Same title\n\nolder'))
  const one = work('Same title\n\nnewer')
  contract.say(/^POST \/api\/v3\/post$/, { fate, after: true })
  expect(await lemmy.publish(one)).toMatchObject({ kind: 'unclear', failure: { code: 'answer-lost' } })
  expect(await lemmy.lookup?.(one)).toMatchObject({ kind: 'found', remote: { id: String(standing()[1]?.id) } })
  await published(one)
  expect(standing()).toHaveLength(2)
})

test('what never arrived is absent, though an older post has its title', async () => {
  const { contract, work, published } = await start()
  await published(work('Same title'))
  const one = work('Same title')
  contract.say(/^POST \/api\/v3\/post$/, { fate: 'cut' })
  expect(await lemmy.publish(one)).toMatchObject({ kind: 'unclear' })
  expect(await lemmy.lookup?.(one)).toEqual({ kind: 'absent' })
  expect(await lemmy.lookup?.(work('Another', { notes: uploadNotes() }))).toEqual({ kind: 'absent' })
})

test('a token that has ended is renewed by the password', async () => {
  const { contract, session, work, published } = await start()
  await session.save(JSON.stringify({ jwt: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjd9.ended' }))
  await published(work('Again'))
  expect(contract.state.logins).toBe(1)
})

test.each([
  ['banned_from_community', 'rejected', 'banned'],
  ['only_mods_can_post_in_community', 'rejected', 'moderators'],
  ['locked', 'rejected', 'closed'],
  ['slurs', 'rejected', 'filter'],
  ['something_new', 'rejected', 'something_new'],
  ['incorrect_login', 'signed-out', 'password'],
] as const)('the error %s is %s', async (error, kind, words) => {
  const { contract, work } = await start()
  contract.say(/^POST \/api\/v3\/post$/, { status: 400, body: { error } })
  const outcome = await lemmy.publish(work('A title'))
  expect(outcome).toMatchObject({ kind, failure: { message: expect.stringContaining(words) } })
})

test('edits a post and keeps its images, takes it down, and does so twice', async () => {
  const { work, published, standing } = await start()
  const remote = await published(work({ text: 'Title\n\nBody', media: [await picture(), await picture('b', 'blue')] }))
  expect(await lemmy.edit?.(work('New title\n\nNew body'), remote)).toEqual({ kind: 'done', remote })
  expect(standing()[0]).toMatchObject({ name: 'New title', body: expect.stringMatching(/^New body\n\n!\[b\]\(/) })
  expect(await lemmy.unpublish?.(work(''), remote)).toEqual({ kind: 'done', remote })
  expect(standing()[0]?.deleted).toBe(true)
  expect(await lemmy.unpublish?.(work(''), { ...remote, id: '9' })).toMatchObject({ kind: 'done' })
  expect(await lemmy.edit?.(work('New title'), remote)).toMatchObject({
    kind: 'refused',
    failure: { code: 'not-found' },
  })
})

test.each([0, 1] as const)('reads back what the account posted (version %i)', async (version) => {
  const { work, published } = await start({ version })
  const remote = await published(work({ text: 'Title\n\nOne\nTwo', media: [await picture('Red')] }))
  const read = await lemmy.readBack?.(work(''), Date.now() - 60_000)
  expect(read).toMatchObject({ kind: 'read', posts: [{ remote, text: 'Title\n\nOne\nTwo' }] })
  expect(await lemmy.readBack?.(work(''), Date.now() + 60_000)).toMatchObject({ kind: 'read', posts: [] })
})

test('knows the communities of the account, and the people of the server', async () => {
  const { work } = await start()
  expect(await lemmy.destinations?.(work(''))).toEqual({
    kind: 'known',
    entries: [
      { id: '21', name: 'Books (!books@lemmy.example)' },
      { id: '22', name: 'Films (!films@other.example)' },
    ],
  })
  expect(await lemmy.mentions?.(work(''), '@an')).toEqual({
    kind: 'known',
    entries: [{ id: '8', name: 'Anna', handle: '@anna@other.example', insert: '@anna@other.example' }],
  })
})

test.each<[string, Partial<Draft>, string[]]>([
  ['a good one', { text: 'A title' }, []],
  ['a title of 201', { text: 'x'.repeat(201) }, ['error title-too-long']],
  ['a title of two', { text: 'ab\n\nmore' }, ['error title-too-short']],
  ['a word of the filter in the title', { text: 'A BadWord' }, ['error text-refused']],
  ['a word of the filter in the text', { text: 'Title\n\nbadword' }, ['warning text-changed']],
  ['what a server does not take', { text: 'Title', options: { nsfw: true } }, ['error option-refused']],
])('checks %s', async (_, draft, problems) => {
  expect(await codes(draft)).toEqual(problems)
})
