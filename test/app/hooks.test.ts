import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { HookEvent } from '../../src-preload/contract/model/hook.ts'
import { addAccount, openTestApp, reversingVault, schedulePost, type TestApp } from '../fixtures/test-world.ts'

const ALL: HookEvent[] = [
  'post.scheduled',
  'post.published',
  'post.failed',
  'account.connected',
  'account.expiring',
  'account.signed-out',
  'account.disconnected',
]

const addHook = (t: TestApp, of: { events?: HookEvent[]; active?: boolean } = {}) =>
  t.call('hooks.save', { url: 'https://hooks.example/posthorn', events: ALL, ...of })

/** The log as it was written, oldest first. */
const log = async (t: TestApp) => (await t.call('hooks.deliveries', { limit: 200 })).entries.toReversed()
const eventsOf = async (t: TestApp) => (await log(t)).map(({ event }) => event)

test('a webhook tells its secret when it is made and never again', async () => {
  const t = await openTestApp()
  const { secret, ...hook } = await addHook(t)
  expect(secret).toMatch(/^whsec_[\w+/]{43}=$/)
  expect(await t.call('hooks.list', {})).toEqual({ entries: [hook] })
  const changed = await t.call('hooks.save', { hookId: hook.id, url: hook.url, events: ['post.failed'] })
  expect(changed).toEqual({ ...hook, events: ['post.failed'], secret: null })
  const renewed = await t.call('hooks.save', { hookId: hook.id, url: hook.url, events: ALL, newSecret: true })
  expect(renewed.secret).toMatch(/^whsec_/)
  expect(renewed.secret).not.toBe(secret)
})

test('the secret is in the file only sealed, and gone with its webhook', async () => {
  const t = await openTestApp()
  const { id, secret } = await addHook(t)
  const bytes = ['posthorn.db', 'posthorn.db-wal'].map((file) => readFileSync(join(t.folder, file), 'latin1')).join('')
  expect(bytes).not.toContain(secret)
  expect(await t.store.secrets.get(`${id}:secret`)).toMatchObject({ keeper: 'system' })
  expect(await t.call('hooks.remove', { hookId: id })).toEqual({ done: true })
  expect(await t.store.secrets.get(`${id}:secret`)).toBeUndefined()
  expect(await t.call('hooks.list', {})).toEqual({ entries: [] })
})

test('nothing is made where its secret cannot be kept', async () => {
  const t = await openTestApp({ vaults: { system: null, keyFile: reversingVault('key-file'), headless: false } })
  const hook = { url: 'https://hooks.example', events: ALL }
  expect(await t.refusal('hooks.save', hook)).toBe('keychain-unavailable')
  expect(await t.call('hooks.list', {})).toEqual({ entries: [] })
})

test.for([
  'https://hooks.example/x',
  'http://localhost:3000/x',
  'http://127.0.0.1/x',
  'http://[::1]:80/',
  'http://192.168.1.20:5678/webhook',
  'http://[fd00::1]/',
  'https://10.0.0.1/',
])('takes %s', async (url) => {
  const t = await openTestApp()
  expect(await t.call('hooks.save', { url, events: ['post.failed'] })).toMatchObject({ url })
})

test.for([
  'http://hooks.example/x',
  'http://8.8.8.8/',
  'http://169.254.169.254/latest',
  'http://localhost.hooks.example/',
  'https://name:password@hooks.example/',
  'ftp://hooks.example/',
  'hooks.example',
])('refuses %s', async (url) => {
  const t = await openTestApp()
  expect(await t.app.gate('hooks.save', { url, events: ['post.failed'] })).toMatchObject({
    failure: { code: 'invalid-input', field: 'url' },
  })
  expect(await t.call('hooks.list', {})).toEqual({ entries: [] })
})

test('what is not there is said not to be there', async () => {
  const t = await openTestApp()
  const hookId = 'hok_0000000000'
  expect(await t.refusal('hooks.save', { hookId, url: 'https://a.example', events: ALL })).toBe('not-found')
  expect(await t.refusal('hooks.remove', { hookId })).toBe('not-found')
  expect(await t.refusal('hooks.test', { hookId })).toBe('not-found')
  expect(await t.refusal('hooks.redeliver', { deliveryId: 'dlv_0000000000' })).toBe('not-found')
})

test('an item is told when it is scheduled, moved, published and failed, with its post', async () => {
  const t = await openTestApp()
  const alice = await addAccount(t)
  await addHook(t, { events: ['post.scheduled', 'post.published', 'post.failed'] })
  const post = await schedulePost(t, 'Hello', [alice], 60)
  const [item] = post.items
  await t.call('items.reschedule', { itemId: item?.id ?? '', when: { kind: 'in', seconds: 90 } })
  await t.app.start()
  await t.clock.advance(90_000)
  t.network.behave('reject')
  await schedulePost(t, 'Never', [alice])
  await t.clock.settle()
  const entries = await log(t)
  expect(entries.map(({ event }) => event)).toEqual([
    'post.scheduled',
    'post.scheduled',
    'post.published',
    'post.failed',
  ])
  expect(JSON.parse(entries[2]?.body ?? '')).toMatchObject({
    id: entries[2]?.id,
    event: 'post.published',
    createdAt: entries[2]?.createdAt,
    data: {
      item: { id: item?.id, state: 'published', remote: { url: expect.stringContaining('https://network.example/') } },
      post: { id: post.id, text: 'Hello', status: 'published' },
    },
  })
  expect(JSON.parse(entries[3]?.body ?? '')).toMatchObject({
    data: { item: { failure: { code: 'rejected-by-channel' } } },
  })
})

