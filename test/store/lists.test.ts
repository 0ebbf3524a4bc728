import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemState } from '../../src-preload/contract/model/item.ts'
import type { ItemFilter, PostFilter, Store } from '../../src-main/core/ports.ts'
import type { ItemRecord, PostRecord } from '../../src-main/core/records.ts'
import { aPost, anAccount, anItem } from '../fixtures/records.ts'
import { dueItem, failureOf, idOf, openTempStore } from './open-temp-store.ts'

const ids = (items: readonly { id: string }[]) => items.map((item) => item.id)
const itemIds = (...numbers: number[]) => numbers.map((number) => idOf('itm', number))

test('latest: by when it was published, else planned, else changed, newest first', async () => {
  const { store } = await openTempStore()
  await store.items.put(dueItem(1, 300, { state: 'published', nextAt: null, publishedAt: 900 }))
  await store.items.put(dueItem(2, 700))
  await store.items.put(anItem({ id: idOf('itm', 3), updatedAt: 800 }))
  await store.items.put(dueItem(4, 100, { state: 'failed', nextAt: null, updatedAt: 999 }))
  const list = (of: Partial<ItemFilter>) => store.items.list({ order: 'latest', limit: 9, ...of })
  expect(ids((await list({})).entries)).toEqual(itemIds(1, 3, 2, 4))
  expect(ids((await list({ states: ['failed', 'scheduled'] })).entries)).toEqual(itemIds(2, 4))
  expect(ids((await list({ states: ['failed', 'failed'] })).entries)).toEqual(itemIds(4))
  expect(await list({ states: ['missed'] })).toEqual({ entries: [], cursor: null })
})

test('soonest: by the next time, then by id, what rests coming last', async () => {
  const { store } = await openTempStore()
  await store.accounts.put(anAccount({ id: idOf('acc', 2), name: 'Second' }))
  await store.items.put(dueItem(5, 100, { nextAt: null, state: 'waiting' }))
  await store.items.put(dueItem(4, 200))
  await store.items.put(dueItem(3, 100))
  await store.items.put(dueItem(2, 200, { accountId: idOf('acc', 2) }))
  await store.items.put(dueItem(1, 900, { nextAt: null, state: 'failed' }))
  const list = (of: Partial<ItemFilter>) => store.items.list({ order: 'soonest', limit: 9, ...of })
  expect(ids((await list({})).entries)).toEqual(itemIds(3, 2, 4, 1, 5))
  expect(ids((await list({ states: ['scheduled'], accountId: idOf('acc', 1) })).entries)).toEqual(itemIds(3, 4))
})

test('posts: newest change first, or only those that are drafts through and through', async () => {
  const { store } = await openTempStore()
  for (const number of [2, 3, 4]) await store.posts.put(aPost({ id: idOf('pst', number), updatedAt: number }))
  await store.posts.put(aPost({ updatedAt: 9 }))
  await store.items.put(anItem({ id: idOf('itm', 1), postId: idOf('pst', 2) }))
  await store.items.put(dueItem(2, 100, { postId: idOf('pst', 3) }))
  const list = async (of: Partial<PostFilter>) =>
    ids((await store.posts.list({ order: 'changed', limit: 9, ...of })).entries)
  expect(await list({})).toEqual([1, 4, 3, 2].map((number) => idOf('pst', number)))
  expect(await list({ statuses: ['draft'] })).toEqual([1, 4, 2].map((number) => idOf('pst', number)))
})

