import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Courier } from '../../src-main/app/courier.ts'
import { openTestApp } from '../fixtures/test-world.ts'

vi.setConfig({ testTimeout: 120_000 })

type Answer = Awaited<ReturnType<Courier['post']>>

const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constantFrom(200, 204, 302, 404, 500).map((status) => ({ status, error: null })),
  fc.constant({ status: null, error: 'Nothing listens at this address.' }),
)

test('whatever the addresses answer, and wherever Posthorn is killed, every message comes to its end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(answer, { maxLength: 40 }),
      fc.array(fc.nat(1), { minLength: 1, maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 4_000 }), { maxLength: 2 }),
      async (script, messages, kills) => {
        const tries: { id: string; url: string; answer: Answer }[] = []
        const left = [...script]
        const courier: Courier = {
          post: (url, { headers }) => {
            const given = left.shift() ?? { status: 204, error: null }
            tries.push({ id: headers['webhook-id'] ?? '', url, answer: given })
            return Promise.resolve(given)
          },
        }
        let t = await openTestApp({ courier })
        await t.app.start()
        const urls = ['https://one.example/', 'https://other.example/']
        const hooks = await Promise.all(urls.map((url) => t.call('hooks.save', { url, events: ['post.failed'] })))
        for (const which of messages) await t.call('hooks.test', { hookId: hooks[which]?.id ?? '' })
        for (const seconds of kills) {
          await t.clock.advance(seconds * 1000)
          t = await t.crash()
          await t.app.start()
        }
        await t.clock.settle()
        for (let hours = 0; hours < 10; hours += 1) await t.clock.advance(3_600_000)

        const { entries } = await t.call('hooks.deliveries', {})
        expect(entries).toHaveLength(messages.length)
        for (const { id, state, attempts, nextAt } of entries) {
          const own = tries.filter((one) => one.id === id)
          const taken = own.findIndex(({ answer: { status } }) => status === 200 || status === 204)
          expect([state, attempts, nextAt]).toEqual(
            taken === -1 ? ['given-up', 7, null] : ['delivered', taken + 1, null],
          )
          // Nothing is sent again after it was delivered.
          expect(own).toHaveLength(attempts)
        }
        // First tries go out in the order in which things happened.
        for (const [which, url] of urls.entries()) {
          const first = [...new Set(tries.filter((one) => one.url === url).map(({ id }) => id))]
          const asked = entries.filter(({ hookId }) => hookId === hooks[which]?.id).map(({ id }) => id)
          expect(first).toEqual(asked.toReversed())
        }
      },
    ),
    { numRuns: 15 },
  )
})