test('a post of several items is told item by item', async () => {
  const t = await openTestApp()
  const accounts = [await addAccount(t, 'Alice'), await addAccount(t, 'Bob')]
  await addHook(t, { events: ['post.scheduled'] })
  await schedulePost(t, 'Hello', accounts, 60)
  const told = (await log(t)).map(({ body }) => JSON.parse(body) as { data: { item: { accountId: string } } })
  expect(told.map(({ data }) => data.item.accountId)).toEqual(accounts)
})

test('what is published at once was never scheduled, nor is what waits for another try', async () => {
  const t = await openTestApp()
  const alice = await addAccount(t)
  await addHook(t, { events: ['post.scheduled', 'post.published'] })
  await t.app.start()
  t.network.behave('refuse-connection')
  await schedulePost(t, 'Hello', [alice])
  await t.clock.advance(10_000)
  expect(await eventsOf(t)).toEqual(['post.published'])
})

test('nothing is told of what was refused', async () => {
  const t = await openTestApp()
  const [alice, bob] = [await addAccount(t, 'Alice'), await addAccount(t, 'Bob')]
  await addHook(t)
  await expect(schedulePost(t, 'Far too long for this network', [alice, bob], 60)).rejects.toThrow('text-too-long')
  expect(await eventsOf(t)).toEqual([])
})

test('an account is told when it is connected, signed out, disconnected, and connected again', async () => {
  const t = await openTestApp()
  await addHook(t)
  const alice = await addAccount(t)
  await t.call('accounts.update', { accountId: alice, name: 'Alicia' })
  await t.app.start()
  t.network.behave('sign-out')
  await schedulePost(t, 'Hello', [alice])
  await t.clock.settle()
  await t.call('accounts.reconnect', { accountId: alice, secret: 'secret' })
  await t.call('accounts.disconnect', { accountId: alice })
  expect((await eventsOf(t)).filter((event) => event.startsWith('account.'))).toEqual([
    'account.connected',
    'account.signed-out',
    'account.connected',
    'account.disconnected',
  ])
  const [first] = await log(t)
  expect(JSON.parse(first?.body ?? '')).toMatchObject({ data: { account: { id: alice, connection: 'valid' } } })
  expect(first?.body).not.toContain('"secret"')
})

test('an account that ends within seven days is told once, also when it is saved meanwhile', async () => {
  const t = await openTestApp()
  const alice = await addAccount(t)
  await addHook(t, { events: ['account.expiring', 'account.connected'] })
  const account = await t.store.accounts.get(alice)
  const day = 86_400_000
  if (account) await t.store.accounts.put({ ...account, expiresAt: t.clock.now() + 8 * day })
  await t.app.start()
  expect(await eventsOf(t)).toEqual([])
  await t.clock.advance(day + 3_600_000)
  expect(await eventsOf(t)).toEqual(['account.expiring'])
  expect((await t.call('accounts.list', {})).entries).toMatchObject([{ id: alice, connection: 'expiring' }])
  expect(t.events.findLast(({ kind }) => kind === 'account-changed')).toMatchObject({
    account: { connection: 'expiring' },
  })
  await t.call('accounts.update', { accountId: alice, name: 'Alicia' })
  await t.clock.advance(2 * day)
  expect(await eventsOf(t)).toEqual(['account.expiring'])
  // The network gave it a credential without an end.
  await t.call('accounts.reconnect', { accountId: alice, secret: 'secret' })
  expect((await t.call('accounts.list', {})).entries).toMatchObject([{ connection: 'valid' }])
})

test('only what an active webhook wants is collected', async () => {
  const t = await openTestApp()
  const alice = await addAccount(t)
  await schedulePost(t, 'Nobody', [alice], 60)
  const { id } = await addHook(t, { events: ['post.failed'] })
  await schedulePost(t, 'listens', [alice], 60)
  await addHook(t, { active: false })
  await schedulePost(t, 'to this', [alice], 60)
  expect(await log(t)).toEqual([])
  await t.call('hooks.save', { hookId: id, url: 'https://hooks.example', events: ['post.scheduled'] })
  await schedulePost(t, 'but to this', [alice], 60)
  expect(await log(t)).toMatchObject([{ hookId: id, event: 'post.scheduled' }])
})

test('the log is paged, newest first, of one webhook or of all', async () => {
  const t = await openTestApp()
  const [one, other] = [await addHook(t), await addHook(t)]
  for (let sent = 0; sent < 3; sent += 1) await t.call('hooks.test', { hookId: one.id })
  const last = await t.call('hooks.test', { hookId: other.id })
  const first = await t.call('hooks.deliveries', { limit: 3 })
  expect(first.entries[0]).toEqual(last)
  const second = await t.call('hooks.deliveries', { limit: 3, cursor: first.cursor ?? '' })
  expect([first.entries.length, second.entries.length, second.cursor]).toEqual([3, 1, null])
  expect((await t.call('hooks.deliveries', { hookId: one.id })).entries).toHaveLength(3)
})

test('a webhook that is switched off is sent nothing, not even a test', async () => {
  const t = await openTestApp()
  const { id, url } = await addHook(t)
  const { id: deliveryId } = await t.call('hooks.test', { hookId: id })
  await t.call('hooks.save', { hookId: id, url, events: ALL, active: false })
  expect(await t.refusal('hooks.test', { hookId: id })).toBe('illegal-transition')
  expect(await t.refusal('hooks.redeliver', { deliveryId })).toBe('illegal-transition')
})
