import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Post } from '../../src-preload/contract/model/post.ts'
import type {
  DeliveryRecord,
  HookRecord,
  KeyRecord,
  MeterRecord,
  ReceiptRecord,
  SlotPlanRecord,
} from '../../src-main/core/records.ts'
import type { Store } from '../../src-main/core/ports.ts'
import { anAccount } from '../fixtures/records.ts'
import { failureOf, idOf, openTempStore } from './open-temp-store.ts'

const meter: MeterRecord = {
  id: 'mtr_00000000001',
  subject: { kind: 'feature', feature: 'PUBLISH_POST' },
  unit: 'posts',
  limit: 10,
  window: { kind: 'period', period: 'MONTH', zone: 'Europe/Berlin' },
}
const plan: SlotPlanRecord = {
  id: 'slp_00000000001',
  name: 'Morgens',
  zone: 'Europe/Berlin',
  times: [
    { day: 1, time: '09:00' },
    { day: 5, time: '17:30' },
  ],
  createdAt: 1,
}
const key: KeyRecord = {
  id: 'key_00000000001',
  name: 'Script',
  kind: 'live',
  hint: 'abcd',
  hash: 'ab'.repeat(32),
  createdAt: 1,
  lastUsedAt: null,
  revokedAt: null,
}
const hook: HookRecord = {
  id: 'hok_00000000001',
  url: 'https://example.org/hook',
  events: ['post.published', 'post.failed'],
  active: true,
  createdAt: 1,
}
const aDelivery = (number: number, of: Partial<DeliveryRecord> = {}): DeliveryRecord => ({
  id: `dlv_${String(number).padStart(11, '0')}`,
  hookId: hook.id,
  event: 'post.published',
  state: 'pending',
  attempts: 0,
  nextAt: number,
  status: null,
  error: null,
  body: '{"a": 1}',
  createdAt: number,
  deliveredAt: null,
  ...of,
})
const answered: Post = {
  id: idOf('pst', 1),
  text: 'Hello',
  media: [],
  thread: false,
  tags: ['a'],
  numbered: false,
  rich: false,
  strict: true,
  options: { bluesky: { type: 'STORY' } },
  status: 'draft',
  zone: 'UTC',
  lateness: null,
  items: [],
  external: false,
  createdAt: '2026-11-22T09:00:00.000Z',
  updatedAt: '2026-11-22T09:00:00.000Z',
  deletedAt: null,
}
const receipt: ReceiptRecord = { once: 'mine-1', hash: 'cd'.repeat(32), post: answered, answer: null, at: 5 }

/** What is to be delivered first, whenever that is. */
const soonestOf = async (store: Store) => (await store.deliveries.due(Number.MAX_SAFE_INTEGER, 4, []))[0]

test('meters and plans of slots come back as they were put, and removing says whether there was one', async () => {
  const { store } = await openTempStore()
  const balance: MeterRecord = {
    ...meter,
    id: 'mtr_00000000002',
    subject: { kind: 'account', accountId: anAccount().id },
    unit: 'credits',
    window: { kind: 'balance' },
  }
  await store.meters.put(balance)
  await store.meters.put({ ...meter, limit: 1 })
  await store.meters.put(meter)
  expect(await store.meters.list()).toEqual([meter, balance])
  expect(await store.meters.remove(meter.id)).toBe(true)
  expect(await store.meters.remove(meter.id)).toBe(false)

  const older = { ...plan, id: 'slp_00000000002', name: 'Älter', times: [], createdAt: 0 }
  await store.slotPlans.put(plan)
  await store.slotPlans.put(older)
  expect(await store.slotPlans.list()).toEqual([older, plan])
  const namesake = { ...plan, id: 'slp_00000000003', name: 'älter' }
  expect(await failureOf(() => store.slotPlans.put(namesake))).toMatchObject({ code: 'invalid-input', field: 'name' })
  expect(await store.slotPlans.remove(older.id)).toBe(true)
  expect(await store.slotPlans.list()).toEqual([plan])
})

test('keys are found by their hash, receipts by the key of the caller until they are purged', async () => {
  const { store } = await openTempStore()
  await store.keys.put(key)
  const used = { ...key, lastUsedAt: 8, revokedAt: 9 }
  await store.keys.put(used)
  expect(await store.keys.list()).toEqual([used])
  expect(await store.keys.findByHash(key.hash)).toEqual(used)
  expect(await store.keys.findByHash('ef'.repeat(32))).toBeUndefined()

  await store.receipts.put(receipt)
  expect(await store.receipts.get('mine-1')).toEqual(receipt)
  const complete = { ...receipt, answer: { status: 201, body: '{"id":"x"}' } }
  await store.receipts.put(complete)
  await store.receipts.purge(5)
  expect(await store.receipts.get('mine-1')).toEqual(complete)
  await store.receipts.purge(6)
  expect(await store.receipts.get('mine-1')).toBeUndefined()
})

