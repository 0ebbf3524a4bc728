import { expect, test } from 'vitest'
import { attempt, balance, price, standing } from '../fixtures/quota-limits.ts'
import { addAccount, firstItem, schedulePost, startTestApp, textsOf } from '../fixtures/test-world.ts'

const DAY = 24 * 3_600_000

test('credits are checked when scheduling: short of them it is refused, and what costs nothing still goes', async () => {
  const { t, alice } = await startTestApp()
  const free = await addAccount(t, 'Free')
  await price(t, alice, 3)
  await t.call('quota.save', balance(5))
  expect(await attempt(t, [alice], 60)).toBe('no failure')
  expect(await standing(t)).toMatchObject({ unit: 'credits', reserved: 3, consumed: 0, remaining: 2, resetsAt: null })
  expect(await attempt(t, [alice], 60)).toBe('credits-exhausted')
  expect(await attempt(t, [free], 60)).toBe('no failure')
  await t.clock.advance(60_000)
  expect(await standing(t)).toMatchObject({ reserved: 0, consumed: 3, remaining: 2 })
})

test('a price is agreed when the post is scheduled', async () => {
  const { t, alice } = await startTestApp()
  await price(t, alice, 2)
  await t.call('quota.save', balance(5))
  const item = firstItem(await schedulePost(t, 'Two', [alice], 60))
  await price(t, alice, 100)
  await t.clock.advance(60_000)
  expect((await t.call('items.get', { itemId: item.id })).charge).toMatchObject({ credits: 2, standing: 'consumed' })
  expect(await attempt(t, [alice], 60)).toBe('credits-exhausted')
})

test('a balance that ran out holds what was planned until the person fills it up', async () => {
  const { t, alice } = await startTestApp()
  await price(t, alice, 3)
  await t.call('quota.save', balance(6))
  await schedulePost(t, 'one', [alice], 60)
  const item = firstItem(await schedulePost(t, 'two', [alice], 61))
  await t.call('quota.save', balance(4))
  await t.clock.advance(DAY)
  expect(textsOf(t)).toEqual(['one'])
  expect(await t.call('items.get', { itemId: item.id })).toMatchObject({
    state: 'waiting',
    waiting: { reason: 'quota' },
    nextAt: null,
    failure: {
      code: 'credits-exhausted',
      message:
        'A post to Alice takes 3 credits, and of 4 credits in all for everything that is published 3 are planned or used.',
    },
  })
  await t.call('quota.save', balance(6))
  await t.clock.advance(1000)
  expect(textsOf(t)).toEqual(['one', 'two'])
})
