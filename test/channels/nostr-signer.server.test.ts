import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { neventEncode, noteEncode, npubEncode, nsecEncode } from 'nostr-tools/nip19'
import { generateSecretKey, getPublicKey, verifyEvent } from 'nostr-tools/pure'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { startNip96Contract, transformed } from '../servers/nip96-contract.ts'
import { APPROVAL, startNostrBunker } from '../servers/nostr-bunker.ts'
import { startNostrRelay } from '../servers/nostr-relay.ts'
import { freePort } from '../servers/pds.ts'
import { channelNamed, draftOf, mediaOf, sessionSlot, uploadNotes, workOf } from './channel-world.ts'

const nostr = channelNamed('nostr')
const closing = <T extends { close(): unknown }>(started: T): T => {
  onTestFinished(() => void started.close())
  return started
}
const relay = async () => closing(await startNostrRelay())
const bunkerOn = async (url: string) => closing(await startNostrBunker(url))
const published = async (sent: ReturnType<typeof workOf>) => {
  const outcome = await nostr.publish(sent)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome
}
/** An account whose key is with a signer, connected. */
const world = async () => {
  const [there, wire] = [await relay(), await relay()]
  const bunker = await bunkerOn(wire.url)
  const [session, settings] = [sessionSlot(), { relays: there.url }]
  const work = (draft: Partial<Draft> | string, about: Parameters<typeof workOf>[2] = {}) =>
    workOf(nostr, draftOf(draft), { settings, secret: bunker.address, session, ...about })
  return { there, wire, bunker, session, work, connect: () => nostr.connect(work('')) }
}
const picture = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()

test('a key that is with a signer signs there; what connects is kept, and the key itself never comes', async () => {
  const { there, bunker, session, work, connect } = await world()
  expect(await connect()).toMatchObject({ kind: 'valid', identity: npubEncode(bunker.pubkey) })
  expect(bunker.asked.map(({ method }) => method)).toEqual(['connect', 'get_public_key'])
  const sent = work({ text: 'One\n---\nTwo', thread: true })
  const { remote } = await published(sent)
  expect(there.events().map(({ id, pubkey }) => [id, pubkey])).toEqual(
    remote.parts.map(({ id }) => [id, bunker.pubkey]),
  )
  for (const event of there.events()) expect(verifyEvent(event)).toBe(true)
  expect(await nostr.lookup?.(sent)).toEqual({ kind: 'found', remote })
  await connect()
  expect(bunker.asked.at(-1)?.method).toBe('ping')
  expect(new Set(bunker.asked.map(({ client }) => client)).size).toBe(1)
  expect(await nostr.unpublish?.(sent, remote)).toEqual({ kind: 'done', remote })
  session.value = null
  expect(await nostr.publish(work('Not let in'))).toMatchObject({
    kind: 'signed-out',
    failure: { code: 'wrong-credentials' },
  })
})

test('a signer that is away holds the post with words, and the post that stands is found without it', async () => {
  const { there, wire, bunker, work, connect } = await world()
  await connect()
  bunker.behave('wait')
  const sent = work('Patience', { signal: AbortSignal.timeout(300) })
  expect(await nostr.publish(sent)).toMatchObject({
    kind: 'retry',
    failure: { code: 'unreachable', message: 'Your signer does not answer, so the post could not be signed.' },
  })
  expect(there.events()).toEqual([])
  bunker.behave('serve')
  const again = { ...sent, signal: AbortSignal.timeout(10_000) }
  there.cutAfterEvent()
  expect(await nostr.publish(again)).toMatchObject({ kind: 'unclear' })
  const asked = bunker.asked.length
  await wire.close()
  expect(await nostr.lookup?.(again)).toMatchObject({ kind: 'found', remote: { id: there.events()[0]?.id } })
  // It is signed already: nobody needs to be asked again.
  await published(again)
  expect(there.events()).toHaveLength(1)
  expect(bunker.asked).toHaveLength(asked)
  expect(await nostr.publish(work('Another'))).toMatchObject({ kind: 'retry', failure: { code: 'unreachable' } })
})

