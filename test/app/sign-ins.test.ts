import { get } from 'node:http'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Output } from '../../src-preload/contract/methods.ts'
import type { Log } from '../../src-main/core/ports.ts'
import { createSignInChannel } from '../fixtures/sign-in-channel.ts'
import { followLink, linkLeadsTo, startSignInServer } from '../fixtures/sign-in-contract-server.ts'
import { createTestClock } from '../fixtures/test-clock.ts'
import { openTestApp, type TestApp } from '../fixtures/test-world.ts'

const MINUTE = 60_000

const setUp = async (options: Parameters<typeof startSignInServer>[0] = {}) => {
  const server = await startSignInServer(options)
  const clock = createTestClock()
  const logged: string[] = []
  const note = (message: string, about?: object) => void logged.push(`${message} ${JSON.stringify(about ?? {})}`)
  const log: Log = { info: note, warn: note, error: note }
  const channel = createSignInChannel({ clock, random: () => 0.5, log, network: { isOnline: () => true } })
  const t = await openTestApp({ clock, channels: [channel], log })
  const settings = { clientId: 'app-1', server: server.url }
  const start = (about: { accountId?: string } = {}) =>
    t.call('signIns.start', { channel: 'signed', settings, secret: 'app-secret-1', ...about })
  return { server, clock, t, logged, settings, start }
}

const came = async (t: TestApp, signInId: string, state: 'arrived' | 'failed') => {
  await expect.poll(async () => (await t.call('signIns.get', { signInId })).state).toBe(state)
  return t.call('signIns.get', { signInId })
}

/** The person opens the link, agrees, and is sent back; then the account is connected. */
const connected = async (s: Awaited<ReturnType<typeof setUp>>, name = 'Mine'): Promise<Output<'accounts.add'>> => {
  const { signInId, url } = await s.start()
  await followLink(url)
  await came(s.t, signInId, 'arrived')
  return s.t.call('accounts.add', { channel: 'signed', name, signInId })
}

const filesOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => readFileSync(join(one.parentPath, one.name), 'latin1'))
    .join('')

test('A person signs in by the browser, and the account is connected with what was granted.', async () => {
  const s = await setUp({ granted: 'post' })
  const { signInId, url, redirect, expiresAt } = await s.start()
  expect(Date.parse(expiresAt)).toBe(s.clock.now() + 10 * MINUTE)
  expect(await s.t.call('signIns.get', { signInId })).toMatchObject({ state: 'waiting', accountId: null })
  const { status, page, address } = await followLink(url)
  expect(address.startsWith(`${redirect}?`)).toBe(true)
  expect([status, page]).toEqual([200, expect.stringContaining('You can close this tab')])
  await came(s.t, signInId, 'arrived')
  const account = await s.t.call('accounts.add', { channel: 'signed', name: 'Mine', signInId })
  expect(account).toMatchObject({
    identity: '@person',
    connection: 'valid',
    settings: s.settings,
    permissions: [
      { name: 'post', granted: true },
      { name: 'read', granted: false },
    ],
    renewAt: new Date(s.clock.now() + 30 * MINUTE).toISOString(),
  })
  expect(s.t.events.filter(({ kind }) => kind === 'sign-in-changed')).toHaveLength(1)
  expect(await s.t.call('accounts.check', { accountId: account.id })).toMatchObject({ connection: 'valid' })
  expect(s.server.faults).toEqual([])
})

test('No token, code or secret is in a file in clear, in the log, or in what is told.', async () => {
  const s = await setUp()
  await connected(s)
  const told = JSON.stringify([s.t.events, s.logged])
  const files = filesOf(s.t.folder)
  expect(files.length).toBeGreaterThan(1000)
  for (const secret of [...s.server.issued, 'app-secret-1']) {
    expect(told).not.toContain(secret)
    expect(files).not.toContain(secret)
  }
})

test('A person who says no sees why, and nothing is stored.', async () => {
  const s = await setUp()
  s.server.refuse('access_denied')
  const { signInId, url } = await s.start()
  expect((await followLink(url)).status).toBe(200)
  expect((await came(s.t, signInId, 'failed')).failure).toMatchObject({
    message: 'Posthorn was not allowed in at Signed.',
  })
  expect(await s.t.refusal('accounts.add', { channel: 'signed', name: 'Mine', signInId })).toBe('wrong-credentials')
  expect((await s.t.call('accounts.list', {})).entries).toEqual([])
})

/** The status of an answer to one who calls this computer by another name. */
const askedAs = (host: string, address: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(address, { headers: { host } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    }).on('error', reject)
  })