test("a cursor that is no cursor, or another list's, is refused", async () => {
  const { store } = await openTempStore()
  for (const number of [1, 2, 3]) await store.items.put(dueItem(number, number))
  const { cursor } = await store.items.list({ order: 'latest', limit: 1 })
  expect(cursor).not.toBeNull()
  for (const bad of ['', 'nonsense', 'bnVsbA', Buffer.from('{"of":"latest","key":["a",1]}').toString('base64url')]) {
    const list = () => store.items.list({ order: 'latest', limit: 1, cursor: bad })
    expect(await failureOf(list)).toMatchObject({ code: 'invalid-input', field: 'cursor' })
  }
  const soonest = () => store.items.list({ order: 'soonest', limit: 1, cursor: cursor ?? '' })
  expect(await failureOf(soonest)).toMatchObject({ code: 'invalid-input' })
  const posts = () => store.posts.list({ order: 'changed', limit: 1, cursor: cursor ?? '' })
  expect(await failureOf(posts)).toMatchObject({ code: 'invalid-input' })
})

const TIMES = [0, 1, 1000, 90_000_000, 100_000_000, 9_000_000_000]
const itemArbitrary = fc.record({
  at: fc.constantFrom(...TIMES),
  next: fc.boolean(),
  state: fc.constantFrom(...itemState.options),
  account: fc.integer({ min: 1, max: 2 }),
  post: fc.integer({ min: 1, max: 3 }),
})
type Drawn = { at: number; next: boolean; state: ItemRecord['state']; account: number; post: number }

const filterArbitrary = fc.record({
  order: fc.constantFrom('latest' as const, 'soonest' as const),
  states: fc.option(fc.uniqueArray(fc.constantFrom(...itemState.options), { minLength: 1 }), { nil: undefined }),
  accountId: fc.option(fc.constantFrom(idOf('acc', 1), idOf('acc', 2)), { nil: undefined }),
  search: fc.constantFrom(undefined, 'hello', 'hello world'),
  channel: fc.option(fc.constantFrom('folder', 'bluesky'), { nil: undefined, freq: 1 }),
  tags: fc.option(fc.constantFrom(['NEWS'], ['news', 'other'], ['none']), { nil: undefined, freq: 1 }),
  external: fc.option(fc.boolean(), { nil: undefined, freq: 1 }),
  from: fc.option(fc.constantFrom(...TIMES), { nil: undefined, freq: 1 }),
  to: fc.option(fc.constantFrom(...TIMES), { nil: undefined, freq: 1 }),
  limit: fc.integer({ min: 1, max: 4 }),
})

const fill = async (store: Store, drawn: readonly Drawn[], from: number): Promise<ItemRecord[]> => {
  const items = drawn.map(({ at, next, state, account, post }, index) =>
    dueItem(from + index, at, {
      state,
      nextAt: next ? at : null,
      accountId: idOf('acc', account),
      postId: idOf('pst', post),
      channel: account === 1 ? 'folder' : 'bluesky',
      external: post === 1 && next,
    }),
  )
  await store.transaction(async (within) => {
    for (const item of items) await within.items.put(item)
  })
  return items
}

const TEXTS = ['Hello', 'Hello, World!', 'Something else']
const TAGS = [['News'], ['news', 'Other'], []]

/** What the list must hold, worked out the slow way. */
const expected = (items: readonly ItemRecord[], filter: Omit<ItemFilter, 'limit'>): string[] => {
  const textOf = (item: ItemRecord) => TEXTS[Number(item.postId.slice(-1)) - 1] ?? ''
  const words = filter.search?.toLowerCase().split(' ') ?? []
  const at = (item: ItemRecord) => item.publishedAt ?? item.schedule?.at ?? item.updatedAt
  const tagsOf = (item: ItemRecord) => (TAGS[Number(item.postId.slice(-1)) - 1] ?? []).map((tag) => tag.toLowerCase())
  const wanted = items
    .filter((item) => filter.channel === undefined || item.channel === filter.channel)
    .filter((item) => filter.external === undefined || item.external === filter.external)
    .filter((item) => filter.tags?.every((tag) => tagsOf(item).includes(tag.toLowerCase())) ?? true)
    .filter((item) => at(item) >= (filter.from ?? 0) && at(item) <= (filter.to ?? Number.POSITIVE_INFINITY))
    .filter((item) => filter.states?.includes(item.state) ?? true)
    .filter((item) => filter.accountId === undefined || item.accountId === filter.accountId)
    .filter((item) => words.every((word) => textOf(item).toLowerCase().includes(word)))
  const next = (item: ItemRecord) => item.nextAt ?? Number.POSITIVE_INFINITY
  return ids(
    wanted.toSorted((a, b) =>
      filter.order === 'latest'
        ? at(b) - at(a) || b.id.localeCompare(a.id)
        : (next(a) === next(b) ? 0 : next(a) - next(b)) || a.id.localeCompare(b.id),
    ),
  )
}

