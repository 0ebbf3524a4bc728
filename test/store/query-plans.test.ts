import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Store } from '../../src-main/core/ports.ts'
import { aPost, anAccount } from '../fixtures/records.ts'
import { dueItem, idOf, openTempStore } from './open-temp-store.ts'

/** A store with something in it, and a way to see how SQLite goes about what a call asks. */
const openWatched = async () => {
  const prepared: string[] = []
  const prepare = Database.prototype.prepare
  const spy = vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: Database.Database, sql) {
    prepared.push(sql)
    return prepare.call(this, sql)
  })
  onTestFinished(() => spy.mockRestore())
  const { store, folder } = await openTempStore()
  await store.items.put(dueItem(1, 100))
  const planner = new Database(join(folder, 'posthorn.db'), { readonly: true })
  onTestFinished(() => void planner.close())
  const plansOf = async (call: (store: Store) => Promise<unknown>): Promise<string[]> => {
    const before = prepared.length
    await call(store)
    const statements = prepared.slice(before).filter((sql) => /^(select|insert|update|delete|with)/i.test(sql))
    expect(statements.length).toBeGreaterThan(0)
    return statements.flatMap((sql) => {
      const parameters = Array.from({ length: sql.split('?').length - 1 }, () => '[]')
      const rows = planner.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[]
      return rows.map((row) => row.detail)
    })
  }
  return { store, plansOf, prepared }
}

/** Steps that read a whole table, or an index of one from end to end. */
const scans = (plan: readonly string[]) =>
  plan.filter((step) => /^SCAN (item|post|attempt|account)\b/.test(step) && !step.includes('VIRTUAL TABLE'))

const sorts = (plan: readonly string[]) => plan.filter((step) => step.includes('TEMP B-TREE FOR ORDER BY'))

test('the queue is read through the index of what is pending', async () => {
  const { plansOf } = await openWatched()
  for (const call of [
    (store: Store) => store.items.due(100, 16, []),
    (store: Store) => store.items.due(100, 16, [anAccount().id]),
  ]) {
    const plan = await plansOf(call)
    expect(scans(plan)).toEqual([])
    expect(sorts(plan)).toEqual([])
    expect(plan.filter((step) => step.includes('item_due'))).toEqual([
      'SEARCH item USING INDEX item_due (next_at>? AND next_at<?)',
    ])
  }
})

test('the next item is one search of that index', async () => {
  const { plansOf } = await openWatched()
  expect(await plansOf((store) => store.items.next())).toEqual([
    'SEARCH item USING INDEX item_due (next_at>? AND next_at<?)',
  ])
})

test('counts are read from the table of counts', async () => {
  const { plansOf } = await openWatched()
  const plan = await plansOf((store) => store.items.counts())
  expect(plan[0]).toMatch(/^SCAN item_count/)
  expect(plan.filter((step) => /\bitem\b/.test(step))).toEqual([])
})

test('what cannot be read is counted by the keys of what was put aside', async () => {
  const { plansOf } = await openWatched()
  expect(scans(await plansOf((store) => store.unreadable()))).toEqual([])
})

test('lists are searches of indexes in their order, without sorting and without reading the whole', async () => {
  const { plansOf } = await openWatched()
  const accountId = anAccount().id
  for (const filter of [{}, { states: ['failed', 'missed'] as const }, { accountId }]) {
    const plan = await plansOf((store) => store.items.list({ order: 'latest', limit: 50, ...filter }))
    expect(scans(plan)).toEqual([])
    expect(sorts(plan)).toEqual([])
    const index = 'accountId' in filter ? 'item_by_account (account_id=? AND state=?' : 'item_by_state (state=?'
    expect(plan.filter((step) => step.includes(index)).length).toBeGreaterThan(0)
  }
  for (const drafts of [false, true]) {
    const plan = await plansOf((store) => store.posts.list({ limit: 50, drafts }))
    expect(plan).toEqual([`SEARCH post USING INDEX ${drafts ? 'post_drafts' : 'post_latest'} (updated_at<?)`])
  }
})

test('long lists by the next time, and searches of all kinds, read no table as a whole', async () => {
  const { store, plansOf } = await openWatched()
  await store.transaction(async (within) => {
    for (let number = 2; number <= 2200; number++) {
      await within.posts.put(aPost({ id: idOf('pst', number), updatedAt: number }))
      await within.items.put(dueItem(number, number, { postId: idOf('pst', number) }))
    }
  })
  const calls: ((store: Store) => Promise<unknown>)[] = [
    (one) => one.items.list({ order: 'soonest', limit: 50 }),
    (one) => one.items.list({ order: 'soonest', limit: 50, search: 'hello' }),
    (one) => one.items.list({ order: 'latest', limit: 50, search: 'hello' }),
    (one) => one.items.list({ order: 'latest', limit: 50, search: 'hello', accountId: anAccount().id }),
    (one) => one.items.list({ order: 'latest', limit: 50, search: 'hello', states: ['failed'] }),
    (one) => one.posts.list({ limit: 50, search: 'hello' }),
    (one) => one.posts.list({ limit: 50, search: 'hello', drafts: true }),
    (one) => one.items.inStates(['waiting'], { reasons: ['offline'] }),
    (one) => one.items.inStates(['waiting'], { accountId: anAccount().id }),
  ]
  for (const call of calls) {
    // Drafts are counted up to a thousand, in their own index.
    const counted = 'SCAN post USING INDEX post_drafts'
    expect(scans(await plansOf(call)).filter((step) => step !== counted)).toEqual([])
  }
})

test('putting and getting touch rows by their keys alone', async () => {
  const { plansOf } = await openWatched()
  const plan = await plansOf(async (store) => {
    await store.items.get(idOf('itm', 1))
    await store.items.put(dueItem(1, 100, { state: 'publishing' }))
    await store.items.ofPosts([aPost().id])
    await store.posts.put(aPost({ deletedAt: 5 }))
    await store.posts.purge(3)
    await store.posts.getMany([aPost().id])
  })
  expect(scans(plan)).toEqual([])
})

test('a statement is prepared once, however often it is used', async () => {
  const { store, prepared } = await openWatched()
  const use = async (number: number) => {
    await store.items.put(dueItem(number, number))
    await store.items.due(number, 3, [])
    await store.items.list({ order: 'latest', limit: number, search: `word${number}` })
    await store.posts.getMany([idOf('pst', number), idOf('pst', number + 1)])
    await store.media.getMany([idOf('med', number)])
    await store.secrets.put(`name${number}`, { keeper: 'system', sealed: new Uint8Array([number]) })
    await store.transaction((within) => within.settings.put({ paused: number % 2 === 0 }))
  }
  await use(2)
  const before = prepared.length
  for (let number = 3; number < 20; number++) await use(number)
  expect(prepared.slice(before)).toEqual([])
})