test('The way back takes no other host, path, method or state, and goes on waiting for its own.', async () => {
  const s = await setUp()
  const { signInId, url, redirect } = await s.start()
  const address = await linkLeadsTo(url)
  const forged = new URL(address)
  forged.searchParams.set('state', 'x'.repeat(43))
  expect((await followLink(forged.href)).status).toBe(400)
  expect((await followLink(redirect.replace('/sign-in', '/other'))).status).toBe(404)
  expect(await askedAs('attacker.example', address)).toBe(404)
  expect(await askedAs(`localhost:${new URL(address).port}`, forged.href)).toBe(400)
  expect((await fetch(address, { method: 'POST' })).status).toBe(404)
  expect(await s.t.call('signIns.get', { signInId })).toMatchObject({ state: 'waiting' })
  expect((await fetch(address)).headers.get('content-security-policy')).toContain("default-src 'none'")
  await came(s.t, signInId, 'arrived')
})

test('The same address a second time changes nothing, and a sign-in connects one account.', async () => {
  const s = await setUp()
  const { signInId, url } = await s.start()
  const address = await linkLeadsTo(url)
  await followLink(address)
  await came(s.t, signInId, 'arrived')
  // Nobody listens there any more.
  await expect(fetch(address)).rejects.toThrow('fetch failed')
  expect(await s.t.refusal('signIns.finish', { signInId, address })).toBe('illegal-transition')
  const adding = ['One', 'Two'].map((name) => s.t.app.gate('accounts.add', { channel: 'signed', name, signInId }))
  expect((await Promise.all(adding)).map(({ ok }) => ok)).toEqual([true, false])
  expect(await s.t.refusal('accounts.add', { channel: 'signed', name: 'Three', signInId })).toBe('not-found')
})

test('Where the browser cannot come back the person pastes the address; a wrong one changes nothing.', async () => {
  const s = await setUp()
  const [mine, other] = [await s.start(), await s.start()]
  const [address, others] = [await linkLeadsTo(mine.url), await linkLeadsTo(other.url)]
  const { signInId } = mine
  for (const wrong of ['nothing', 'https://evil.example/sign-in?code=1', others, mine.redirect])
    expect(await s.t.refusal('signIns.finish', { signInId, address: wrong })).toBe('invalid-input')
  expect(await s.t.call('signIns.finish', { signInId, address: `  ${address} ` })).toMatchObject({ state: 'arrived' })
  expect(await s.t.call('accounts.add', { channel: 'signed', name: 'Mine', signInId })).toMatchObject({
    connection: 'valid',
  })
  expect(await s.t.call('signIns.get', { signInId: other.signInId })).toMatchObject({ state: 'waiting' })
})

test('A sign-in that nobody finishes ends by itself, and so does one that nobody uses.', async () => {
  const s = await setUp()
  const [left, unused] = [await s.start(), await s.start()]
  await followLink(unused.url)
  await came(s.t, unused.signInId, 'arrived')
  await s.clock.advance(10 * MINUTE)
  for (const { signInId } of [left, unused]) {
    expect(await s.t.call('signIns.get', { signInId })).toMatchObject({
      state: 'failed',
      failure: { code: 'signed-out' },
    })
    expect(await s.t.refusal('accounts.add', { channel: 'signed', name: 'Mine', signInId })).toBe('signed-out')
  }
  await expect(fetch(left.redirect)).rejects.toThrow('fetch failed')
})

test('A sign-in that was given up is not waited for any more.', async () => {
  const s = await setUp()
  const { signInId, redirect } = await s.start()
  await s.t.call('signIns.cancel', { signInId })
  expect(await s.t.refusal('signIns.get', { signInId })).toBe('not-found')
  await expect(fetch(redirect)).rejects.toThrow('fetch failed')
})

test('A name that is taken does not spend the sign-in.', async () => {
  const s = await setUp()
  await connected(s, 'Mine')
  const { signInId, url } = await s.start()
  await followLink(url)
  await came(s.t, signInId, 'arrived')
  expect(await s.t.refusal('accounts.add', { channel: 'signed', name: 'mine', signInId })).toBe('invalid-input')
  expect(await s.t.call('accounts.add', { channel: 'signed', name: 'Second', signInId })).toMatchObject({
    name: 'Second',
  })
})

test('An account is connected again by its own settings and kept secret, and only by a sign-in for it.', async () => {
  const s = await setUp()
  const account = await connected(s)
  s.server.revoke()
  expect(await s.t.call('accounts.check', { accountId: account.id })).toMatchObject({ connection: 'signed-out' })
  const again = await s.t.call('signIns.start', { channel: 'signed', accountId: account.id })
  await followLink(again.url)
  await came(s.t, again.signInId, 'arrived')
  const { signInId } = again
  expect(await s.t.refusal('accounts.add', { channel: 'signed', name: 'New', signInId })).toBe('invalid-input')
  expect(await s.t.call('accounts.reconnect', { accountId: account.id, signInId })).toMatchObject({
    id: account.id,
    connection: 'valid',
  })
  expect(await s.t.call('accounts.check', { accountId: account.id })).toMatchObject({ connection: 'valid' })
})