test('pages of any list are in order and neither skip nor repeat, while items are added between them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(itemArbitrary, { minLength: 1, maxLength: 14 }),
      filterArbitrary,
      fc.array(itemArbitrary, { maxLength: 6 }),
      async (before, filter, between) => {
        const { store } = await openTempStore()
        await store.accounts.put(anAccount({ id: idOf('acc', 2), name: 'Second' }))
        for (const [index, text] of TEXTS.entries()) {
          await store.posts.put(aPost({ id: idOf('pst', index + 1), text, tags: TAGS[index] ?? [] }))
        }
        const items = await fill(store, before, 1)
        const added: ItemRecord[] = []
        const seen: string[] = []
        let cursor: string | undefined
        do {
          const page = await store.items.list({ ...filter, cursor })
          expect(page.entries.length).toBeLessThanOrEqual(filter.limit)
          seen.push(...ids(page.entries))
          cursor = page.cursor ?? undefined
          const next = between[added.length]
          if (next) added.push(...(await fill(store, [next], 100 + added.length)))
        } while (cursor !== undefined)
        expect(new Set(seen).size).toBe(seen.length)
        expect(seen.filter((id) => items.some((item) => item.id === id))).toEqual(expected(items, filter))
        const whole = await store.items.list({ ...filter, limit: 100 })
        expect(ids(whole.entries)).toEqual(expected([...items, ...added], filter))
        await store.close()
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)

test('a list longer than what is sorted at once is walked in the same order', async () => {
  const { store } = await openTempStore()
  const numbers = Array.from({ length: 2300 }, (_, index) => index + 1)
  const items = numbers.map((number) =>
    dueItem(number, (number * 7919) % 1000, {
      postId: idOf('pst', number),
      ...(number % 3 === 0 ? { nextAt: null } : {}),
    }),
  )
  await store.transaction(async (within) => {
    for (const item of items) {
      await within.posts.put(aPost({ id: item.postId }))
      await within.items.put(item)
    }
  })
  for (const order of ['latest', 'soonest'] as const) {
    for (const search of [undefined, 'hello']) {
      const seen: ItemRecord[] = []
      let cursor: string | undefined
      do {
        const page = await store.items.list({ order, search, limit: 200, cursor })
        seen.push(...page.entries)
        cursor = page.cursor ?? undefined
      } while (cursor !== undefined)
      expect(ids(seen)).toEqual(expected(items, { order }))
    }
  }
}, 30_000)

test('pages of posts neither skip nor repeat, with and without a search', async () => {
  const { store } = await openTempStore()
  const posts: PostRecord[] = [aPost()]
  for (let number = 2; number <= 40; number++) {
    posts.push(aPost({ id: idOf('pst', number), updatedAt: TIMES[number % TIMES.length] ?? 0 }))
  }
  for (const post of posts) await store.posts.put(post)
  const order = ids(posts.toSorted((a, b) => b.updatedAt - a.updatedAt || b.id.localeCompare(a.id)))
  for (const search of [undefined, 'hello']) {
    for (const statuses of [undefined, ['draft'] as const]) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await store.posts.list({ order: 'changed', search, statuses, limit: 7, cursor })
        seen.push(...ids(page.entries))
        cursor = page.cursor ?? undefined
      } while (cursor !== undefined)
      expect(seen).toEqual(order)
    }
  }
})
