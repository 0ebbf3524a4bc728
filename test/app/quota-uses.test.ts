import { expect, test } from 'vitest'
import { createMeters } from '../../src-main/app/meters.ts'
import type { Store } from '../../src-main/core/ports.ts'
import { Refusal } from '../../src-main/core/refusal.ts'
import { anAccount, anItem } from '../fixtures/records.ts'
import { createScriptedChannel } from '../fixtures/scripted-channel.ts'
import { openTestApp, type TestApp } from '../fixtures/test-world.ts'

const metersOf = (t: TestApp, rates: { posts: number; seconds: number }[] = []) => {
  const { channel } = createScriptedChannel({ rates })
  const about = { version: '0', home: t.folder, owner: 'desktop', zone: 'UTC' } as const
  return createMeters({ store: t.store, clock: t.clock, channels: new Map([['scripted', channel]]), about }, t.app)
}

const suggestions = (limit: number) =>
  ({
    subject: { kind: 'feature', feature: 'AI_TOOLS' },
    unit: 'posts',
    limit,
    window: { kind: 'period', period: 'DAY', zone: 'UTC' },
  }) as const

const refusal = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'no failure'
  } catch (error) {
    if (error instanceof Refusal) return error.failure.code
    throw error
  }
}

test('a use that no item stands for is consumed, told, and refused when its meter is exhausted', async () => {
  const t = await openTestApp()
  await t.call('quota.save', suggestions(2))
  const meters = metersOf(t)
  await meters.take('AI_TOOLS')
  await meters.take('AI_TOOLS')
  expect(await refusal(meters.take('AI_TOOLS'))).toBe('quota-exhausted')
  expect((await t.call('quota.get', {})).features[2]).toMatchObject({
    feature: 'AI_TOOLS',
    quota: { limit: 2, currentUsage: 2, remainingUsage: 0 },
  })
  expect(t.events.filter(({ kind }) => kind === 'quota-changed')).toHaveLength(3)
  await t.clock.advance(15 * 3_600_000)
  expect(await refusal(meters.take('AI_TOOLS'))).toBe('no failure')
})

test('uses at once never overdraw a meter', async () => {
  const t = await openTestApp()
  await t.call('quota.save', suggestions(3))
  const meters = metersOf(t)
  const answers = await Promise.all(Array.from({ length: 7 }, () => refusal(meters.take('AI_TOOLS'))))
  expect(answers.filter((answer) => answer === 'no failure')).toHaveLength(3)
})

test('a suggestion takes nothing of what is published in all', async () => {
  const t = await openTestApp()
  await t.call('quota.save', { ...suggestions(1), subject: { kind: 'everything' } })
  const meters = metersOf(t)
  await meters.take('AI_TOOLS')
  await meters.take('AI_TOOLS')
  expect((await t.call('quota.get', {})).meters).toMatchObject([{ consumed: 0 }])
})

/** The store, with how often it was asked about charges or meters. */
const counting = (store: Store) => {
  const asked = { charges: 0, meters: 0 }
  const counted: Store = {
    ...store,
    charges: {
      ...store.charges,
      sum: (filter) => {
        asked.charges += 1
        return store.charges.sum(filter)
      },
      list: (filter) => {
        asked.charges += 1
        return store.charges.list(filter)
      },
    },
    meters: {
      ...store.meters,
      list: () => {
        asked.meters += 1
        return store.meters.list()
      },
    },
  }
  return { counted, asked }
}

const work = async (t: TestApp, meters: ReturnType<typeof metersOf>) => {
  const { counted, asked } = counting(t.store)
  const account = anAccount({ channel: 'scripted' })
  for (let n = 0; n < 5; n += 1) {
    const at = t.clock.now() + n
    const { charge } = await meters.reserve(counted, { itemId: `itm_${n}`, account, feature: 'SCHEDULE_POST', at })
    await meters.recheck(counted, anItem({ channel: 'scripted', charge }), account, at)
  }
  return asked
}

test('where no meter applies nothing is asked of the store, after the meters were read once', async () => {
  const t = await openTestApp()
  await t.call('quota.save', suggestions(2))
  const meters = metersOf(t)
  expect(await work(t, meters)).toEqual({ charges: 0, meters: 1 })
  expect(await work(t, meters)).toEqual({ charges: 0, meters: 0 })
})

test('a limit with room costs one question', async () => {
  const t = await openTestApp()
  const meters = metersOf(t, [{ posts: 100, seconds: 60 }])
  expect(await work(t, meters)).toEqual({ charges: 10, meters: 1 })
})
