import { expect, test } from 'vitest'
import { createFolder } from '../../src-main/channels/folder.ts'
import { tools } from '../channels/channel-world.ts'
import { addAccount, openTestApp, schedulePost, startTestApp, type TestApp } from '../fixtures/test-world.ts'

const DAY = 86_400_000
const health = async (t: TestApp) => (await t.call('accounts.health', {})).entries
const advice = async (t: TestApp) =>
  (await health(t)).flatMap(({ recommendations }) =>
    recommendations.map(({ severity, message }) => [severity, message]),
  )

test('an account that can publish needs nothing', async () => {
  const t = await openTestApp()
  const accountId = await addAccount(t)
  expect(await health(t)).toEqual([
    {
      channel: 'scripted',
      accountId,
      connection: 'valid',
      checkedAt: new Date(t.clock.now()).toISOString(),
      lastPublishedAt: null,
      held: 0,
      recommendations: [],
    },
  ])
})

test('names each channel on which nothing was ever connected', async () => {
  const t = await openTestApp({ channels: [createFolder(tools)] })
  await addAccount(t)
  expect((await health(t)).map(({ channel, connection }) => [channel, connection])).toEqual([
    ['scripted', 'valid'],
    ['folder', 'never'],
  ])
  expect(await advice(t)).toEqual([['note', 'Nothing was ever connected on Folder.']])
})

test('says that an account is signed out, how many posts wait for it, and what to do', async () => {
  const { t, alice } = await startTestApp()
  t.network.behave('sign-out')
  await schedulePost(t, 'One', [alice])
  await t.clock.advance(1000)
  await schedulePost(t, 'Two', [alice])
  await t.clock.advance(1000)
  const [one] = await health(t)
  expect(one).toMatchObject({ connection: 'signed-out', held: 2 })
  expect(one?.recommendations.map(({ severity }) => severity)).toEqual(['error', 'warning'])
  expect(one?.recommendations[1]).toMatchObject({
    message: '2 posts wait for this account.',
    next: 'They go on when it is connected again.',
  })
})

test('tells when the sign-in ends', async () => {
  const t = await openTestApp()
  const account = await t.store.accounts.get(await addAccount(t))
  if (!account) throw new Error('the account is gone')
  await t.store.accounts.put({ ...account, connection: 'expiring', expiresAt: t.clock.now() + 2.5 * DAY })
  expect(await advice(t)).toEqual([['warning', 'Its sign-in ends in 3 days.']])
})

test('names what the network did not allow, before a post finds out', async () => {
  const t = await openTestApp()
  const account = await t.store.accounts.get(await addAccount(t))
  if (!account) throw new Error('the account is gone')
  const permissions = [
    { name: 'posts.write', why: 'To post.', granted: false },
    { name: 'profile.read', why: 'to see whose account this is', granted: true },
    { name: 'media.write', why: 'to upload files', granted: false },
  ]
  await t.store.accounts.put({ ...account, permissions })
  expect((await health(t))[0]?.recommendations).toMatchObject([
    {
      severity: 'warning',
      message: '2 permissions are missing: posts.write (to post), media.write (to upload files).',
      next: 'Connect it again, and allow all that is asked for.',
    },
  ])
  await t.store.accounts.put({ ...account, permissions: permissions.slice(0, 2) })
  expect(await advice(t)).toEqual([['warning', 'A permission is missing: posts.write (to post).']])
})

test('notes an account that was not checked for a month', async () => {
  const t = await openTestApp()
  await addAccount(t)
  t.clock.set(t.clock.now() + 31 * DAY)
  expect(await advice(t)).toEqual([['note', 'It was not checked for 31 days.']])
})

test('knows when the account last published, here or on the channel itself', async () => {
  const { t, alice } = await startTestApp()
  await schedulePost(t, 'One', [alice])
  await t.clock.advance(1000)
  const here = (await health(t))[0]?.lastPublishedAt
  expect(Date.parse(here ?? '')).toBeLessThanOrEqual(t.clock.now())
  const at = t.clock.now() + DAY
  t.clock.set(at + DAY)
  t.network.natives.push({ remote: { id: 'n1', url: null, parts: [] }, text: 'There', at, pictures: [] })
  await t.call('external.read', {})
  expect((await health(t))[0]?.lastPublishedAt).toBe(new Date(at).toISOString())
})

test('asks the channel for the pages an account can publish to', async () => {
  const t = await openTestApp({ channels: [createFolder(tools)] })
  const accountId = await addAccount(t)
  expect((await t.call('accounts.destinations', { accountId })).entries).toEqual([
    { id: 'page-1', name: 'First page' },
    { id: 'page-2', name: 'Second page' },
  ])
  const folder = await t.call('accounts.add', { channel: 'folder', name: 'Site', settings: { path: t.folder } })
  expect(await t.refusal('accounts.destinations', { accountId: folder.id })).toBe('channel-unsupported')
})
