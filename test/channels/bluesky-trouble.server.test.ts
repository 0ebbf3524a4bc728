import { AtpAgent } from '@atproto/api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CuttingProxy, startCuttingProxy } from '../servers/cutting-proxy.ts'
import { type Pds, type PdsAccount, startPds } from '../servers/pds.ts'
import { channelNamed, draftOf, sessionSlot, workOf } from './channel-world.ts'

/* Everything goes through a proxy that can lose an answer. */
let proxy: CuttingProxy
let pds: Pds
let alice: PdsAccount
const bluesky = channelNamed('bluesky')

beforeAll(async () => {
  pds = await startPds({ rateLimits: true })
  proxy = await startCuttingProxy(Number(new URL(pds.url).port))
  alice = await pds.createAccount('alice.test', 'a long password')
})
afterAll(async () => {
  await proxy?.close()
  await pds?.close()
})

const settings = () => ({ service: `http://127.0.0.1:${proxy.port}`, identifier: 'alice.test', did: alice.did })
const work = (text: string, about: Parameters<typeof workOf>[2] = {}) =>
  workOf(bluesky, draftOf(text), { settings: settings(), secret: alice.appPassword, ...about })
const countPosts = async (text: string) => {
  const agent = new AtpAgent({ service: pds.url })
  const { data } = await agent.com.atproto.repo.listRecords({
    repo: alice.did,
    collection: 'app.bsky.feed.post',
    limit: 100,
  })
  return data.records.filter(({ value }) => value['text'] === text).length
}
/** A session as one signs in to it. */
const signedIn = async (password = alice.appPassword) => {
  const session = sessionSlot()
  const answer = await bluesky.connect({ ...work(''), secret: password, session })
  if (answer.kind !== 'valid') throw new Error(JSON.stringify(answer))
  return session
}
/** The session some hours later: its access token has run out. */
const later = (session: ReturnType<typeof sessionSlot>) => {
  const kept = JSON.parse(session.value ?? '') as { session: { accessJwt: string } }
  const claims = Buffer.from(JSON.stringify({ exp: 1 })).toString('base64url')
  kept.session.accessJwt = `e30.${claims}.none`
  session.value = JSON.stringify(kept)
  return session
}

test('when the answer is cut off it says that nobody knows, and then finds the post', async () => {
  const text = 'The answer to this is lost'
  const sent = work(text, { session: await signedIn() })
  proxy.cutAnswerTo('com.atproto.repo.createRecord')
  expect(await bluesky.publish(sent)).toMatchObject({ kind: 'unclear', failure: { code: 'answer-lost' } })
  expect(await bluesky.lookup?.(sent)).toMatchObject({ kind: 'found' })
  expect(await bluesky.publish(sent)).toMatchObject({ kind: 'published' })
  expect(await countPosts(text)).toBe(1)
})

test('an answer lost before the post was sent is worth another try', async () => {
  const text = 'Lost on the way in'
  const sent = work(text, { session: await signedIn() })
  proxy.cutAnswerTo('com.atproto.repo.getRecord')
  expect(await bluesky.publish(sent)).toMatchObject({ kind: 'retry', failure: { code: 'unreachable' } })
  expect(await bluesky.publish(sent)).toMatchObject({ kind: 'published' })
  expect(await countPosts(text)).toBe(1)
})

test('a handle whose lookup fails does not quietly lose its mention', async () => {
  const sent = work('Hello @alice.test', { session: await signedIn() })
  proxy.cutAnswerTo('com.atproto.identity.resolveHandle')
  expect(await bluesky.publish(sent)).toMatchObject({ kind: 'retry' })
})

test('a server that is away is unreachable, and gets the post once when it is back', async () => {
  const direct = { ...settings(), service: pds.url }
  const text = 'Sent when you are back'
  const sent = work(text, { settings: direct })
  await pds.stop()
  expect(await bluesky.publish(sent)).toMatchObject({ kind: 'retry', failure: { code: 'unreachable' } })
  expect(await bluesky.lookup?.(sent)).toMatchObject({ kind: 'unknown', failure: { code: 'unreachable' } })
  expect(await bluesky.connect(sent)).toMatchObject({ kind: 'unreachable', failure: { code: 'unreachable' } })
  const offline = channelNamed('bluesky', { network: { isOnline: () => false } })
  expect(await offline.publish(sent)).toMatchObject({ kind: 'retry', failure: { code: 'offline' } })
  await pds.restart()
  expect(await bluesky.publish(sent)).toMatchObject({ kind: 'published' })
  expect(await countPosts(text)).toBe(1)
})

