import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addAccount, openTestApp, reversingVault, schedulePost } from '../fixtures/test-world.ts'

test('a credential is checked before anything is stored', async () => {
  const t = await openTestApp()
  const wrong = { channel: 'scripted', name: 'Alice', settings: {}, secret: 'wrong' }
  expect(await t.refusal('accounts.add', wrong)).toBe('wrong-credentials')
  expect((await t.call('accounts.list', {})).entries).toEqual([])
})

test('an account needs a channel that exists, a name of its own, good settings and its secret', async () => {
  const t = await openTestApp()
  await addAccount(t, 'Alice')
  const good = { channel: 'scripted', name: 'Bob', settings: {}, secret: 'secret' }
  expect(await t.refusal('accounts.add', { ...good, channel: 'myspace' })).toBe('channel-unsupported')
  expect(await t.app.gate('accounts.add', { ...good, name: 'ALICE' })).toMatchObject({
    failure: { code: 'invalid-input', field: 'name' },
  })
  expect(await t.app.gate('accounts.add', { ...good, settings: { limit: 'ten' } })).toMatchObject({
    failure: { field: 'settings.limit' },
  })
  expect(await t.app.gate('accounts.add', { channel: 'scripted', name: 'Bob', settings: {} })).toMatchObject({
    failure: { field: 'secret' },
  })
})

test('a secret is in the file only sealed, and gone after disconnecting', async () => {
  const t = await openTestApp()
  const { id } = await t.call('accounts.add', {
    channel: 'scripted',
    name: 'Alice',
    settings: {},
    secret: 'correct-horse-battery',
  })
  const bytes = () =>
    ['posthorn.db', 'posthorn.db-wal'].map((file) => readFileSync(join(t.folder, file), 'latin1')).join('')
  expect(bytes()).not.toContain('correct-horse-battery')
  expect(await t.store.secrets.get(`${id}:credential`)).toMatchObject({ keeper: 'system' })
  await t.call('accounts.disconnect', { accountId: id })
  expect(await t.store.secrets.get(`${id}:credential`)).toBeUndefined()
})

test('without a keychain a secret is refused until the person has chosen, then kept as chosen', async () => {
  const t = await openTestApp({ vaults: { system: null, keyFile: reversingVault('key-file'), headless: false } })
  const alice = { channel: 'scripted', name: 'Alice', settings: {}, secret: 'secret' }
  expect(await t.refusal('accounts.add', alice)).toBe('keychain-unavailable')
  await t.call('settings.update', { withoutKeychain: 'key-file' })
  const { id } = await t.call('accounts.add', alice)
  expect(await t.store.secrets.get(`${id}:credential`)).toMatchObject({ keeper: 'key-file' })
})

test('a secret kept until quitting is never in the file; the next run is signed out and says so', async () => {
  const t = await openTestApp({ vaults: { system: null, keyFile: null, headless: false } })
  await t.call('settings.update', { withoutKeychain: 'until-quit' })
  const alice = await addAccount(t)
  expect(await t.store.secrets.get(`${alice}:credential`)).toBeUndefined()
  expect((await t.call('status.get', {})).keychain).toBe('until-quit')
  await t.app.start()
  await schedulePost(t, 'Hello', [alice])
  await t.clock.settle()
  expect(t.network.sent).toHaveLength(1)
})

test('a headless run keeps secrets with the key file without asking', async () => {
  const t = await openTestApp({ vaults: { system: null, keyFile: reversingVault('key-file'), headless: true } })
  const alice = await addAccount(t)
  expect(await t.store.secrets.get(`${alice}:credential`)).toMatchObject({ keeper: 'key-file' })
})

test('a secret sealed by a keychain that cannot be opened holds the posts and asks to connect again', async () => {
  const t = await openTestApp()
  const alice = await addAccount(t)
  await schedulePost(t, 'Hello', [alice], 60)
  await t.store.secrets.put(`${alice}:credential`, { keeper: 'key-file', sealed: new Uint8Array([1]) })
  await t.app.start()
  await t.clock.advance(60_000)
  const { entries } = await t.call('items.list', {})
  expect(entries[0]).toMatchObject({
    state: 'waiting',
    waiting: { reason: 'signed-out' },
    failure: { code: 'secret-unreadable' },
  })
})

test('a check that cannot be made because the secret cannot be opened is kept with the account, and says why', async () => {
  const t = await openTestApp()
  const alice = await addAccount(t)
  await t.store.secrets.put(`${alice}:credential`, { keeper: 'key-file', sealed: new Uint8Array([1]) })
  await t.clock.advance(60_000)
  const checked = await t.call('accounts.check', { accountId: alice })
  expect(checked).toMatchObject({ connection: 'valid', failure: { code: 'secret-unreadable' } })
  expect(Date.parse(checked.checkedAt ?? '')).toBe(t.clock.now())
  expect((await t.call('accounts.list', {})).entries[0]).toEqual(checked)
})

test('a disconnected account holds what is scheduled, refuses what is new, and goes on when connected again', async () => {
  const t = await openTestApp()
  await t.app.start()
  const alice = await addAccount(t)
  await schedulePost(t, 'Before', [alice], 60)
  await t.call('accounts.disconnect', { accountId: alice })
  await t.clock.advance(60_000)
  expect((await t.call('items.list', {})).entries[0]).toMatchObject({
    state: 'waiting',
    waiting: { reason: 'signed-out' },
  })
  await expect(schedulePost(t, 'After', [alice])).rejects.toThrow('signed-out')
  await t.call('accounts.reconnect', { accountId: alice, secret: 'secret' })
  await t.clock.advance(100)
  expect(t.network.sent.map((post) => post.text)).toEqual(['Before'])
})

test('an account can be renamed, but not to a name that is taken', async () => {
  const t = await openTestApp()
  const alice = await addAccount(t, 'Alice')
  await addAccount(t, 'Bob')
  expect(await t.refusal('accounts.update', { accountId: alice, name: 'bob' })).toBe('invalid-input')
  expect(await t.call('accounts.update', { accountId: alice, name: 'alice' })).toMatchObject({ name: 'alice' })
})

test('settings keep what is left out and refuse a zone that does not exist', async () => {
  const t = await openTestApp()
  await t.call('settings.update', { appearance: 'dark' })
  expect(await t.call('settings.get', {})).toMatchObject({ appearance: 'dark', zone: 'Europe/Berlin', paused: false })
  expect(await t.refusal('settings.update', { zone: 'Nowhere/Land' })).toBe('unknown-zone')
})

test('media is kept once for the same bytes, and refused when it did not arrive whole', async () => {
  const t = await openTestApp()
  const data = Buffer.from('picture').toString('base64')
  const first = await t.call('media.add', { name: 'a.png', data })
  expect(await t.call('media.add', { name: 'b.png', data })).toMatchObject({ id: first.id, hash: first.hash, size: 7 })
  expect(await t.refusal('media.add', { name: 'c.png', data: 'no base64!' })).toBe('invalid-input')
})
