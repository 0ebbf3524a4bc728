import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createScriptedHosts, type Weather } from '../fixtures/scripted-hosts.ts'
import { createTestClock } from '../fixtures/test-clock.ts'
import { openTestApp } from '../fixtures/test-world.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** What the app promises: posts of one account that come late stand at least so far apart. */
const PACE = 30_000

type Planned = { account: number; minute: number; thread: boolean }
type Spell = { minutes: number; weather: Weather }

const plan = fc.record({
  posts: fc.array(
    fc.record({ account: fc.nat(3), minute: fc.integer({ min: 1, max: 7 * 24 * 60 }), thread: fc.boolean() }),
    { minLength: 20, maxLength: 36 },
  ),
  /** How long the network is away before it flaps, in minutes. */
  away: fc.constantFrom(0, 300, 3000, 12_000),
  flaps: fc.array(
    fc.record({
      minutes: fc.integer({ min: 1, max: 25 }),
      weather: fc.constantFrom<Weather>('fair', 'away', 'offline', 'cut-before', 'cut-after'),
    }),
    { minLength: 2, maxLength: 6 },
  ),
})

/** Writes a week without a network, lives through the weather, and gives back what stands where. */
const live = async ({ posts, away, flaps }: { posts: Planned[]; away: number; flaps: Spell[] }) => {
  const clock = createTestClock()
  const start = clock.now()
  /** A machine that sleeps and wakes for a minute and a half, over and over. */
  const doze = async (minutes: number) => {
    const until = clock.now() + minutes * MINUTE
    while (clock.now() < until) {
      clock.set(Math.min(until, clock.now() + 3 * 60 * MINUTE))
      await clock.advance(1.5 * MINUTE)
    }
  }
  const spells: Spell[] = [{ minutes: away, weather: 'offline' }, ...flaps]
  const weatherAt = (at: number): Weather => {
    let until = start
    for (const { minutes, weather } of spells) if (at < (until += minutes * MINUTE)) return weather
    return 'fair'
  }
  const hosts = createScriptedHosts(clock.now, () => weatherAt(clock.now()))
  const t = await openTestApp({
    clock,
    channels: [hosts.channel],
    isOnline: () => weatherAt(clock.now()) !== 'offline',
  })
  await t.app.start()
  const accounts: string[] = []
  for (const user of ['ann', 'ben', 'cat', 'dan']) {
    const settings = { server: `https://${user < 'c' ? 'one' : user}.example`, user }
    accounts.push((await t.call('accounts.add', { channel: 'hosts', name: user, settings, secret: 's' })).id)
  }
  for (const [index, { account, minute, thread }] of posts.entries()) {
    const text = thread ? `${index}a|${index}b|${index}c` : `${index}`
    const lateness = { withinMinutes: 0, then: 'publish' } as const
    const { id } = await t.call('posts.save', {
      text,
      thread,
      lateness,
      targets: [{ accountId: accounts[account] ?? '' }],
    })
    const at = new Date(start + minute * MINUTE).toISOString()
    await t.call('posts.schedule', { postId: id, when: { kind: 'instant', at, zone: 'UTC' } })
  }
  // The machine's word that the network is back comes for some spells and not for others, as it does.
  await doze(away)
  for (const [index, { minutes }] of spells.slice(1).entries()) {
    await clock.advance(minutes * MINUTE)
    if (index % 2 === 0) t.app.nudge('online')
  }
  await doze(Math.max(0, (start + 7 * DAY - clock.now()) / MINUTE) + 300)
  await clock.advance(75 * MINUTE)
  const rest = await t.call('items.list', {
    states: ['scheduled', 'waiting', 'publishing', 'unconfirmed', 'failed', 'missed'],
    limit: 100,
  })
  return { start, arrived: hosts.arrived, rest: rest.entries.map((item) => `${item.text} ${item.state}`) }
}

test('a week written without a network stands exactly once, in order and spaced, however the network flaps', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (given) => {
      const { start, arrived, rest } = await live(given)
      expect(rest).toEqual([])
      const wanted = given.posts.flatMap(({ thread }, index) =>
        thread ? [`${index}a`, `${index}b`, `${index}c`] : [`${index}`],
      )
      expect(arrived.map((one) => one.text).toSorted()).toEqual(wanted.toSorted())
      for (const user of ['ann', 'ben', 'cat', 'dan']) {
        const stands = arrived
          .filter((one) => one.user === user && one.part === 0)
          .map((one) => ({ ...one, meant: start + (given.posts[Number.parseInt(one.text)]?.minute ?? 0) * MINUTE }))
        for (const [index, post] of stands.entries()) {
          const before = stands[index - 1]
          expect(post.at).toBeGreaterThanOrEqual(post.meant)
          if (!before) continue
          expect(post.meant).toBeGreaterThanOrEqual(before.meant)
          expect(post.at - before.at).toBeGreaterThanOrEqual(Math.min(PACE, post.meant - before.meant))
        }
      }
    }),
    { numRuns: 3, endOnFailure: true },
  )
}, 60_000)
