import { expect, test } from 'vitest'
import { attempt, daily, hourly, scheduling, standing } from '../fixtures/quota-limits.ts'
import { openTestApp, schedulePost, startTestApp } from '../fixtures/test-world.ts'

const HOUR = 3_600_000

test('without a meter every feature is enabled and not metered', async () => {
  const t = await openTestApp()
  expect(await t.call('quota.get', {})).toEqual({
    features: [
      { feature: 'PUBLISH_POST', enabled: true, quota: null },
      { feature: 'SCHEDULE_POST', enabled: true, quota: null },
      { feature: 'AI_TOOLS', enabled: true, quota: null },
    ],
    meters: [],
  })
})

test('a limit of 0 only counts', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', daily(0, scheduling))
  for (let n = 0; n < 3; n += 1) await schedulePost(t, `post ${n}`, [alice], 60)
  expect(await standing(t)).toMatchObject({ reserved: 3, remaining: null })
  expect((await t.call('quota.get', {})).features[1]).toMatchObject({
    quota: { limit: 0, currentUsage: 3, remainingUsage: 0 },
  })
})

test('a feature with several meters shows the one that leaves the least', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', daily(9, scheduling))
  await t.call('quota.save', { ...daily(3, scheduling), window: { kind: 'period', period: 'MONTH', zone: 'UTC' } })
  await schedulePost(t, 'One', [alice], 60)
  expect((await t.call('quota.get', {})).features[1]).toMatchObject({
    quota: { limit: 3, remainingUsage: 2, period: 'MONTH', resetsAt: '2026-12-01T00:00:00.000Z' },
  })
})

test('what remains of a rolling limit is what could be sent at once beside all that is planned', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', hourly(3))
  await schedulePost(t, 'sent', [alice])
  await t.clock.advance(0.75 * HOUR)
  for (const minutes of [10, 30]) await schedulePost(t, `in ${minutes}`, [alice], minutes * 60)
  // The hour from 9:00 holds one that was sent and one that is planned; that from now on holds two planned.
  expect(await standing(t)).toMatchObject({
    reserved: 1,
    consumed: 1,
    remaining: 1,
    resetsAt: '2026-11-01T10:00:00.000Z',
  })
  expect(await attempt(t, [alice], 0)).toBe('no failure')
  expect(await standing(t)).toMatchObject({ remaining: 0 })
})
