import { expect, test } from 'vitest'
import type { Meter } from '../../src-preload/contract/model/quota.ts'
import { amountOf, chargesOf, counts, type Limit, sameKind } from '../../src-main/core/meters.ts'
import { exhausted, type Full, mustWait } from '../../src-main/core/meters-words.ts'

const daily: Limit = {
  subject: { kind: 'feature', feature: 'SCHEDULE_POST' },
  unit: 'posts',
  limit: 3,
  window: { kind: 'period', period: 'DAY', zone: 'Europe/Berlin' },
  source: 'person',
}

const full = (of: Partial<Full> = {}): Full => ({
  limit: daily,
  account: 'Alice',
  used: 3,
  amount: 1,
  room: Date.UTC(2026, 10, 1, 23),
  zone: 'UTC',
  ...of,
})

test('a charge counts on its feature, on its account, and on everything that is published', () => {
  expect(counts({ kind: 'feature', feature: 'PUBLISH_POST' }, 'PUBLISH_POST', 'acc_1')).toBe(true)
  expect(counts({ kind: 'feature', feature: 'PUBLISH_POST' }, 'SCHEDULE_POST', 'acc_1')).toBe(false)
  expect(counts({ kind: 'account', accountId: 'acc_1' }, 'SCHEDULE_POST', 'acc_1')).toBe(true)
  expect(counts({ kind: 'account', accountId: 'acc_2' }, 'SCHEDULE_POST', 'acc_1')).toBe(false)
  expect(counts({ kind: 'everything' }, 'SCHEDULE_POST', 'acc_1')).toBe(true)
})

test('a suggestion is not something published', () => {
  expect(counts({ kind: 'everything' }, 'AI_TOOLS', null)).toBe(false)
  expect(chargesOf({ kind: 'everything' })).toEqual([{ feature: 'PUBLISH_POST' }, { feature: 'SCHEDULE_POST' }])
})

test('a post takes one of what counts posts, and its price of what counts credits', () => {
  expect(amountOf('posts', 5)).toBe(1)
  expect(amountOf('credits', 5)).toBe(5)
})

test('meters are of one kind by what they are about, their unit and their window, whatever the limit or the zone', () => {
  const meter: Meter = { ...daily }
  expect(sameKind(meter, { ...meter, limit: 9, window: { kind: 'period', period: 'DAY', zone: 'UTC' } })).toBe(true)
  expect(sameKind(meter, { ...meter, window: { kind: 'period', period: 'YEAR', zone: 'UTC' } })).toBe(false)
  expect(sameKind(meter, { ...meter, unit: 'credits' })).toBe(false)
  expect(sameKind(meter, { ...meter, subject: { kind: 'everything' } })).toBe(false)
  const rolling = (seconds: number): Meter => ({ ...meter, window: { kind: 'rolling', seconds } })
  expect(sameKind(rolling(60), rolling(60))).toBe(true)
  expect(sameKind(rolling(60), rolling(61))).toBe(false)
})

test('what is refused is told what is used, the limit, when it resets, and what to do', () => {
  expect(exhausted(full())).toMatchObject({
    code: 'quota-exhausted',
    message: 'The limit of 3 posts a day for scheduling is reached: 3 of 3 are planned or used.',
    next: 'It starts anew at 2026-11-02 00:00 (Europe/Berlin): choose a time after that, cancel something planned, or raise the limit.',
  })
})

test('credits that do not suffice have a code of their own, and only the person fills a balance', () => {
  const balance: Limit = {
    ...daily,
    subject: { kind: 'everything' },
    unit: 'credits',
    limit: 100,
    window: { kind: 'balance' },
  }
  expect(exhausted(full({ limit: balance, used: 98, amount: 5, room: null }))).toMatchObject({
    code: 'credits-exhausted',
    message:
      'A post to Alice takes 5 credits, and of 100 credits in all for everything that is published 98 are planned or used.',
    next: 'Raise the limit to fill it up again.',
  })
})

test('one post that takes more than the whole limit is told so', () => {
  const balance: Limit = {
    ...daily,
    subject: { kind: 'everything' },
    unit: 'credits',
    limit: 3,
    window: { kind: 'balance' },
  }
  expect(exhausted(full({ limit: balance, used: 0, amount: 5, room: null })).message).toBe(
    'One post to Alice takes 5 credits, more than the limit of 3 credits in all for everything that is published.',
  )
})

test("what waits for a channel's own limit has nothing to do but wait", () => {
  const limit: Limit = {
    subject: { kind: 'account', accountId: 'acc_1' },
    unit: 'posts',
    limit: 1,
    window: { kind: 'rolling', seconds: 86_400 },
    source: 'channel',
  }
  expect(mustWait(full({ limit }))).toMatchObject({
    code: 'quota-exhausted',
    message:
      'The channel takes no more than 1 post within 1 day from Alice, and there is no room for one more by then.',
    next: 'Nothing to do: it is sent by itself as soon as there is room.',
  })
})