test('a session that ran out is refreshed and kept, without the password', async () => {
  const session = later(await signedIn())
  const before = session.value
  expect(await bluesky.publish(work('Refreshed', { session, secret: null }))).toMatchObject({ kind: 'published' })
  expect(session.value).not.toBe(before)
  const sessionsMade = proxy.seen('com.atproto.server.createSession')
  expect(await bluesky.publish(work('Still signed in', { session, secret: null }))).toMatchObject({ kind: 'published' })
  expect(proxy.seen('com.atproto.server.createSession')).toBe(sessionsMade)
})

test('a refresh that gets no answer keeps the session and tries again later', async () => {
  const session = later(await signedIn())
  const before = session.value
  proxy.cutAnswerTo('com.atproto.server.refreshSession')
  expect(await bluesky.publish(work('x', { session, secret: null }))).toMatchObject({ kind: 'retry' })
  expect(session.value).toBe(before)
})

test('a session goes on with the server that keeps the account, which need not be the one that signs in', async () => {
  const session = await signedIn()
  const entrance = 'http://127.0.0.1:9'
  session.value = JSON.stringify({ ...JSON.parse(session.value ?? ''), service: entrance, pds: pds.url })
  const sent = work('By the other door', { session, settings: { ...settings(), service: entrance } })
  expect(await bluesky.publish(sent)).toMatchObject({ kind: 'published' })
})

test('tokens never go unencrypted to another machine', async () => {
  const session = await signedIn()
  session.value = JSON.stringify({ ...JSON.parse(session.value ?? ''), pds: 'http://pds.example' })
  const outcome = await bluesky.publish(work('Not in the clear', { session }))
  expect(outcome).toMatchObject({ kind: 'retry', failure: { detail: expect.stringMatching(/without encryption/) } })
})

test('tokens the server does not know lead to a new sign-in', async () => {
  const session = await signedIn()
  session.value = (session.value ?? '').replace(/"(accessJwt|refreshJwt)":"([^"]*)"/g, '"$1":"$2x"')
  const before = session.value
  expect(await bluesky.publish(work('Signed in anew', { session }))).toMatchObject({ kind: 'published' })
  expect(session.value).not.toBe(before)
})

test('what is kept is not overwritten when the sign-in is refused', async () => {
  const session = later(await signedIn())
  session.value = (session.value ?? '').replace(/"refreshJwt":"([^"]*)"/, '"refreshJwt":"$1x"')
  const before = session.value
  const outcome = await bluesky.publish(work('Revoked', { session, secret: 'revoked' }))
  expect(outcome).toMatchObject({ kind: 'signed-out', failure: { code: 'signed-out' } })
  expect(session.value).toBe(before)
  expect(await countPosts('Revoked')).toBe(0)
})

test('a call that was ended before anything was sent is worth another try', async () => {
  const outcome = await bluesky.publish(work('Ended', { session: await signedIn(), signal: AbortSignal.abort() }))
  expect(outcome.kind).toBe('retry')
  expect(await countPosts('Ended')).toBe(0)
})

test.each(['200 OK', '404 Not Found', '405 Method Not Allowed'])(
  'a host that answers a sign-in with a page (%s) is no Bluesky server',
  async (status) => {
    proxy.answerInstead('com.atproto.server.createSession', status)
    expect(await bluesky.connect(work(''))).toMatchObject({ kind: 'refused', failure: { code: 'channel-error' } })
  },
)

test('an error of the server is unclear once the record was sent, and worth another try before', async () => {
  const sent = work('In the maintenance window', { session: await signedIn() })
  proxy.answerInstead('com.atproto.repo.getRecord', '503 Service Unavailable')
  expect(await bluesky.publish(sent)).toMatchObject({ kind: 'retry', failure: { code: 'unreachable' } })
  proxy.answerInstead('com.atproto.repo.getRecord', '404 Not Found')
  expect(await bluesky.publish(sent)).toMatchObject({ kind: 'retry', failure: { code: 'unreachable' } })
  proxy.answerInstead('com.atproto.repo.createRecord', '502 Bad Gateway')
  expect(await bluesky.publish(sent)).toMatchObject({ kind: 'unclear', failure: { code: 'answer-lost' } })
  expect(await bluesky.lookup?.(sent)).toEqual({ kind: 'absent' })
  expect(await bluesky.publish(sent)).toMatchObject({ kind: 'published' })
})

test('a limit is waited for as long as the server asks', async () => {
  // The server counts sign-ins by the name that was given.
  const { did: _, ...byHandle } = settings()
  await Promise.all(Array.from({ length: 30 }, () => bluesky.connect(work(''))))
  const outcome = await bluesky.publish(work('Too often', { settings: byHandle }))
  if (outcome.kind !== 'limited') throw new Error(JSON.stringify(outcome))
  expect(outcome.failure.code).toBe('rate-limited')
  expect(outcome.until).toBeGreaterThan(Date.now())
  expect(outcome.until).toBeLessThanOrEqual(Date.now() + 300_000)
})