test('a signer that wants approval says where, and knows Posthorn again when the person comes back', async () => {
  const { there, bunker, work, connect } = await world()
  bunker.behave('ask for approval')
  expect(await connect()).toMatchObject({
    kind: 'refused',
    failure: { code: 'wrong-credentials', next: expect.stringContaining(APPROVAL) as string },
  })
  bunker.behave('serve')
  expect(await connect()).toMatchObject({ kind: 'valid' })
  expect(new Set(bunker.asked.map(({ client }) => client)).size).toBe(1)
  bunker.behave('ask for approval')
  expect(await nostr.publish(work('Held'))).toMatchObject({
    kind: 'retry',
    failure: { code: 'unreachable', next: expect.stringContaining(APPROVAL) as string },
  })
  bunker.behave('refuse')
  expect(await nostr.publish(work('No'))).toMatchObject({
    kind: 'rejected',
    failure: { message: 'Your signer refused: not today' },
  })
  bunker.behave('sign something else')
  expect(await nostr.publish(work('Mine'))).toMatchObject({ kind: 'rejected' })
  expect(there.events()).toEqual([])
})

test('what is no whole address of a signer, or one that nobody hears, is said so', async () => {
  const there = await relay()
  const connect = (secret: string, signal = AbortSignal.timeout(5000)) =>
    nostr.connect(workOf(nostr, draftOf(''), { settings: { relays: there.url }, secret, signal }))
  const key = getPublicKey(generateSecretKey())
  for (const secret of [
    `bunker://${key}`,
    'bunker://xyz?relay=wss://a.example',
    `bunker://${key}?relay=https://a.example`,
  ]) {
    expect(await connect(secret)).toMatchObject({
      kind: 'refused',
      failure: { code: 'wrong-credentials', field: 'secret' },
    })
  }
  expect(await connect(`bunker://${key}?relay=ws://127.0.0.1:${await freePort()}`)).toMatchObject({
    kind: 'unreachable',
    failure: { message: 'Your signer does not answer.' },
  })
  expect(await connect(`bunker://${key}?relay=${there.url}`, AbortSignal.timeout(200))).toMatchObject({
    kind: 'unreachable',
  })
})

