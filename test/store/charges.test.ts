import Database from 'better-sqlite3'
import fc from 'fast-check'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { feature as features } from '../../src-preload/contract/model/quota.ts'
import type { ChargeFilter, ChargeSum, Store } from '../../src-main/core/ports.ts'
import type { ChargeRecord } from '../../src-main/core/records.ts'
import { aPost, anAccount, anItem } from '../fixtures/records.ts'
import { idOf, openTempStore } from './open-temp-store.ts'

const DAY = 86_400_000
const TIMES = [0, 5, DAY - 1, DAY, DAY + 7, 3 * DAY, 3 * DAY + 1, 40 * DAY]

const chargeArbitrary = fc.record({
  feature: fc.constantFrom(...features.options),
  credits: fc.integer({ min: 0, max: 5 }),
  at: fc.constantFrom(...TIMES),
  standing: fc.constantFrom('reserved' as const, 'consumed' as const),
})
const step = fc.record({
  act: fc.constantFrom('put', 'put', 'put', 'put', 'remove', 'delete', 'purge', 'fail'),
  item: fc.integer({ min: 1, max: 5 }),
  charge: fc.option(chargeArbitrary),
})
const bound = fc.constantFrom(...TIMES, 2 * DAY, 10 * DAY, Number.MAX_SAFE_INTEGER)
const filterArbitrary = fc.record({
  feature: fc.option(fc.constantFrom(...features.options), { nil: undefined }),
  accountId: fc.option(fc.constantFrom(idOf('acc', 1), idOf('acc', 2)), { nil: undefined }),
  from: bound,
  to: bound,
  except: fc.option(fc.constantFrom(idOf('itm', 1), idOf('itm', 2)), { nil: undefined }),
})

/** What each item takes, and what those that are no more took. */
type Taken = Map<string, ChargeRecord & { accountId: string }>

const wanted = (taken: Taken, filter: ChargeFilter) =>
  [...taken]
    .filter(([id]) => id !== filter.except)
    .map(([, charge]) => charge)
    .filter((charge) => filter.feature === undefined || charge.feature === filter.feature)
    .filter((charge) => filter.accountId === undefined || charge.accountId === filter.accountId)
    .filter((charge) => charge.at >= filter.from && charge.at < filter.to)

const summed = (charges: readonly ChargeRecord[]): ChargeSum => {
  const of = (standing: ChargeRecord['standing']) => {
    const some = charges.filter((charge) => charge.standing === standing)
    return { posts: some.length, credits: some.reduce((sum, charge) => sum + charge.credits, 0) }
  }
  return { reserved: of('reserved'), consumed: of('consumed') }
}

/** Two items to a post but for the last, so that a purge takes several. */
const postOf = (item: number) => idOf('pst', Math.ceil(item / 2))

const take = async (
  store: Store,
  taken: Taken,
  { act, item, charge }: typeof step extends fc.Arbitrary<infer S> ? S : never,
) => {
  const id = idOf('itm', item)
  const record = anItem({ id, postId: postOf(item), accountId: idOf('acc', 1 + (item % 2)), charge })
  const gone = (one: string) => {
    if (taken.get(one)?.standing !== 'consumed') taken.delete(one)
  }
  if (act === 'put') {
    if (charge) taken.set(id, { ...charge, accountId: record.accountId })
    else taken.delete(id)
    await store.items.put(record)
  }
  if (act === 'remove') {
    if (await store.items.get(id)) gone(id)
    await store.items.remove(id)
  }
  if (act === 'delete') await store.posts.put(aPost({ id: postOf(item), deletedAt: 1 }))
  if (act === 'purge') {
    for (const postId of await store.posts.purge(2)) {
      for (const number of [1, 2, 3, 4, 5]) if (postOf(number) === postId) gone(idOf('itm', number))
      await store.posts.put(aPost({ id: postId }))
    }
  }
  if (act === 'fail') {
    const failing = store.transaction(async (within) => {
      await within.items.put(record)
      await within.items.remove(id)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
  }
}

test('sums and lists of charges are what the items say, and consumed ones outlive their items', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      fc.array(filterArbitrary, { minLength: 8, maxLength: 8 }),
      async (steps, filters) => {
        const { store } = await openTempStore()
        await store.accounts.put(anAccount({ id: idOf('acc', 2), name: 'Second' }))
        for (const number of [1, 3, 5]) await store.posts.put(aPost({ id: postOf(number) }))
        const taken: Taken = new Map()
        for (const one of steps) await take(store, taken, one)
        for (const filter of filters) {
          const charges = wanted(taken, filter)
          expect({ filter, sum: await store.charges.sum(filter) }).toEqual({ filter, sum: summed(charges) })
          const listed = await store.charges.list(filter)
          expect(listed.map((one) => one.at)).toEqual(charges.map((one) => one.at).toSorted((a, b) => a - b))
          const plain = (one: { at: number; credits: number; standing: string }) =>
            `${one.at} ${one.credits} ${one.standing}`
          expect(listed.map(plain).toSorted()).toEqual(charges.map(plain).toSorted())
        }
        await store.close()
      },
    ),
    { numRuns: 60 },
  )
}, 120_000)

test('what an item takes is in the items themselves, so that a charge is never without its item', async () => {
  const { store, folder } = await openTempStore()
  const charge = { feature: 'PUBLISH_POST', credits: 2, at: 5, standing: 'consumed' } as const
  await store.items.put(anItem({ charge }))
  await store.posts.put(aPost({ deletedAt: 1 }))
  expect(await store.charges.sum({ from: 0, to: 9 })).toMatchObject({ consumed: { posts: 1, credits: 2 } })
  await store.posts.purge(2)
  expect(await store.charges.list({ from: 0, to: 9 })).toEqual([{ at: 5, credits: 2, standing: 'consumed' }])
  const database = new Database(join(folder, 'posthorn.db'), { readonly: true })
  expect(database.prepare('select item_id from charge_kept').pluck().all()).toEqual([anItem().id])
  database.close()
})

test('an item that is left out is left out when it is no more as well, in whole days and within one', async () => {
  const { store } = await openTempStore()
  const charge = { feature: 'PUBLISH_POST', credits: 2, at: DAY + 5, standing: 'consumed' } as const
  await store.items.put(anItem({ charge }))
  await store.items.remove(anItem().id)
  for (const to of [DAY + 6, 3 * DAY]) {
    expect((await store.charges.sum({ from: 0, to })).consumed).toEqual({ posts: 1, credits: 2 })
    expect((await store.charges.sum({ from: 0, to, except: anItem().id })).consumed).toEqual({ posts: 0, credits: 0 })
  }
})

test('a use that no item stands for counts for its feature, and for no account', async () => {
  const { store } = await openTempStore()
  await store.charges.use({ feature: 'AI_TOOLS', at: 5 })
  await store.charges.use({ feature: 'AI_TOOLS', at: 2 * DAY })
  const sum = async (of: Partial<ChargeFilter>) => (await store.charges.sum({ from: 0, to: 3 * DAY, ...of })).consumed
  expect(await sum({ feature: 'AI_TOOLS' })).toEqual({ posts: 2, credits: 0 })
  expect(await sum({ feature: 'AI_TOOLS', from: 1, to: 6 })).toEqual({ posts: 1, credits: 0 })
  expect(await sum({ feature: 'PUBLISH_POST' })).toEqual({ posts: 0, credits: 0 })
  expect(await sum({ accountId: anAccount().id })).toEqual({ posts: 0, credits: 0 })
})
