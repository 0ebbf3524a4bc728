import { expect, test } from 'vitest'
import type { MeterState } from '../../src-preload/contract/model/quota.ts'
import { costLine } from '../../src-renderer/composer/send/forecast-words.ts'
import { formOf, meterOf } from '../../src-renderer/limits/limit-form.ts'
import { createLimitsStore } from '../../src-renderer/limits/limits-store.ts'
import { limitName, resetWords, standing, subjectName } from '../../src-renderer/limits/meter-words.ts'
import { createManualTimers } from './manual-timers.ts'
import { createMemoryBridge, emptyWorld } from './memory-bridge.ts'
import { failure } from './memory-kit.ts'

const meter = (change: Partial<MeterState> = {}): MeterState => ({
  id: 'mtr_0123456789',
  source: 'person',
  subject: { kind: 'everything' },
  unit: 'posts',
  limit: 5,
  window: { kind: 'period', period: 'DAY', zone: 'UTC' },
  reserved: 1,
  consumed: 2,
  remaining: 2,
  resetsAt: '2026-12-02T00:00:00.000Z',
  ...change,
})
const clock = { zone: 'UTC', now: Date.parse('2026-12-01T12:00:00Z') }

test('a limit is told in words: how much, in what time, how it stands, when there is room again', () => {
  expect(limitName(meter())).toBe('5 posts a day')
  expect(standing(meter())).toBe('2 used, 1 planned, 2 left')
  expect(resetWords(meter(), clock)).toMatch(/^Begins anew tomorrow, .*\.$/)
  const rolling = meter({ window: { kind: 'rolling', seconds: 86_400 }, unit: 'credits', limit: 1 })
  expect(limitName(rolling)).toBe('1 credit in any 24 hours')
  expect(resetWords(rolling, clock)).toMatch(/^The next one is free tomorrow/)
  const balance = meter({ window: { kind: 'balance' }, limit: 1000, resetsAt: null })
  expect(limitName(balance)).toBe('1,000 posts in all')
  expect(resetWords(balance, clock)).toMatch(/does not reset/)
  const counted = meter({ limit: 0, remaining: null, reserved: 0 })
  expect(limitName(counted)).toBe('Counted only, a day')
  expect(standing(counted)).toBe('2 used')
  expect(resetWords(counted, clock)).toBeNull()
})

test('a limit is named after what it is about', () => {
  const names = { account: () => 'Alice' }
  expect(subjectName({ kind: 'account', accountId: 'acc_1' }, names)).toBe('Alice')
  expect(subjectName({ kind: 'feature', feature: 'AI_TOOLS' }, names)).toBe('Suggestions')
  expect(limitName(meter({ subject: { kind: 'feature', feature: 'AI_TOOLS' } }))).toBe('5 uses a day')
})

test('what is typed comes back the same from every limit', () => {
  const windows: MeterState['window'][] = [
    { kind: 'period', period: 'MONTH', zone: 'Asia/Tokyo' },
    { kind: 'rolling', seconds: 7200 },
    { kind: 'balance' },
  ]
  const subjects: MeterState['subject'][] = [
    { kind: 'everything' },
    { kind: 'feature', feature: 'SCHEDULE_POST' },
    { kind: 'account', accountId: 'acc_0123456789' },
  ]
  for (const window of windows) {
    for (const subject of subjects) {
      const { unit, limit } = meter()
      expect(meterOf(formOf(meter({ window, subject }), 'UTC'))).toEqual({ subject, unit, limit, window })
    }
  }
})

const forecast = {
  feature: 'PUBLISH_POST' as const,
  entries: [{ accountId: 'acc_1', credits: 3, at: null, reason: null }],
}

test('before sending the cost and the scarcest of what is left are told, and nothing where nothing is metered', () => {
  expect(costLine({ ...forecast, entries: [] }, [])).toBeNull()
  expect(costLine(forecast, [])).toBe('Costs 3 credits')
  const wide = meter({ limit: 50, remaining: 40 })
  const credits = meter({ unit: 'credits', limit: 20, remaining: 17, window: { kind: 'balance' } })
  const other = meter({ subject: { kind: 'account', accountId: 'acc_2' }, remaining: 0 })
  const scheduling = meter({ subject: { kind: 'feature', feature: 'SCHEDULE_POST' }, remaining: 0 })
  expect(costLine(forecast, [wide, meter(), credits, other, scheduling])).toBe(
    'Costs 3 credits · 17 of 20 credits left · 2 of 5 posts left today',
  )
})

test('a channel’s own limit is worth a word only when it comes near', () => {
  const ofChannel = { source: 'channel', subject: { kind: 'account', accountId: 'acc_1' }, limit: 100 } as const
  const free = { ...forecast, entries: [{ accountId: 'acc_1', credits: 0, at: null, reason: null }] }
  expect(costLine(free, [meter({ ...ofChannel, remaining: 90 })])).toBeNull()
  expect(costLine(free, [meter({ ...ofChannel, remaining: 20 })])).toBe('20 of 100 posts left today')
})

test('the limits are read again once after many posts changed, and a failure is told', async () => {
  const world = emptyWorld()
  const bridge = createMemoryBridge(world)
  const timers = createManualTimers()
  const limits = createLimitsStore(bridge, timers)
  await limits.load()
  world.rules.meters.push(meter())
  for (let count = 0; count < 5; count += 1) limits.hear({ kind: 'quota-changed' })
  await timers.pass(1000)
  expect(limits.state.getState()).toMatchObject({ meters: [{ limit: 5 }], failure: null })
  expect(bridge.calls).toHaveLength(2)
  world.failing.set('quota.get', failure('unreachable', 'Posthorn does not answer.'))
  await limits.load()
  expect(limits.state.getState()).toMatchObject({ meters: [{ limit: 5 }], failure: { code: 'unreachable' } })
})
