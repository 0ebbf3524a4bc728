import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Draft, Offered } from '../../src-main/channels/channel.ts'
import { FOREM_KEY, startForemContractServer } from '../fixtures/forem-contract-server.ts'
import { channelNamed, draftOf, mediaOf, type TestWork, workOf } from './channel-world.ts'

/* Against a contract server: it is no Forem, but holds every request to what its makers write of it. */
const forem = channelNamed('forem')

const start = async () => {
  const contract = await startForemContractServer()
  const settings = { server: contract.url }
  const work = (draft: Partial<Draft> | string, more: Partial<TestWork> = {}) =>
    workOf(forem, draftOf(draft), { settings, secret: FOREM_KEY, ...more })
  const published = async (one: TestWork) => {
    const outcome = await forem.publish(one)
    if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
    return outcome.remote
  }
  const standing = () => [...contract.articles.values()]
  return { contract, settings, work, published, standing }
}
const relay = {
  offer: ({ name }: Offered) => Promise.resolve(`https://relay.example/${name}`),
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
  (await forem.check(draftOf(draft), {})).problems.map(({ severity, code }) => `${severity} ${code}`)

test('says what it can, and that its site is dev.to unless it is told another', () => {
  const { can, group, guide } = forem.descriptor
  expect(can).toMatchObject({ edit: true, unpublish: true, lookup: true, readBack: true, destinations: false })
  expect([group, guide[0]?.url]).toEqual(['token', 'https://dev.to/settings/extensions'])
  expect(forem.settings.parse({})).toEqual({ server: 'https://dev.to' })
  expect(forem.settings.parse({ server: 'forem.example/new' })).toEqual({ server: 'https://forem.example' })
  expect(forem.settings.safeParse({ server: 'http://forem.example' }).success).toBe(false)
})

test('connects as the person of the key, and refuses another key', async () => {
  const { contract, work } = await start()
  expect(await forem.connect(work(''))).toMatchObject({
    kind: 'valid',
    identity: `@example on ${new URL(contract.url).host}`,
    picture: 'https://forem.example/face.png',
  })
  expect(await forem.connect(work('', { secret: 'another' }))).toMatchObject({
    kind: 'refused',
    failure: { code: 'wrong-credentials', field: 'secret', next: expect.stringContaining('Extensions') },
  })
})

test('publishes an article with all that it can be told', async () => {
  const { contract, work, published, standing } = await start()
  const options = {
    title: 'A title',
    description: 'Short',
    tags: ['Web Dev', 'css'],
    series: 'A series',
    canonical_url: 'https://example.com/original',
    main_image: 'https://example.com/cover.png',
    organization_id: 5,
  }
  const remote = await published(work({ text: 'First\nSecond', options, tags: ['#CSS', 'js'] }))
  const [one] = standing()
  expect(remote).toEqual({ id: String(one?.id), url: `${contract.url}/example/${one?.id}`, parts: [] })
  expect(one).toMatchObject({
    ...options,
    tags: ['webdev', 'css', 'js'],
    body_markdown: 'First\nSecond',
    published: true,
  })
})

test('the first line is the title; a draft stays one', async () => {
  const { work, published, standing } = await start()
  await published(work({ text: 'Title\n\nText', options: { status: 'draft' } }))
  expect(standing()).toMatchObject([{ title: 'Title', body_markdown: 'Text', published: false }])
})

test('images are shown from the relay: the first as cover, others in the text', async () => {
  const { work, published, standing } = await start()
  const media = [await picture('a.png', 'A'), await picture('b.png', 'B')]
  await published(work({ text: 'Title\n\nText', media }, { relay }))
  expect(standing()[0]).toMatchObject({
    main_image: 'https://relay.example/a.png',
    body_markdown: 'Text\n\n![B](https://relay.example/b.png)',
  })
  expect(await forem.publish(work({ text: 'Title two', media }))).toMatchObject({
    kind: 'rejected',
    failure: { field: 'media', next: expect.stringContaining('Settings > Media relay') },
  })
})

test.each(['cut', 'torn'] as const)('an answer that is lost (%s) is unclear, and the site is asked', async (fate) => {
  const { contract, work, published, standing } = await start()
  await published(work('Same title\n\nolder'))
  const one = work('Same title\n\nnewer')
  contract.say(/^POST \/api\/articles$/, { fate, after: true })
  expect(await forem.publish(one)).toMatchObject({ kind: 'unclear', failure: { code: 'answer-lost' } })
  expect(await forem.lookup?.(one)).toMatchObject({ kind: 'found', remote: { id: String(standing()[1]?.id) } })
  await published(one)
  expect(standing()).toHaveLength(2)
})

test('what never arrived is absent', async () => {
  const { contract, work } = await start()
  const one = work('A title')
  contract.say(/^POST \/api\/articles$/, { fate: 'cut' })
  expect(await forem.publish(one)).toMatchObject({ kind: 'unclear' })
  expect(await forem.lookup?.(one)).toEqual({ kind: 'absent' })
})

test('waits as long as the site asks', async () => {
  const { contract, work } = await start()
  contract.say(/^POST \/api\/articles$/, {
    status: 429,
    body: { error: 'Rate limit reached, try again in 30 seconds', status: 429 },
    headers: { 'retry-after': '30' },
  })
  const outcome = await forem.publish(work('A title'))
  expect(outcome).toMatchObject({ kind: 'limited', failure: { code: 'rate-limited' } })
  expect(outcome.kind === 'limited' && outcome.until - Date.now()).toBeGreaterThan(25_000)
})

test.each([
  ['Canonical url has already been taken', 'original', 'options'],
  ['Tag "c++" contains non-alphanumeric or prohibited unicode characters', 'c++', 'options'],
  ['Title is too long (maximum is 128 characters)', 'too long', 'text'],
])('%s: the person is told, at its place', async (error, words, field) => {
  const { contract, work } = await start()
  contract.say(/^POST \/api\/articles$/, { status: 422, body: { error, status: 422 } })
  expect(await forem.publish(work('A title'))).toMatchObject({
    kind: 'rejected',
    failure: { code: 'rejected-by-channel', message: expect.stringContaining(words), field },
  })
})

test('the very article that stands already is refused by the site', async () => {
  const { work, published } = await start()
  await published(work('Title\n\nText'))
  expect(await forem.publish(work('Title\n\nText'))).toMatchObject({
    kind: 'rejected',
    failure: { message: expect.stringContaining('this very title and text') },
  })
})

test('edits an article and keeps its images; takes it down to a draft', async () => {
  const { work, published, standing } = await start()
  const media = [await picture('a.png'), await picture('b.png', 'B')]
  const remote = await published(work({ text: 'Title\n\nText', media }, { relay }))
  expect(await forem.edit?.(work('New title\n\nNew text'), remote)).toEqual({ kind: 'done', remote })
  expect(standing()[0]).toMatchObject({
    title: 'New title',
    body_markdown: 'New text\n\n![B](https://relay.example/b.png)',
    main_image: 'https://relay.example/a.png',
  })
  expect(await forem.unpublish?.(work(''), remote)).toEqual({ kind: 'done', remote })
  expect(standing()[0]?.published).toBe(false)
  expect(await forem.unpublish?.(work(''), { ...remote, id: '9' })).toMatchObject({ kind: 'done' })
  expect(await forem.edit?.(work('New title'), { ...remote, id: '9' })).toMatchObject({
    kind: 'refused',
    failure: { code: 'not-found' },
  })
})

test('reads back what is published, not drafts', async () => {
  const { work, published } = await start()
  const remote = await published(work('Title\n\nText'))
  await published(work({ text: 'A draft', options: { status: 'draft' } }))
  expect(await forem.readBack?.(work(''), Date.now() - 60_000)).toMatchObject({
    kind: 'read',
    posts: [{ remote, text: 'Title\n\nText' }],
  })
})

test.each<[string, Partial<Draft>, string[]]>([
  ['a good one', { text: 'Title\n\nText' }, []],
  ['a title of 129', { text: 'x'.repeat(129) }, ['error title-too-long']],
  ['what would be read as settings', { text: 'Title\n\n---\na: b\n---' }, ['error front-matter']],
  ['five tags', { text: 'Title', tags: ['a', 'b', 'c', 'd', 'e'] }, ['warning too-many-tags']],
])('checks %s', async (_, draft, problems) => {
  expect(await codes(draft)).toEqual(problems)
})
