import { expect, test } from 'vitest'
import { attempt, daily, hourly, standing } from '../fixtures/quota-limits.ts'
import { firstItem, schedulePost, startTestApp, stateOf, textsOf } from '../fixtures/test-world.ts'

const HOUR = 3_600_000

test('a limit of one kind is set once: setting it again changes it', async () => {
  const { t } = await startTestApp()
  const first = await t.call('quota.save', daily(5))
  const again = await t.call('quota.save', {
    ...daily(6),
    window: { kind: 'period', period: 'DAY', zone: 'Asia/Tokyo' },
  })
  expect(again).toMatchObject({ id: first.id, limit: 6, window: { zone: 'Asia/Tokyo' } })
  const other = await t.call('quota.save', hourly(3))
  expect(await t.refusal('quota.save', { ...hourly(3), meterId: first.id ?? '' })).toBe('invalid-input')
  expect(await t.call('quota.save', { ...hourly(0), meterId: other.id ?? '' })).toMatchObject({
    id: other.id,
    limit: 0,
    remaining: null,
  })
  expect((await t.call('quota.get', {})).meters).toHaveLength(2)
})

test('a limit on what does not exist is refused', async () => {
  const { t } = await startTestApp()
  expect(await t.refusal('quota.save', { ...daily(1), meterId: 'mtr_0000000000' })).toBe('not-found')
  expect(await t.refusal('quota.save', daily(1, { kind: 'account', accountId: 'acc_0000000000' }))).toBe('not-found')
  const nowhere = { kind: 'period', period: 'DAY', zone: 'Nowhere/Here' } as const
  expect(await t.refusal('quota.save', { ...daily(1), window: nowhere })).toBe('unknown-zone')
  expect(await t.refusal('quota.remove', { meterId: 'mtr_0000000000' })).toBe('not-found')
})

test('a limit that is raised lets go of what waits for it, but of nothing before its time', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', hourly(1))
  await schedulePost(t, 'one', [alice])
  const due = firstItem(await schedulePost(t, 'two', [alice]))
  const planned = firstItem(await schedulePost(t, 'three', [alice], 5400))
  expect([await stateOf(t, due.id), await stateOf(t, planned.id)]).toEqual(['waiting', 'waiting'])
  await t.call('quota.save', hourly(9))
  await t.clock.advance(1000)
  expect(textsOf(t)).toEqual(['one', 'two'])
  expect(await t.call('items.get', { itemId: planned.id })).toMatchObject({ nextAt: '2026-11-01T10:30:00.000Z' })
  await t.clock.advance(2 * HOUR)
  expect(textsOf(t)).toEqual(['one', 'two', 'three'])
})

test('a limit that is taken away lets go of what waits for it', async () => {
  const { t, alice } = await startTestApp()
  const { id } = await t.call('quota.save', hourly(1))
  for (const text of ['one', 'two']) await schedulePost(t, text, [alice])
  await t.clock.settle()
  expect(textsOf(t)).toEqual(['one'])
  await t.call('quota.remove', { meterId: id ?? '' })
  await t.clock.advance(1000)
  expect(textsOf(t)).toEqual(['one', 'two'])
  expect(t.events.filter(({ kind }) => kind === 'quota-changed')).toHaveLength(2)
})

test('a limit lowered below what is planned: the first in line go, the rest wait, and nothing new is taken', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', daily(4))
  for (const [n, text] of ['one', 'two', 'three', 'four'].entries()) await schedulePost(t, text, [alice], 60 + n)
  await t.call('quota.save', daily(2))
  expect(await standing(t)).toMatchObject({ reserved: 4, remaining: 0 })
  expect(await attempt(t, [alice], 60)).toBe('quota-exhausted')
  await t.clock.advance(HOUR)
  expect(textsOf(t)).toEqual(['one', 'two'])
  const { entries } = await t.call('items.list', { states: ['waiting'] })
  expect(entries.map(({ nextAt }) => nextAt)).toEqual(['2026-11-02T00:00:00.000Z', '2026-11-02T00:00:00.000Z'])
  expect(await standing(t)).toMatchObject({ reserved: 0, consumed: 2 })
})
