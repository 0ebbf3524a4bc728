import { expect, onTestFinished, test } from 'vitest'
import type { Snapshot } from '../../src-preload/contract/model/snapshot.ts'
import { createSnapshotKeeper } from '../../src-main/app/snapshots.ts'
import type { World } from '../../src-main/app/world.ts'
import type { Snapshots } from '../../src-main/core/ports.ts'
import { Refusal } from '../../src-main/core/refusal.ts'
import { openStore } from '../../src-main/store/open-store.ts'
import { aPost } from '../fixtures/records.ts'
import { createTestClock } from '../fixtures/test-clock.ts'
import { storeTools, tempFolder } from '../store/open-temp-store.ts'

const COUNTS = { posts: 1, pending: 0, published: 0, accounts: 1 }
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]

/** The keeper on a clock that the test moves; its copies are names with times, and fail as long as `full` says so. */
const setUp = async (posts: number) => {
  const store = await openStore(tempFolder(), storeTools())
  onTestFinished(() => store.close())
  if (posts > 0) await store.posts.put(aPost())
  const clock = createTestClock()
  const disk = { full: false, kept: [] as Snapshot[] }
  const snapshots: Snapshots = {
    folder: '/snapshots',
    list: () => Promise.resolve(disk.kept.toSorted((a, b) => b.at.localeCompare(a.at))),
    create: (why) => {
      if (disk.full)
        return Promise.reject(new Refusal({ code: 'disk-full', message: 'The disk is full.', next: 'Make room.' }))
      const at = new Date(clock.now()).toISOString()
      const made = { name: `${at}-${why}.db`, at, why, size: 1000, version: 1, counts: COUNTS }
      disk.kept.push(made)
      return Promise.resolve(made)
    },
    remove: (name) => Promise.resolve(void (disk.kept = disk.kept.filter((one) => one.name !== name))),
    path: (name) => name,
  }
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const keeper = createSnapshotKeeper({ keeping: { snapshots }, clock, log, store } as unknown as World)
  keeper.start()
  onTestFinished(() => keeper.stop())
  const days = () => disk.kept.map(({ at }) => at.slice(5, 10)).toSorted()
  return { clock, disk, keeper, days }
}

test('a copy is made by itself a minute after the start, and then once a day', async () => {
  const { clock, disk } = await setUp(1)
  expect(disk.kept).toEqual([])
  await clock.advance(MINUTE)
  expect(disk.kept).toMatchObject([{ why: 'daily', at: '2026-11-01T09:01:00.000Z' }])
  await clock.advance(DAY - HOUR)
  expect(disk.kept).toHaveLength(1)
  await clock.advance(HOUR)
  expect(disk.kept).toHaveLength(2)
})

// A thousand hours pass, which takes its time on a machine that is busy.
test(
  'after six weeks the last seven days and the last of four weeks are there, and nothing else',
  { timeout: 60_000 },
  async () => {
    const { clock, days } = await setUp(1)
    await clock.advance(42 * DAY)
    expect(days()).toEqual(['11-22', '11-29', '12-06', '12-07', '12-08', '12-09', '12-10', '12-11', '12-12'])
  },
)

test('where nothing was written there is nothing to copy', async () => {
  const { clock, disk } = await setUp(0)
  await clock.advance(2 * DAY)
  expect(disk.kept).toEqual([])
})

test('a copy that could not be made is tried again within the hour, and why is said until it is made', async () => {
  const { clock, disk, keeper } = await setUp(1)
  disk.full = true
  await clock.advance(MINUTE)
  expect(await keeper.handlers['snapshots.list']({})).toMatchObject({ entries: [], failure: { code: 'disk-full' } })
  disk.full = false
  await clock.advance(HOUR)
  expect(await keeper.handlers['snapshots.list']({})).toMatchObject({ entries: [{ why: 'daily' }], failure: null })
})

test('a clock that is set back by a year does not end the copies', async () => {
  const { clock, disk } = await setUp(1)
  await clock.advance(MINUTE)
  clock.set(clock.now() - 365 * DAY)
  await clock.advance(HOUR)
  expect(disk.kept).toHaveLength(2)
})
