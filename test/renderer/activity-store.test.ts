import { expect, test } from 'vitest'
import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Activity } from '../../src-preload/contract/model/activity.ts'
import type { Event } from '../../src-preload/contract/events.ts'
import { createActivityStore } from '../../src-renderer/activity/activity-store.ts'
import { createManualTimers } from './manual-timers.ts'

const entry = (n: number): Activity => ({
  number: 1,
  startedAt: new Date(n * 1000).toISOString(),
  endedAt: null,
  outcome: 'published',
  failure: null,
  itemId: `itm_${n}`,
  postId: `pst_${n}`,
  accountId: 'acc_1',
  account: 'Alice',
  channel: 'folder',
  text: String(n),
  state: 'published',
  nextAt: null,
})

/** A core that has tried so many, and answers fifty at a time. */
const openActivity = (count: number) => {
  const tried = Array.from({ length: count }, (_, index) => entry(index + 1)).toReversed()
  const asked: unknown[] = []
  const timers = createManualTimers()
  const call = (_method: string, input: { cursor?: string }) => {
    asked.push(input)
    const from = Number(input.cursor ?? 0)
    const page = tried.slice(from, from + 50)
    const cursor = from + 50 < tried.length ? String(from + 50) : null
    return Promise.resolve({ ok: true, value: { entries: page, cursor } })
  }
  const store = createActivityStore({ call } as unknown as Bridge, timers)
  const texts = () => store.state.getState().entries.map(({ text }) => text)
  const changed = { kind: 'item-changed' } as Event
  return { store, timers, asked, texts, tryOne: (n: number) => void tried.unshift(entry(n)), changed }
}

test('older attempts come a page at a time until there are no more', async () => {
  const { store, texts } = openActivity(120)
  await store.load()
  expect(texts()).toHaveLength(50)
  await store.more()
  await store.more()
  expect(texts()).toEqual(Array.from({ length: 120 }, (_, index) => String(120 - index)))
  expect(store.state.getState().cursor).toBeNull()
})

test('what is tried meanwhile comes on top, and pages that were read stay', async () => {
  const { store, texts, timers, tryOne, changed } = openActivity(80)
  await store.load()
  await store.more()
  tryOne(81)
  store.hear(changed)
  await timers.pass(1000)
  expect(texts()[0]).toBe('81')
  expect(texts()).toHaveLength(81)
})

test('where more was tried than a page holds, nothing between is left out', async () => {
  const { store, texts, timers, tryOne, changed } = openActivity(80)
  await store.load()
  for (let n = 81; n <= 180; n += 1) tryOne(n)
  store.hear(changed)
  await timers.pass(1000)
  await store.more()
  await store.more()
  await store.more()
  expect(texts()).toEqual(Array.from({ length: 180 }, (_, index) => String(180 - index)))
})

test('nothing is asked before somebody looked, and changes in a rush are asked about once', async () => {
  const { store, timers, asked, changed } = openActivity(3)
  store.hear(changed)
  await timers.pass(1000)
  expect(asked).toEqual([])
  await store.load()
  for (let n = 0; n < 20; n += 1) store.hear(changed)
  await timers.pass(1000)
  expect(asked).toHaveLength(2)
})
