import { mkdirSync, writeFileSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addAccount, firstItem, openTestApp, schedulePost } from '../fixtures/test-world.ts'

const MINUTE = 60_000

test('activity tells every attempt of every post, newest first, a page at a time', async () => {
  const t = await openTestApp()
  await t.app.start()
  const alice = await addAccount(t)
  t.network.behave('limit')
  const first = firstItem(await schedulePost(t, 'the first', [alice]))
  await t.clock.advance(MINUTE)
  const second = firstItem(await schedulePost(t, 'the second', [alice], 60))
  await t.clock.advance(30 * MINUTE)
  const all = await t.call('activity.list', {})
  expect(all.entries.map(({ itemId, number, outcome, state }) => [itemId, number, outcome, state])).toEqual([
    [second.id, 1, 'published', 'published'],
    [first.id, 2, 'published', 'published'],
    [first.id, 1, 'limited', 'published'],
  ])
  expect(all.entries[2]).toMatchObject({ account: 'Alice', text: 'the first', failure: { code: 'rate-limited' } })
  const page = await t.call('activity.list', { limit: 2 })
  const rest = await t.call('activity.list', { limit: 2, cursor: page.cursor ?? '' })
  expect([...page.entries, ...rest.entries]).toEqual(all.entries)
  expect(rest.cursor).toBeNull()
})

test('activity can be narrowed to what did not succeed, and to one account, and leaves deleted posts out', async () => {
  const t = await openTestApp()
  await t.app.start()
  const [alice, bob] = [await addAccount(t), await addAccount(t, 'Bob')]
  t.network.behave('reject')
  const refused = await schedulePost(t, 'refused', [alice])
  await t.clock.advance(MINUTE)
  await schedulePost(t, 'fine', [bob])
  await t.clock.advance(MINUTE)
  const texts = async (filter: { problems?: boolean; accountId?: string }) =>
    (await t.call('activity.list', filter)).entries.map(({ text }) => text)
  expect(await texts({})).toEqual(['fine', 'refused'])
  expect(await texts({ problems: true })).toEqual(['refused'])
  expect(await texts({ accountId: bob })).toEqual(['fine'])
  await t.call('posts.delete', { postId: refused.id })
  expect(await texts({})).toEqual(['fine'])
})

test('health says when the scheduler looked last, and that it is late when it did not look for three minutes', async () => {
  const t = await openTestApp()
  const before = await t.call('health.get', {})
  expect(before.scheduler).toMatchObject({ lastLookAt: null, late: false })
  // Nobody has started the scheduler.
  await t.clock.advance(3 * MINUTE)
  expect((await t.call('health.get', {})).scheduler.late).toBe(true)
  await t.app.start()
  const { scheduler, file, online } = await t.call('health.get', {})
  expect(scheduler).toMatchObject({ lastLookAt: new Date(t.clock.now()).toISOString(), late: false, sending: 0 })
  expect(file.size).toBeGreaterThan(0)
  expect(file.free).toBeGreaterThan(0)
  expect(online).toBe(true)
})

test('diagnostics hold no text, no name, no address, no folder and no secret', async () => {
  const t = await openTestApp()
  await t.app.start()
  const alice = await addAccount(t, 'Alice of the Harbour')
  t.network.behave('reject')
  await schedulePost(t, 'for nobody else', [alice])
  await t.clock.advance(MINUTE)
  await t.call('settings.update', {
    writing: { provider: 'server', url: 'https://words.example.org/v1', model: 'a-model' },
  })
  const logs = join(t.folder, 'logs')
  mkdirSync(logs, { recursive: true })
  const secrets = [
    'nsec1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq',
    '12345678:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'xoxb-1234567890-abcdefghij',
    'https://discord.com/api/webhooks/123456/abcdefghijklmnop',
    'Bearer abcdefghijklmnop',
  ]
  const lines = secrets.map((secret) =>
    JSON.stringify({ level: 'warn', message: `it said ${secret}`, password: secret }),
  )
  const told = JSON.stringify({
    level: 'info',
    message: `${t.folder} for Alice of the Harbour`,
    detail: 'what a server said',
  })
  writeFileSync(join(logs, 'posthorn.log'), `${[...lines, told, 'no json'].join('\n')}\n`)
  const { name, text } = await t.call('health.diagnostics', {})
  expect(name).toMatch(/^posthorn-diagnostics-\d{4}-\d{2}-\d{2}\.json$/)
  const all = JSON.parse(text) as { attempts: object[]; accounts: object[]; log: object[] }
  expect(all.attempts).toHaveLength(1)
  expect(all.accounts).toMatchObject([{ channel: 'scripted', connection: 'valid' }])
  expect(all.log).toHaveLength(secrets.length + 2)
  const hidden = [
    'nobody else',
    'Harbour',
    'words.example.org',
    'what a server said',
    t.folder,
    homedir(),
    ...secrets.map((secret) => secret.split('/').at(-1)?.replace('Bearer ', '') ?? secret),
  ]
  expect(hidden.filter((word) => text.includes(word))).toEqual([])
  expect(text).not.toMatch(new RegExp(`"${userInfo().username}"`))
})
