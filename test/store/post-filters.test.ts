import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemState } from '../../src-preload/contract/model/item.ts'
import { postStatus as statuses } from '../../src-preload/contract/model/post.ts'
import type { PostFilter, Store } from '../../src-main/core/ports.ts'
import { postStatus } from '../../src-main/core/post-status.ts'
import type { ItemRecord, PostRecord } from '../../src-main/core/records.ts'
import { aPost, anAccount, anItem } from '../fixtures/records.ts'
import { idOf, openTempStore } from './open-temp-store.ts'

const ids = (entries: readonly { id: string }[]) => entries.map((entry) => entry.id)
const TAGS = ['News', 'news', 'ÄRGER', 'ärger', '🎉']
const TIMES = [0, 1, 5000, 90_000_000, 100_000_000]
const DAY = 86_400_000

const schedule = (at: number) => ({ wall: '2026-12-01T09:00', zone: 'UTC', at, shift: null })

/** Something that happens to a store of some posts and items. */
const step = fc.record({
  act: fc.constantFrom('post', 'post', 'item', 'item', 'item', 'remove', 'delete', 'restore', 'fail', 'purge'),
  post: fc.integer({ min: 1, max: 4 }),
  item: fc.integer({ min: 1, max: 6 }),
  at: fc.constantFrom(...TIMES),
  made: fc.constantFrom(...TIMES),
  tags: fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 3 }),
  state: fc.constantFrom(...itemState.options),
  timed: fc.constantFrom('not', 'planned', 'published'),
  account: fc.integer({ min: 1, max: 2 }),
  external: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const filters = fc.record({
  order: fc.constantFrom('changed' as const, 'made' as const),
  statuses: fc.option(fc.uniqueArray(fc.constantFrom(...statuses.options), { minLength: 1 }), { nil: undefined }),
  unscheduled: fc.option(fc.boolean(), { nil: undefined, freq: 1 }),
  external: fc.option(fc.boolean(), { nil: undefined, freq: 1 }),
  tags: fc.option(fc.uniqueArray(fc.constantFrom('NEWS', 'ärger', '🎉', 'none'), { minLength: 1, maxLength: 2 }), {
    nil: undefined,
    freq: 1,
  }),
  accountId: fc.option(fc.constantFrom(idOf('acc', 1), idOf('acc', 2)), { nil: undefined, freq: 1 }),
  channel: fc.option(fc.constantFrom('folder', 'bluesky', 'other'), { nil: undefined, freq: 1 }),
  from: fc.option(fc.constantFrom(...TIMES), { nil: undefined, freq: 1 }),
  to: fc.option(fc.constantFrom(...TIMES), { nil: undefined, freq: 1 }),
  search: fc.constantFrom(undefined, undefined, 'hello'),
})
type Narrowing = typeof filters extends fc.Arbitrary<infer F> ? F : never

const itemOf = (drawn: Step, known: ItemRecord | undefined): ItemRecord =>
  anItem({
    id: idOf('itm', drawn.item),
    postId: known?.postId ?? idOf('pst', drawn.post),
    accountId: known?.accountId ?? idOf('acc', drawn.account),
    channel: (known?.accountId ?? idOf('acc', drawn.account)) === idOf('acc', 1) ? 'folder' : 'bluesky',
    state: drawn.state,
    schedule: drawn.timed === 'planned' ? schedule(drawn.at) : null,
    publishedAt: drawn.timed === 'published' ? drawn.at : null,
    updatedAt: drawn.made,
    external: drawn.external,
  })

