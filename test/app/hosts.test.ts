import { expect, test } from 'vitest'
import { hostOf } from '../../src-main/app/hosts.ts'
import { createScriptedHosts, type Weather } from '../fixtures/scripted-hosts.ts'
import { createTestClock } from '../fixtures/test-clock.ts'
import { firstItem, openTestApp, type TestApp } from '../fixtures/test-world.ts'

const MINUTE = 60_000

const openHosts = async () => {
  const clock = createTestClock()
  const skies = new Map<string, Weather>()
  const hosts = createScriptedHosts(clock.now, (host) => skies.get(host) ?? 'fair')
  const t = await openTestApp({ clock, channels: [hosts.channel] })
  await t.app.start()
  const add = async (host: string, user: string) =>
    (
      await t.call('accounts.add', {
        channel: 'hosts',
        name: user,
        settings: { server: `https://${host}`, user },
        secret: 's',
      })
    ).id
  return { t, clock, hosts, skies, add }
}

const writeFor = async (t: TestApp, text: string, accountId: string, seconds = 0) => {
  const post = await t.call('posts.save', { text, targets: [{ accountId }] })
  const when = seconds === 0 ? ({ kind: 'now' } as const) : ({ kind: 'in', seconds } as const)
  return firstItem(await t.call('posts.schedule', { postId: post.id, when }))
}

test('a host that was out of reach three times in a row is tried by one item alone, and all go once it is back', async () => {
  const { t, clock, hosts, skies, add } = await openHosts()
  skies.set('dead.example', 'away')
  const users = Array.from({ length: 10 }, (_, index) => `user-${index}`)
  for (const user of users) await writeFor(t, user, await add('dead.example', user), 60)
  await clock.advance(MINUTE)
  const atFirst = hosts.tried.length
  expect(atFirst).toBeLessThanOrEqual(4)
  const { entries } = await t.call('items.list', { states: ['waiting'], limit: 20 })
  expect(entries).toHaveLength(10)
  for (const item of entries) {
    expect(item).toMatchObject({
      waiting: { reason: 'unreachable' },
      failure: { message: 'dead.example cannot be reached right now.' },
    })
    expect(Date.parse(item.nextAt ?? '')).toBeGreaterThan(clock.now())
  }
  await clock.advance(10 * MINUTE)
  // Alone, each of the ten would have tried some eight times by now.
  expect(hosts.tried.length - atFirst).toBeLessThan(20)
  skies.set('dead.example', 'fair')
  await clock.advance(6 * MINUTE)
  expect(hosts.arrived.map((one) => one.text).toSorted()).toEqual(users)
})

test('four servers that never answer do not delay the fifth', async () => {
  const { t, clock, hosts, skies, add } = await openHosts()
  for (const host of ['a', 'b', 'c', 'd']) {
    skies.set(`${host}.example`, 'silent')
    for (const nth of [1, 2, 3]) await writeFor(t, `${host}${nth}`, await add(`${host}.example`, `${host}${nth}`), 60)
  }
  await writeFor(t, 'through', await add('fine.example', 'fine'), 61)
  await clock.advance(61_000 + 6_000)
  expect(hosts.arrived.filter((one) => one.host === 'fine.example')).toMatchObject([{ text: 'through' }])
  const before = clock.now()
  await writeFor(t, 'again', await add('fine.example', 'fine again'))
  await clock.advance(6_000)
  expect(hosts.arrived.find((one) => one.text === 'again')?.at).toBeLessThanOrEqual(before + 6_000)
})

test('what is due is not put off because an item of another account is on its way', async () => {
  const { t, clock, hosts, skies, add } = await openHosts()
  skies.set('slow.example', 'silent')
  const slow = await add('slow.example', 'slow')
  await writeFor(t, 'hangs', slow, 10)
  await writeFor(t, 'behind it', slow, 11)
  await writeFor(t, 'on time', await add('fine.example', 'fine'), 40)
  await clock.advance(40_000)
  expect(hosts.arrived.find((one) => one.text === 'on time')).toBeDefined()
})

test('a publish that is stuck is ended by its deadline, and settled by asking', async () => {
  const { t, clock, hosts, skies, add } = await openHosts()
  skies.set('slow.example', 'silent')
  const item = await writeFor(t, 'stuck', await add('slow.example', 'slow'))
  await clock.advance(130_000)
  expect((await t.call('items.get', { itemId: item.id })).state).toBe('unconfirmed')
  skies.set('slow.example', 'fair')
  await clock.advance(10 * MINUTE)
  expect((await t.call('items.get', { itemId: item.id })).state).toBe('published')
  expect(hosts.arrived).toHaveLength(1)
})

test('forty posts of one account that come late go out in their order, half a minute apart', async () => {
  const { t, clock, hosts, add } = await openHosts()
  const account = await add('fine.example', 'fine')
  for (let nth = 40; nth >= 1; nth -= 1) await writeFor(t, String(nth), account, nth * 120)
  clock.set(clock.now() + 3 * 60 * MINUTE)
  t.app.nudge('resume')
  await clock.settle()
  expect(hosts.arrived.map((one) => one.text)).toEqual(['1'])
  const { entries } = await t.call('items.list', { states: ['waiting'], limit: 50 })
  expect(new Set(entries.map((item) => item.waiting?.reason))).toEqual(new Set(['turn']))
  await clock.advance(40 * MINUTE)
  expect(hosts.arrived.map((one) => Number(one.text))).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
  const gaps = hosts.arrived.slice(1).map((one, index) => one.at - (hosts.arrived[index]?.at ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(30_000)
})

test('what was meant closer together stays so, and what the person wants out now does not stand in line', async () => {
  const { t, clock, hosts, add } = await openHosts()
  const account = await add('fine.example', 'fine')
  for (const nth of [0, 1, 2, 3]) await writeFor(t, String(nth), account, 60 + nth * 5)
  clock.set(clock.now() + 60 * MINUTE)
  t.app.nudge('resume')
  await clock.settle()
  await writeFor(t, 'now', account)
  await clock.settle()
  expect(hosts.arrived.map((one) => one.text)).toEqual(['0', 'now'])
  await clock.advance(2 * MINUTE)
  expect(hosts.arrived.map((one) => one.text).slice(2)).toEqual(['1', '2', '3'])
})

test('the host of an account is that of the addresses in its settings', () => {
  expect(hostOf({ settings: { server: 'https://one.example/path', name: 'x' } })).toBe('one.example')
  expect(hostOf({ settings: { relays: ['wss://b.example', 'wss://a.example'] } })).toBe('a.example, b.example')
  expect(hostOf({ settings: { path: '/a/folder' } })).toBeNull()
})
