import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { PostFilter, Store } from '../../src-main/core/ports.ts'
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
    const statements = prepared.slice(before).filter((sql) => /^\s*(select|insert|update|delete|with)/i.test(sql))
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
  plan.filter(
    (step) =>
      /^SCAN (item|post|attempt|account|post_entry|post_label|charge_kept|charge_day|delivery|receipt)\b/.test(step) &&
      !step.includes('VIRTUAL TABLE'),
  )

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

test('what stands before an item of an account, and what it sent last, are searches of its index', async () => {
  const { plansOf } = await openWatched()
  for (const call of [
    (store: Store) => store.items.ahead(anAccount().id, 100, { since: 0, asked: 8, away: 20 }),
    (store: Store) => store.items.lastSent(anAccount().id),
  ]) {
    const plan = await plansOf(call)
    expect(scans(plan)).toEqual([])
    expect(plan.join()).toContain('item_by_account (account_id=? AND state=?')
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
  for (const statuses of [undefined, ['draft'] as const]) {
    const plan = await plansOf((store) => store.posts.list({ order: 'changed', limit: 50, statuses }))
    const index = statuses ? 'post_entry_phase_changed (phase=? AND changed<?)' : 'post_entry_changed (changed<?)'
    expect(plan).toContain(`SEARCH post_entry USING COVERING INDEX ${index}`)
    expect(scans(plan)).toEqual([])
    expect(sorts(plan)).toEqual([])
  }
})

test('days of the calendar are searches of indexes in order of time, for all and for one account', async () => {
  const { plansOf } = await openWatched()
  const span = { from: 0, to: 900 }
  for (const accountId of [undefined, anAccount().id]) {
    const plan = await plansOf((store) =>
      store.items.spread([span], { states: ['scheduled', 'failed'], limit: 5, accountId }),
    )
    expect(scans(plan)).toEqual([])
    expect(sorts(plan)).toEqual([])
    const times = 'sort_at>? AND sort_at<?'
    const index =
      accountId === undefined
        ? `item_by_state (state=? AND ${times})`
        : `item_by_account (account_id=? AND state=? AND ${times})`
    expect(plan.filter((step) => step.includes(index)).length).toBeGreaterThan(1)
  }
  const held = await plansOf((store) => store.items.slotsHeld('slp_00000000001', span))
  expect(held.filter((step) => step.startsWith('SEARCH item USING')).join()).toContain(
    'item_in_slot (slot_plan=? AND slot_at>?',
  )
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
    (one) => one.posts.list({ order: 'changed', limit: 50, search: 'hello' }),
    (one) => one.posts.list({ order: 'changed', limit: 50, search: 'hello', statuses: ['draft'] }),
    (one) => one.items.inStates(['waiting'], { reasons: ['offline'] }),
    (one) => one.items.inStates(['waiting'], { accountId: anAccount().id }),
  ]
  for (const call of calls) {
    // Drafts are counted up to a thousand, in their own index.
    const counted = 'SCAN post USING INDEX post_drafts'
    expect(scans(await plansOf(call)).filter((step) => step !== counted)).toEqual([])
  }
})

test('each filter of a list of posts is a search of an index in its order', async () => {
  const { store, plansOf } = await openWatched()
  const post = aPost({ tags: ['news'], external: true })
  await store.posts.put(post)
  await store.items.put(dueItem(1, 100, { state: 'unconfirmed' }))
  const filters: [filter: Partial<PostFilter>, index: string][] = [
    [{ statuses: ['failed', 'scheduled'] }, 'INDEX post_entry_phase'],
    [{ tags: ['news'] }, 'INDEX post_label'],
    [{ accountId: anAccount().id, channel: 'folder' }, 'INDEX post_label'],
    [{ unscheduled: true }, 'INDEX post_entry_unscheduled'],
    [{ external: true }, 'INDEX post_entry_external'],
    [{ from: 0, to: 9 }, 'INDEX post_entry_time'],
    [{ statuses: ['publishing'] }, 'INDEX item_by_state'],
  ]
  const inBoth = (filter: Partial<PostFilter>) =>
    plansOf(async (one) => {
      for (const order of ['changed', 'made'] as const) await one.posts.list({ order, limit: 50, ...filter })
    })
  for (const [filter, index] of filters) {
    const plan = await inBoth(filter)
    expect({ filter, scans: scans(plan) }).toEqual({ filter, scans: [] })
    expect(plan.filter((step) => step.includes(index))).not.toEqual([])
  }
  const combined = { statuses: ['draft'] as const, tags: ['news'], from: 0, search: 'hello', external: true }
  expect(scans(await inBoth(combined))).toEqual([])
})

test('charges, slots, remote ids and deliveries are searches of indexes', async () => {
  const { plansOf } = await openWatched()
  const { id } = anAccount()
  const from = 5
  const to = 900_000_000
  const calls: ((store: Store) => Promise<unknown>)[] = [
    (one) => one.charges.sum({ from, to }),
    (one) => one.charges.sum({ feature: 'PUBLISH_POST', from, to, except: idOf('itm', 1) }),
    (one) => one.charges.list({ accountId: id, feature: 'PUBLISH_POST', from, to }),
    (one) => one.items.inSlots('slp_00000000001', from),
    (one) => one.items.setByHand([from, to], aPost().id),
    (one) => one.items.knownRemotes(id, ['a', 'b']),
    (one) => one.items.lastPublishedAt(id),
    (one) => one.items.list({ order: 'latest', limit: 5, from, to }),
    (one) => one.items.list({ order: 'soonest', limit: 5, external: true }),
    (one) => one.deliveries.due(5, 5, []),
    (one) => one.deliveries.list({ limit: 5 }),
    (one) => one.deliveries.list({ limit: 5, hookId: 'hok_00000000001' }),
    (one) => one.deliveries.purge(5),
    (one) => one.receipts.purge(5),
    (one) => one.tags.list(),
  ]
  const plan = await plansOf(async (one) => {
    for (const call of calls) await call(one)
  })
  // Of external items as many as can be sorted at once, in an index that holds no others.
  expect(scans(plan)).toEqual(['SCAN item USING INDEX item_external'])
  for (const index of ['feature (charge_feature', 'account (account_id']) {
    const search = `item USING INDEX item_charge_of_${index}=? AND charge_at>? AND charge_at<?)`
    expect(plan).toContain(`SEARCH ${search}`)
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