const take = async (store: Store, drawn: Step): Promise<void> => {
  const id = idOf('pst', drawn.post)
  const post = (await store.posts.get(id)) ?? aPost({ id })
  const { at, made, tags, external } = drawn
  if (drawn.act === 'post') await store.posts.put({ ...post, createdAt: made, updatedAt: at, tags, external })
  if (drawn.act === 'delete') await store.posts.put({ ...post, deletedAt: 1 })
  if (drawn.act === 'restore') await store.posts.put({ ...post, deletedAt: null })
  if (drawn.act === 'purge') await store.posts.purge(2)
  if (drawn.act === 'remove') await store.items.remove(idOf('itm', drawn.item))
  if (drawn.act !== 'item' && drawn.act !== 'fail') return
  if (!(await store.posts.get(id))) return
  const item = itemOf(drawn, await store.items.get(idOf('itm', drawn.item)))
  if (drawn.act === 'item') return store.items.put(item)
  const failing = store.transaction(async (within) => {
    await within.items.put(item)
    await within.posts.put({ ...post, tags })
    await within.posts.list({ order: 'made', limit: 3 })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
}

const ALL = [1, 2, 3, 4].map((number) => idOf('pst', number))

/** What the list must hold, worked out from all there is. */
const expected = async (store: Store, filter: Narrowing): Promise<string[]> => {
  const found: PostRecord[] = []
  for (const post of await store.posts.getMany(ALL)) {
    const items = await store.items.ofPosts([post.id])
    if (post.deletedAt === null && isWanted(post, items, filter)) found.push(post)
  }
  const at = (post: PostRecord) => (filter.order === 'made' ? post.createdAt : post.updatedAt)
  return ids(found.toSorted((a, b) => at(b) - at(a)))
}

const isWanted = (post: PostRecord, items: readonly ItemRecord[], filter: Narrowing): boolean => {
  const times = items.map((item) => item.publishedAt ?? item.schedule?.at ?? Number.POSITIVE_INFINITY)
  const first = Math.min(...times, Number.POSITIVE_INFINITY)
  const time = first === Number.POSITIVE_INFINITY ? post.createdAt : first
  const tags = post.tags.map((tag) => tag.toLowerCase())
  return [
    filter.statuses?.includes(postStatus(items.map((item) => item.state))) ?? true,
    filter.unscheduled === undefined || filter.unscheduled === (first === Number.POSITIVE_INFINITY),
    filter.external === undefined || filter.external === post.external,
    filter.tags?.every((tag) => tags.includes(tag.toLowerCase())) ?? true,
    filter.accountId === undefined || items.some((item) => item.accountId === filter.accountId),
    filter.channel === undefined || items.some((item) => item.channel === filter.channel),
    filter.from === undefined || time >= filter.from,
    filter.to === undefined || time <= filter.to,
  ].every(Boolean)
}

/** Posts of the same time stand in the order of their arrival, which the slow way does not know. */
const sorted = (found: readonly string[]) => [...found].toSorted()

test('whatever happens to posts and items, each list of posts is what their records say', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      fc.array(filters, { minLength: 12, maxLength: 12 }),
      async (steps, asked) => {
        const { store } = await openTempStore()
        await store.accounts.put(anAccount({ id: idOf('acc', 2), name: 'Second' }))
        for (const drawn of steps) await take(store, drawn)
        for (const filter of asked) {
          const found = (await store.posts.list({ ...filter, limit: 9 })).entries
          expect({ filter, found: sorted(ids(found)) }).toEqual({
            filter,
            found: sorted(await expected(store, filter)),
          })
          const times = found.map((post) => (filter.order === 'made' ? post.createdAt : post.updatedAt))
          expect(times).toEqual(times.toSorted((a, b) => b - a))
        }
        const counted = new Map<string, number>()
        const shown = (await store.posts.getMany(ALL)).filter((post) => post.deletedAt === null)
        for (const post of shown) {
          for (const tag of new Set(post.tags.map((one) => one.toLowerCase()))) {
            counted.set(tag, (counted.get(tag) ?? 0) + 1)
          }
        }
        const listed = (await store.tags.list()).map(({ tag, posts }): [string, number] => [tag.toLowerCase(), posts])
        expect(new Map(listed)).toEqual(counted)
        expect(listed.map(([tag]) => tag)).toEqual([...counted.keys()].toSorted())
        await store.close()
      },
    ),
    { numRuns: 40 },
  )
}, 120_000)

test('pages by making neither skip nor repeat while posts are made, changed and move on', async () => {
  const made = fc.record({ made: fc.constantFrom(...TIMES), changed: fc.constantFrom(...TIMES) })
  const narrowed = fc.constantFrom<Partial<PostFilter>>(
    {},
    { tags: ['news'] },
    { statuses: ['draft'] },
    { accountId: anAccount().id },
    { search: 'hello' },
    { unscheduled: true },
    { from: 0 },
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(made, { minLength: 1, maxLength: 12 }),
      fc.array(made, { maxLength: 6 }),
      narrowed,
      fc.integer({ min: 1, max: 4 }),
      async (before, between, filter, limit) => {
        const { store } = await openTempStore()
        const put = async (number: number, at: { made: number; changed: number }) => {
          const id = idOf('pst', number)
          await store.posts.put(aPost({ id, createdAt: at.made, updatedAt: at.changed, tags: ['News'] }))
          await store.items.put(anItem({ id: idOf('itm', number), postId: id }))
        }
        for (const [index, at] of before.entries()) await put(index + 1, at)
        const first = before.map((_, index) => idOf('pst', index + 1))
        const seen: string[] = []
        let cursor: string | undefined
        let added = 0
        do {
          const page = await store.posts.list({ order: 'made', limit, ...filter, cursor })
          seen.push(...ids(page.entries))
          cursor = page.cursor ?? undefined
          const next = between[added]
          if (!next) continue
          await put(100 + added, next)
          // What was seen already, or is still to be seen, changes meanwhile.
          await put(1, { ...(before[0] ?? next), changed: next.changed + DAY })
          added++
        } while (cursor !== undefined)
        expect(new Set(seen).size).toBe(seen.length)
        expect(sorted(seen.filter((id) => first.includes(id)))).toEqual(sorted(first))
        await store.close()
      },
    ),
    { numRuns: 40 },
  )
}, 120_000)