test('A channel without a sign-in, and settings that are wrong, are refused before a browser opens.', async () => {
  const s = await setUp()
  expect(await s.t.refusal('signIns.start', { channel: 'scripted', settings: {}, secret: 'x' })).toBe(
    'channel-unsupported',
  )
  expect(await s.t.refusal('signIns.start', { channel: 'signed', settings: { clientId: '' } })).toBe('invalid-input')
})

test('Without a place for secrets no browser opens.', async () => {
  const server = await startSignInServer()
  const clock = createTestClock()
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const channel = createSignInChannel({ clock, random: () => 0.5, log, network: { isOnline: () => true } })
  const t = await openTestApp({
    clock,
    channels: [channel],
    vaults: { system: null, keyFile: null, headless: false },
  })
  const settings = { clientId: 'app-1', server: server.url }
  expect(await t.refusal('signIns.start', { channel: 'signed', settings })).toBe('keychain-unavailable')
})

test('A token is renewed at half of its life, once, and the account says when next.', async () => {
  const s = await setUp()
  await s.t.app.start()
  const account = await connected(s)
  const renewals = () => s.server.requests.filter(({ form }) => form['grant_type'] === 'refresh_token').length
  await s.clock.advance(30 * MINUTE - 1)
  expect(renewals()).toBe(0)
  await s.clock.advance(1)
  const now = s.clock.now()
  await expect.poll(renewals).toBe(1)
  await expect
    .poll(async () => (await s.t.call('accounts.list', {})).entries[0]?.renewAt)
    .toBe(new Date(now + 30 * MINUTE).toISOString())
  expect(account.renewAt).toBe(new Date(now).toISOString())
})

test('After a long sleep, and at a start, what is due is renewed; two hints at once renew once.', async () => {
  const s = await setUp()
  await connected(s)
  await s.t.app.start()
  s.clock.set(s.clock.now() + 45 * MINUTE)
  s.t.app.nudge('resume')
  s.t.app.nudge('online')
  const renewals = () => s.server.requests.filter(({ form }) => form['grant_type'] === 'refresh_token').length
  await expect.poll(renewals).toBe(1)
  await s.clock.settle()
  expect(renewals()).toBe(1)
})

test('A renewal that cannot reach the network is tried again; a refused one signs the account out and says so.', async () => {
  const s = await setUp()
  await s.t.app.start()
  await connected(s)
  s.server.behave('hang-up')
  await s.clock.advance(30 * MINUTE)
  await expect.poll(() => s.server.requests.length).toBe(2)
  await expect.poll(() => s.clock.pending()).toBeGreaterThan(0)
  expect((await s.t.call('accounts.list', {})).entries[0]?.connection).toBe('valid')
  s.server.revoke()
  await expect
    .poll(async () => {
      await s.clock.advance(5 * MINUTE)
      return (await s.t.call('accounts.list', {})).entries[0]?.connection
    })
    .toBe('signed-out')
  await expect.poll(() => s.t.notices).toHaveLength(1)
  expect(s.t.notices[0]).toMatchObject({ kind: 'signed-out', account: 'Mine', itemId: null })
})

test('A post that finds its token over renews it and goes out.', async () => {
  const s = await setUp()
  const account = await connected(s)
  s.server.expire()
  s.clock.set(s.clock.now() + 120 * MINUTE)
  const post = await s.t.call('posts.save', { text: 'hello', targets: [{ accountId: account.id }] })
  const scheduled = await s.t.call('posts.schedule', { postId: post.id, when: { kind: 'now' } })
  const itemId = scheduled.items[0]?.id ?? ''
  await s.t.app.publish([itemId])
  expect(await s.t.call('items.get', { itemId })).toMatchObject({ state: 'published' })
})

test('After a crash an account goes on with what was stored; a sign-in under way is gone.', async () => {
  const s = await setUp()
  const account = await connected(s)
  const { signInId, url } = await s.start()
  await followLink(url)
  await came(s.t, signInId, 'arrived')
  const after = await s.t.crash()
  expect(await after.refusal('signIns.get', { signInId })).toBe('not-found')
  s.clock.set(s.clock.now() + 45 * MINUTE)
  await after.app.start()
  await expect
    .poll(async () => (await after.call('accounts.list', {})).entries[0]?.renewAt)
    .toBe(new Date(s.clock.now() + 30 * MINUTE).toISOString())
  expect(await after.call('accounts.check', { accountId: account.id })).toMatchObject({ connection: 'valid' })
})
