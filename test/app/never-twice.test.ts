import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Behaviour } from '../fixtures/scripted-channel.ts'
import { addAccount, openTestApp, schedulePost, type TestApp } from '../fixtures/test-world.ts'

const behaviours: Behaviour[] = [
  'accept',
  'lose-answer',
  'drop-request',
  'refuse-connection',
  'limit',
  'throw-after',
  'hang',
]
const HOUR = 3_600_000

/** What happens between two looks at the world. */
const happening = fc.oneof(
  fc.record({ kind: fc.constant('network' as const), does: fc.constantFrom(...behaviours) }),
  fc.record({ kind: fc.constant('time' as const), passes: fc.integer({ min: 1, max: 200_000 }) }),
  fc.record({ kind: fc.constant('crash' as const) }),
  fc.record({ kind: fc.constant('silence' as const) }),
  fc.record({ kind: fc.constant('online' as const) }),
)

const apply = async (
  t: TestApp,
  what: typeof happening extends fc.Arbitrary<infer T> ? T : never,
): Promise<TestApp> => {
  switch (what.kind) {
    case 'network':
      t.network.behave(what.does)
      return t
    case 'silence':
      t.network.answerLookups('silent')
      return t
    case 'time':
      await t.clock.advance(what.passes)
      return t
    case 'online':
      t.app.nudge('online')
      await t.clock.settle()
      return t
    case 'crash': {
      const next = await t.crash()
      await next.app.start()
      return next
    }
  }
}

test('whatever the network does and whenever the app dies, each post stands exactly once in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 25 }), async (story) => {
      let t = await openTestApp()
      await t.app.start()
      const accounts = [await addAccount(t, 'Alice'), await addAccount(t, 'Bob')]
      for (let index = 0; index < 3; index += 1) await schedulePost(t, `post ${index}`, accounts, 1 + index * 30)
      for (const what of story) t = await apply(t, what)
      t.network.heal()
      await t.clock.advance(4 * HOUR)
      const copies = Map.groupBy(t.network.sent, (post) => post.itemId)
      expect([...copies.values()].map((posts) => posts.length)).toEqual([1, 1, 1, 1, 1, 1])
      const { entries } = await t.call('items.list', {})
      expect(entries.map((item) => item.state)).toEqual(Array.from({ length: 6 }, () => 'published'))
    }),
    { numRuns: 60 },
  )
}, 120_000)