test('a tag is shown as it was written last, and is gone with the last post that has it', async () => {
  const { store } = await openTempStore()
  await store.posts.put(aPost({ tags: ['Zebra', 'apple'] }))
  await store.posts.put(aPost({ id: idOf('pst', 2), tags: ['APPLE', 'mango'] }))
  expect(await store.tags.list()).toEqual([
    { tag: 'APPLE', posts: 2 },
    { tag: 'mango', posts: 1 },
    { tag: 'Zebra', posts: 1 },
  ])
  await store.posts.put(aPost({ id: idOf('pst', 2), tags: ['Apple'], deletedAt: 1 }))
  await store.posts.put(aPost({ tags: ['apple'] }))
  expect(await store.tags.list()).toEqual([{ tag: 'apple', posts: 1 }])
  await store.transaction(async (within) => {
    await within.posts.put(aPost({ tags: ['new'] }))
    expect(await within.tags.list()).toEqual([{ tag: 'new', posts: 1 }])
    expect((await within.posts.list({ order: 'made', tags: ['NEW'], limit: 1 })).entries).toHaveLength(1)
  })
})

test('a list that is too long to be sorted at once is walked in its order, through every filter and search', async () => {
  const { store } = await openTempStore()
  await store.accounts.put(anAccount({ id: idOf('acc', 2), name: 'Second', channel: 'bluesky' }))
  const posts: PostRecord[] = []
  await store.transaction(async (within) => {
    for (let number = 1; number <= 2600; number++) {
      const at = ((number * 7919) % 2609) * 3_000_000
      const tags = number % 2 === 0 ? ['even'] : []
      const text = number % 3 === 0 ? 'Hello three' : 'Hello'
      const post = aPost({ id: idOf('pst', number), createdAt: at, updatedAt: 9e9 - at, tags, text })
      posts.push(post)
      await within.posts.put(post)
      await within.items.put(
        anItem({
          id: idOf('itm', number),
          postId: post.id,
          state: number % 5 === 0 ? 'failed' : 'published',
          publishedAt: at,
          accountId: idOf('acc', number % 2 === 0 ? 2 : 1),
          channel: number % 2 === 0 ? 'bluesky' : 'folder',
        }),
      )
    }
  })
  const number = (post: PostRecord) => Number(post.id.slice(4))
  const even = (post: PostRecord) => number(post) % 2 === 0
  const cases: [Partial<PostFilter>, (post: PostRecord) => boolean][] = [
    [{}, () => true],
    [{ tags: ['EVEN'] }, even],
    [{ accountId: idOf('acc', 2), statuses: ['failed'] }, (post) => number(post) % 10 === 0],
    [{ channel: 'bluesky', from: 3_000_000_000 }, (post) => even(post) && post.createdAt >= 3_000_000_000],
    [{ tags: ['even'], accountId: idOf('acc', 1) }, () => false],
    [{ search: 'hello' }, () => true],
    [{ search: 'hello', tags: ['even'], statuses: ['published'] }, (post) => even(post) && number(post) % 5 !== 0],
    [{ search: 'three', accountId: idOf('acc', 2) }, (post) => number(post) % 6 === 0],
  ]
  for (const order of ['changed', 'made'] as const) {
    const all = posts.toSorted((a, b) => (order === 'made' ? b.createdAt - a.createdAt : b.updatedAt - a.updatedAt))
    for (const [filter, wanted] of cases) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await store.posts.list({ order, limit: 200, ...filter, cursor })
        seen.push(...ids(page.entries))
        cursor = page.cursor ?? undefined
      } while (cursor !== undefined)
      expect({ filter, seen }).toEqual({ filter, seen: ids(all.filter(wanted)) })
    }
  }
}, 120_000)