test('deliveries are listed newest first page by page, due by their time, and purged when they are over', async () => {
  const { store } = await openTempStore()
  const second = { ...hook, id: 'hok_00000000002', active: false }
  await store.hooks.put(hook)
  await store.hooks.put(second)
  expect(await store.hooks.list()).toEqual([hook, second])
  for (const number of [1, 2, 3, 4, 5]) {
    await store.deliveries.put(aDelivery(number, { createdAt: Math.ceil(number / 2) }))
  }
  await store.deliveries.put(aDelivery(6, { hookId: second.id, event: 'test' }))
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await store.deliveries.list({ hookId: hook.id, limit: 2, cursor })
    seen.push(...page.entries.map((one) => one.id))
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  expect(seen).toEqual([5, 4, 3, 2, 1].map((number) => aDelivery(number).id))
  expect((await store.deliveries.list({ limit: 9 })).entries).toHaveLength(6)

  expect(await soonestOf(store)).toMatchObject({ id: aDelivery(1).id })
  const delivered = aDelivery(1, { state: 'delivered', nextAt: null, status: 200, attempts: 1, deliveredAt: 7 })
  await store.deliveries.put(delivered)
  await store.deliveries.put(aDelivery(2, { state: 'given-up', nextAt: null, error: 'gone' }))
  expect((await store.deliveries.due(4, 9, [])).map((one) => one.id)).toEqual(
    [3, 4].map((number) => aDelivery(number).id),
  )
  expect((await store.deliveries.due(9, 1, [])).map((one) => one.id)).toEqual([aDelivery(3).id])
  expect((await store.deliveries.due(9, 9, [hook.id])).map((one) => one.id)).toEqual([aDelivery(6).id])
  await store.deliveries.purge(7)
  expect(await store.deliveries.get(aDelivery(1).id)).toEqual(delivered)
  expect(await store.deliveries.get(aDelivery(2).id)).toBeUndefined()
  expect(await store.deliveries.get(aDelivery(3).id)).toBeDefined()
})

test('deliveries go with their hook, and one that comes late stays away', async () => {
  const { store } = await openTempStore()
  await store.hooks.put(hook)
  await store.deliveries.put(aDelivery(1))
  expect(await store.hooks.remove(hook.id)).toBe(true)
  expect(await store.hooks.remove(hook.id)).toBe(false)
  await store.deliveries.put(aDelivery(1, { attempts: 1 }))
  await store.deliveries.put(aDelivery(2))
  expect(await store.deliveries.get(aDelivery(1).id)).toBeUndefined()
  expect(await soonestOf(store)).toBeUndefined()
})

test('an alias belongs to one account, its letters as they are', async () => {
  const { store } = await openTempStore()
  const account = anAccount({
    aliases: ['AbC', 'x'],
    destination: { id: '7', name: 'Page' },
    creditsPerPost: 2,
    expiresAt: 9,
  })
  await store.accounts.put(account)
  expect(await store.accounts.get(account.id)).toEqual(account)
  const second = anAccount({ id: idOf('acc', 2), name: 'Second' })
  await store.accounts.put({ ...second, aliases: ['abc'] })
  const failure = await failureOf(() => store.accounts.put({ ...second, aliases: ['y', 'AbC'] }))
  expect(failure).toMatchObject({ code: 'invalid-input', field: 'aliases' })
  expect(failure.message).toContain('AbC')
  expect((await store.accounts.get(second.id))?.aliases).toEqual(['abc'])
  await store.accounts.put({ ...account, aliases: [] })
  await store.accounts.put({ ...second, aliases: ['AbC'] })
})

test('what cannot be read of them is put aside and spoils nothing else', async () => {
  const { store, folder } = await openTempStore()
  await store.meters.put(meter)
  await store.meters.put({ ...meter, id: 'mtr_00000000002' })
  await store.slotPlans.put(plan)
  await store.keys.put(key)
  await store.hooks.put(hook)
  await store.receipts.put(receipt)
  for (const number of [1, 2]) await store.deliveries.put(aDelivery(number))
  const database = new Database(join(folder, 'posthorn.db'))
  database.exec(
    `update meter set "window" = '{}' where id = 'mtr_00000000001';
    update slot_plan set times = 'no';
    update api_key set kind = 'golden';
    update hook set events = '[]';
    update receipt set post = '{}';
    update delivery set state = 'lost' where seq = 1`,
  )
  expect(await store.meters.list()).toEqual([{ ...meter, id: 'mtr_00000000002' }])
  expect(await store.slotPlans.list()).toEqual([])
  expect(await store.keys.findByHash(key.hash)).toBeUndefined()
  expect(await store.hooks.list()).toEqual([])
  expect(await store.receipts.get(receipt.once)).toBeUndefined()
  expect(await soonestOf(store)).toMatchObject({ id: aDelivery(2).id })
  expect((await store.deliveries.list({ limit: 9 })).entries).toHaveLength(1)
  expect(database.prepare('select kind from quarantine order by kind').pluck().all()).toEqual([
    'delivery',
    'hook',
    'key',
    'meter',
    'receipt',
    'slot-plan',
  ])
  database.close()
})
