import { expect, test } from 'vitest'
import { openTestApp } from '../fixtures/test-world.ts'

test('a key is told once and kept as its hash alone', async () => {
  const t = await openTestApp()
  const made = await t.call('keys.create', { name: ' My script ', kind: 'live' })
  expect(made.key).toMatch(/^sk_live_[\w-]{43}$/)
  expect(Buffer.from(made.key.slice('sk_live_'.length), 'base64url')).toHaveLength(32)
  expect(made).toMatchObject({ name: 'My script', hint: made.key.slice(-4), lastUsedAt: null, revokedAt: null })
  const { entries } = await t.call('keys.list', {})
  expect(entries).toEqual([{ ...made, key: undefined }])
  expect(JSON.stringify(await t.store.keys.list())).not.toContain(made.key.slice('sk_live_'.length))
})

test('no two keys are the same, and each says what it opens', async () => {
  const t = await openTestApp()
  const keys = await Promise.all(
    Array.from({ length: 20 }, (_, number) => t.call('keys.create', { name: `${number}`, kind: 'test' })),
  )
  expect(new Set(keys.map(({ key }) => key)).size).toBe(20)
  expect(keys.every(({ key }) => key.startsWith('sk_test_'))).toBe(true)
})

test('a key is live unless it is said otherwise, and must have a name', async () => {
  const t = await openTestApp()
  expect(await t.call('keys.create', { name: 'One' })).toMatchObject({ kind: 'live' })
  expect(await t.refusal('keys.create', { name: '  ' })).toBe('invalid-input')
})

test('a key is known for whose it is until it is revoked', async () => {
  const t = await openTestApp()
  const { key, id } = await t.call('keys.create', { name: 'Script', kind: 'test' })
  expect(await t.app.keyFor(key)).toEqual({ id, name: 'Script', kind: 'test' })
  const revoked = await t.call('keys.revoke', { keyId: id })
  expect(revoked.revokedAt).toBe(new Date(t.clock.now()).toISOString())
  expect(await t.app.keyFor(key)).toBeNull()
  await t.clock.advance(60_000)
  expect(await t.call('keys.revoke', { keyId: id })).toEqual(revoked)
  expect(await t.refusal('keys.revoke', { keyId: 'key_0000000000' })).toBe('not-found')
})

test('what is no key, or a piece of one, opens nothing', async () => {
  const t = await openTestApp()
  const { key } = await t.call('keys.create', { name: 'Script' })
  for (const other of ['', 'sk_live_', key.slice(0, -1), `${key}A`, key.replace('live', 'test'), key.toUpperCase()]) {
    expect([other, await t.app.keyFor(other)]).toEqual([other, null])
  }
})

test('a key’s last use is remembered to the minute', async () => {
  const t = await openTestApp()
  const { key } = await t.call('keys.create', { name: 'Script' })
  const first = t.clock.now()
  const lastUse = async () => (await t.store.keys.list())[0]?.lastUsedAt
  await t.app.keyFor(key)
  expect(await lastUse()).toBe(first)
  await t.clock.advance(59_000)
  await t.app.keyFor(key)
  expect(await lastUse()).toBe(first)
  await t.clock.advance(1_000)
  await t.app.keyFor(key)
  expect(await lastUse()).toBe(first + 60_000)
})

test('keys outlive a crash', async () => {
  const t = await openTestApp()
  const { key, id } = await t.call('keys.create', { name: 'Script' })
  expect(await (await t.crash()).app.keyFor(key)).toMatchObject({ id })
})