test('a name with its domain stands for a person in a text, and for the signer of a key', async () => {
  const { wire, work } = await world()
  const friend = getPublicKey(generateSecretKey())
  const server = createServer((_, response) => {
    const told = { names: { alice: friend }, nip46: { [friend]: [wire.url] } }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(told))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const domain = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const npub = npubEncode(friend)
  expect(await nostr.mentions?.(work(''), `@alice@${domain}`)).toEqual({
    kind: 'known',
    entries: [{ id: npub, name: `alice@${domain}`, handle: `alice@${domain}`, insert: `nostr:${npub}` }],
  })
  for (const typed of [`bob@${domain}`, 'ali', 'npub1qqqq']) {
    expect(await nostr.mentions?.(work(''), typed)).toEqual({ kind: 'known', entries: [] })
  }
  expect(await nostr.mentions?.(work(''), npub)).toMatchObject({ entries: [{ insert: `nostr:${npub}` }] })
  expect(await nostr.mentions?.(work(''), `alice@127.0.0.1:${await freePort()}`)).toMatchObject({
    kind: 'failed',
    failure: { code: 'unreachable' },
  })
  const secret = `alice@${domain}`
  expect(await nostr.connect(work('', { secret, signal: AbortSignal.timeout(300) }))).toMatchObject({
    kind: 'unreachable',
    failure: { message: 'Your signer does not answer.' },
  })
  expect(await nostr.connect(work('', { secret: `bob@${domain}` }))).toMatchObject({
    kind: 'refused',
    failure: { message: `bob@${domain} names no signer.` },
  })
})

test('answers and quotes a post, and knows its answer for its own', async () => {
  const there = await relay()
  const [author, id] = [getPublicKey(generateSecretKey()), 'ab'.repeat(32)]
  const code = neventEncode({ id, author, relays: ['wss://hint.example'] })
  const secret = nsecEncode(generateSecretKey())
  const send = (draft: Partial<Draft>) => workOf(nostr, draftOf(draft), { settings: { relays: there.url }, secret })
  const answer = send({ text: 'I agree\n---\nMostly', thread: true, options: { reply_to: `https://njump.me/${code}` } })
  const { remote } = await published(answer)
  const [first, second] = remote.parts.map((part) => there.events().find((event) => event.id === part.id))
  expect(first?.tags).toEqual([
    ['e', id, 'wss://hint.example', 'root', author],
    ['p', author],
    ['client', 'Posthorn'],
  ])
  expect(second?.tags).toEqual([
    ['e', id, 'wss://hint.example', 'root', author],
    ['e', first?.id, there.url, 'reply', first?.pubkey],
    ['p', author],
  ])
  const read = await nostr.readBack?.(answer, 0)
  expect(read).toMatchObject({ kind: 'read', posts: [{ remote: { id: remote.id }, text: 'I agree\n---\nMostly' }] })
  const quoting = await published(send({ text: 'Look', options: { quote: code } }))
  const quote = there.events().find((event) => event.id === quoting.remote.id)
  expect(quote?.content).toBe(`Look\n\nnostr:${code}`)
  expect(quote?.tags).toEqual([['q', id, 'wss://hint.example', author]])
  const named = await published(send({ text: `Look nostr:${noteEncode(id)}`, options: { quote: noteEncode(id) } }))
  expect(there.events().find((event) => event.id === named.remote.id)?.tags).toEqual([['q', id]])
  const check = await nostr.check(draftOf({ text: 'x', options: { quote: 'that one' } }), { relays: there.url })
  expect(check.problems).toMatchObject([{ code: 'option-invalid' }])
})

test('a media server that speaks NIP-96 gets files so, is waited for, and its word for where they stand is taken', async () => {
  const [there, files] = [await relay(), closing(await startNip96Contract())]
  files.processing = 1
  const notes = uploadNotes()
  const progress: number[][] = []
  const bytes = await picture()
  const sent = workOf(nostr, draftOf({ text: 'Look', media: [await mediaOf(bytes, 'a.png', 'A field')] }), {
    settings: { relays: there.url, mediaServer: files.url },
    secret: nsecEncode(generateSecretKey()),
    notes,
    onProgress: (done, total) => void progress.push([done, total]),
  })
  expect(await nostr.lookup?.(sent)).toEqual({ kind: 'absent' })
  there.cutAfterEvent()
  expect(await nostr.publish(sent)).toMatchObject({ kind: 'unclear' })
  const [upload] = files.uploads
  expect(upload).toMatchObject({ alt: 'A field', type: 'image/png', size: bytes.length })
  const [event] = there.events()
  const url = `${files.url}/files/${upload?.hash}.webp`
  expect(event?.content).toBe(`Look\n\n${url}`)
  expect(event?.tags).toEqual([
    [
      'imeta',
      `url ${url}`,
      'm image/webp',
      `x ${transformed(upload?.hash ?? '')}`,
      'size 123',
      'dim 20x10',
      'alt A field',
    ],
  ])
  expect(progress.at(-1)).toEqual([bytes.length, bytes.length])
  expect(await nostr.lookup?.(sent)).toMatchObject({ kind: 'found', remote: { id: event?.id } })
  await published(sent)
  expect(files.uploads).toHaveLength(1)
  expect(there.events()).toHaveLength(1)
})

test.each([
  [
    { status: 413, message: 'Too big' },
    { kind: 'rejected', failure: { code: 'media-too-large' } },
  ],
  [
    { status: 402, message: 'Pay first' },
    { kind: 'rejected', failure: { code: 'rejected-by-channel' } },
  ],
  [
    { status: 429, message: 'Slowly' },
    { kind: 'limited', failure: { code: 'rate-limited' } },
  ],
  [
    { status: 503, message: 'Later' },
    { kind: 'retry', failure: { code: 'unreachable' } },
  ],
])('when such a server answers %j nothing is posted', async (answer, outcome) => {
  const [there, files] = [await relay(), closing(await startNip96Contract())]
  files.refuse(answer)
  const sent = workOf(nostr, draftOf({ text: 'Look', media: [await mediaOf(await picture())] }), {
    settings: { relays: there.url, mediaServer: files.url },
    secret: nsecEncode(generateSecretKey()),
  })
  expect(await nostr.publish(sent)).toMatchObject(outcome)
  expect(there.events()).toEqual([])
})

test('each relay that refuses is told by name, in its own words', async () => {
  const [good, banned, full] = [await relay(), await relay(), await relay()]
  banned.refuse('blocked: you are banned')
  full.refuse('error: my disk is full')
  const settings = { relays: [good, banned, full].map(({ url }) => url).join(' ') }
  const { reservation } = await published(
    workOf(nostr, draftOf('Anyhow'), { settings, secret: nsecEncode(generateSecretKey()) }),
  )
  expect(reservation?.message).toBe(
    `1 of 3 relays have it. ${new URL(banned.url).host}: blocked: you are banned; ${new URL(full.url).host}: error: my disk is full`,
  )
})
