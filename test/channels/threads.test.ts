import { expect, test } from 'vitest'
import type { Remote } from '../../src-preload/contract/model/item.ts'
import type { Draft } from '../../src-main/channels/channel.ts'
import { THREADS_TOKEN } from '../fixtures/meta-contract-server.ts'
import { startRelay } from '../fixtures/meta/relay.ts'
import { channelNamed, draftOf, mediaOf, sessionSlot } from './channel-world.ts'
import { film, picture, startMeta } from './meta-world.ts'

/* Against a contract server: it is no Threads, but holds every request to its documents, and fetches files for real. */
const start = () => startMeta('threads', THREADS_TOKEN)
const image = async (name = 'a.png', alt = '', width = 400) => mediaOf(await picture(width, 400), name, alt)

test('a person signs in by the browser; the token is turned into one that lasts, and renewed', async () => {
  const { contract, channel, account, work } = await start()
  const asked = { ...account, redirect: 'http://127.0.0.1:4711/', signal: AbortSignal.timeout(10_000) }
  const begun = await channel.signIn?.begin(asked)
  if (begun?.kind !== 'begun') throw new Error(JSON.stringify(begun))
  const url = new URL(begun.url)
  expect([url.pathname, url.searchParams.get('redirect_uri')]).toEqual(['/oauth/authorize', 'https://localhost:4711/'])
  const arrived = new URL(`https://localhost:4711/?code=abc&state=${url.searchParams.get('state')}`)
  const done = await channel.signIn?.finish(asked, begun.memory, arrived)
  if (done?.kind !== 'signed-in') throw new Error(JSON.stringify(done))
  expect(JSON.parse(done.session)).toMatchObject({ access: THREADS_TOKEN, expiresAt: expect.any(Number) })
  const session = sessionSlot(done.session)
  const connected = await channel.connect(work('', { session }))
  expect(connected).toMatchObject({
    kind: 'valid',
    identity: '@ada.example',
    picture: 'https://scontent.example/17.jpg',
    renewAt: expect.any(Number),
  })
  const old = {
    ...JSON.parse(done.session),
    obtainedAt: Date.now() - 40 * 86_400_000,
    expiresAt: Date.now() + 86_400_000,
  }
  session.value = JSON.stringify(old)
  expect(await channel.renew?.(work('', { session }))).toMatchObject({ kind: 'renewed' })
  expect(contract.requests.at(-1)?.path).toBe('/refresh_access_token')
})

test('a token from the generator takes the place of a sign-in', async () => {
  const { channel, work } = await start()
  const session = sessionSlot()
  expect(await channel.connect(work('', { session, secret: THREADS_TOKEN }))).toMatchObject({ kind: 'valid' })
  expect(JSON.parse(session.value ?? '')).toMatchObject({ access: THREADS_TOKEN, expiresAt: expect.any(Number) })
  expect(await channel.connect(work('', { session: sessionSlot() }))).toMatchObject({ kind: 'refused' })
})

test('a text stands with all that it is told', async () => {
  const { contract, published, work, asked } = await start()
  const options = {
    topic_tag: 'Letters',
    reply_control: 'followers_only',
    link_attachment: 'https://example.com/a',
    poll_options: ['Yes', 'No', 'Both'],
    quote_post_id: '77',
  }
  const remote = await published(work({ text: 'Hello 😀', options }))
  expect(remote).toEqual({ id: remote.id, url: `https://www.threads.com/@ada.example/post/${remote.id}`, parts: [] })
  const { access_token: _, ...told } = contract.threads.posts.get(remote.id)?.container.told ?? {}
  expect(told).toEqual({
    media_type: 'TEXT',
    text: 'Hello 😀',
    topic_tag: 'Letters',
    reply_control: 'followers_only',
    link_attachment: 'https://example.com/a',
    poll_attachment: '{"option_a":"Yes","option_b":"No","option_c":"Both"}',
    quote_post_id: '77',
  })
  expect(asked()).toEqual([
    'GET threads_publishing_limit',
    'POST threads',
    'GET node',
    'POST threads_publish',
    'GET node',
  ])
})

test('a picture, a video and a carousel are fetched from the relay, with their descriptions', async () => {
  const { contract, channel, published, work } = await start()
  const relay = await startRelay()
  const video = await mediaOf(film(2000), 'b.mp4', 'A film')
  const media = [await image('a.png', 'One'), video, await image('c.png', 'Three', 402)]
  contract.threads.pace.polls = 1
  for (const files of [media.slice(0, 1), media.slice(1, 2), media]) {
    const remote = await published(work({ text: 'Look', media: files }, { relay }))
    const { told = {} } = contract.threads.posts.get(remote.id)?.container ?? {}
    const children = told['children']?.split(',').map((id) => contract.threads.containers.get(id)?.told) ?? [told]
    expect(children.map((one) => one?.['alt_text'])).toEqual(files.map(({ alt }) => alt))
  }
  expect(await channel.publish(work({ media }))).toMatchObject({
    kind: 'rejected',
    failure: { next: expect.stringContaining('Media relay') },
  })
})

test('a thread is a chain of answers, and goes on after trouble from where it stopped', async () => {
  const { contract, channel, published, work } = await start()
  const parts: Remote['parts'] = []
  const onPart = (part: Remote['parts'][number]) => {
    if (parts.push(part) === 2) contract.say(/POST .*threads_publish/, { status: 400, body: { error: { code: 4 } } })
    return Promise.resolve()
  }
  const sent = work({ text: 'One\n---\nTwo\n---\nThree', thread: true }, { onPart })
  expect(await channel.publish(sent)).toMatchObject({ kind: 'limited' })
  expect(contract.threads.posts.size).toBe(2)
  const remote = await published({ ...sent, parts: [...parts] })
  expect(remote.parts).toHaveLength(3)
  const chain = remote.parts.map(({ id }) => contract.threads.posts.get(id))
  expect(chain.map((one) => [one?.text, one?.parent])).toEqual([
    ['One', null],
    ['Two', remote.parts[0]?.id],
    ['Three', remote.parts[1]?.id],
  ])
  expect(await channel.readBack?.(work(''), Date.now() - 60_000)).toMatchObject({
    posts: [{ text: 'One\n---\nTwo\n---\nThree', remote: { id: remote.id } }],
  })
  expect(await channel.unpublish?.(sent, remote)).toEqual({ kind: 'done', remote })
  expect(await channel.unpublish?.(sent, remote)).toEqual({ kind: 'done', remote })
  expect(contract.threads.posts.size).toBe(0)
})

test('a lost answer is settled by the container of its part, and nothing stands twice', async () => {
  const { contract, channel, published, work } = await start()
  const sent = work({ text: 'One\n---\nTwo', thread: true })
  expect(await channel.lookup?.(sent)).toEqual({ kind: 'absent' })
  contract.say(/POST .*threads_publish/, { fate: 'cut', after: true })
  expect(await channel.publish(sent)).toMatchObject({ kind: 'unclear' })
  expect(await channel.lookup?.(sent)).toEqual({ kind: 'absent' })
  const remote = await published(sent)
  expect(contract.threads.posts.size).toBe(2)
  expect(await channel.lookup?.(sent)).toMatchObject({ kind: 'found', remote: { id: remote.id, parts: remote.parts } })
  contract.say(/POST .*threads_publish/, { status: 500, body: { error: { message: 'Please retry', code: 2 } } })
  const other = work('Alone')
  expect(await channel.publish(other)).toMatchObject({ kind: 'unclear' })
  expect(await channel.lookup?.(other)).toEqual({ kind: 'absent' })
})

test('what was published but is not listed yet stays unknown, and is not sent again', async () => {
  const { contract, channel, work } = await start()
  const sent = work('Hello')
  contract.say(/POST .*threads_publish/, { fate: 'cut', after: true })
  await channel.publish(sent)
  contract.say(/GET .*threads$/, { status: 200, body: { data: [] } })
  expect(await channel.lookup?.(sent)).toMatchObject({ kind: 'unknown' })
  contract.say(/GET .*threads$/, { status: 200, body: { data: [] } })
  expect(await channel.publish(sent)).toMatchObject({ kind: 'unclear' })
  expect(contract.threads.posts.size).toBe(1)
})

test('full quotas of posts and of replies are told before anything is made', async () => {
  const { contract, channel, work } = await start()
  contract.threads.quota.replies = 999
  const thread = work({ text: 'One\n---\nTwo\n---\nThree', thread: true })
  expect(await channel.publish(thread)).toMatchObject({ kind: 'limited', failure: { code: 'quota-exhausted' } })
  contract.threads.quota.posts = 250
  expect(await channel.publish(work('x'))).toMatchObject({ kind: 'limited', failure: { code: 'quota-exhausted' } })
  expect(contract.threads.containers.size).toBe(0)
})

test('emoji count as their bytes, parts of a thread hold to it', async () => {
  const { contract, published, work } = await start()
  const remote = await published(work({ text: '😀 '.repeat(150).trim(), thread: true }))
  expect(remote.parts.length).toBe(2)
  const bytes = [...contract.threads.posts.values()].map(({ text }) => text.replace(/😀/g, 'xxxx').length)
  expect(bytes.every((count) => count <= 500)).toBe(true)
})

test('too many links, and a poll beside files, are told before', async () => {
  const codes = async (draft: Partial<Draft>) => {
    const { problems } = await channelNamed('threads').check(draftOf(draft), { clientId: '1234567890' })
    return problems.map(({ severity, code }) => `${severity} ${code}`)
  }
  const links = Array.from({ length: 5 }, (_, index) => `https://example.com/${index}`).join(' ')
  expect(await codes({ text: `${links} https://example.com/0` })).toEqual([])
  expect(await codes({ text: links, options: { link_attachment: 'https://example.com/x' } })).toEqual([
    'error too-many-links',
  ])
  const media = [await image('a.png', 'One')]
  expect(await codes({ media, options: { poll_options: ['a', 'b'] } })).toEqual(['error option-invalid'])
  expect(await codes({ text: 'x', options: { poll_options: ['a'] } })).toEqual(['error option-invalid'])
})

test.each([
  [190, 'signed-out'],
  [10, 'rejected'],
  [17, 'limited'],
  [100, 'rejected'],
])('a refusal with the code %i comes to %s, without the token in its words', async (code, kind) => {
  const { contract, channel, work } = await start()
  const message = `Error of ${THREADS_TOKEN}`
  contract.say(/POST .*threads$/, { status: 400, body: { error: { message, code } } })
  const outcome = await channel.publish(work('x'))
  expect(outcome).toMatchObject({ kind })
  expect(JSON.stringify(outcome)).not.toContain(THREADS_TOKEN)
})

test.each([86_400_000, -86_400_000])('a lost answer is settled by a clock that is %i ms wrong', async (shift) => {
  const { contract, work } = await start()
  const skewed = channelNamed('threads', { clock: { now: () => Date.now() + shift, after: () => () => {} } })
  const sent = work('Hello', { marker: skewed.plan(draftOf(''), work('').settings) })
  contract.say(/POST .*(_publish)/, { fate: 'cut', after: true })
  expect(await skewed.publish(sent)).toMatchObject({ kind: 'unclear' })
  expect(await skewed.lookup?.(sent)).toMatchObject({ kind: 'found' })
})
