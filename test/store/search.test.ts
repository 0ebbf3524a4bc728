import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Store } from '../../src-main/core/ports.ts'
import { readTerms } from '../../src-main/store/search/search-terms.ts'
import { aPost, anAccount } from '../fixtures/records.ts'
import { dueItem, idOf, openTempStore } from './open-temp-store.ts'

const withTexts = async (...texts: string[]): Promise<Store> => {
  const { store } = await openTempStore()
  for (const [index, text] of texts.entries()) {
    await store.posts.put(aPost({ id: idOf('pst', index + 1), text, updatedAt: 100 - index }))
    await store.items.put(dueItem(index + 1, 1000 - index, { postId: idOf('pst', index + 1) }))
  }
  return store
}

/** Numbers of the posts found, by way of posts and of items in either order, which must agree. */
const found = async (store: Store, search: string): Promise<number[]> => {
  const numbers = (entries: readonly { id: string }[]) => entries.map((entry) => Number(entry.id.slice(4)))
  const posts = numbers((await store.posts.list({ order: 'changed', search, limit: 50 })).entries)
  const latest = numbers((await store.items.list({ search, order: 'latest', limit: 50 })).entries)
  const soonest = numbers((await store.items.list({ search, order: 'soonest', limit: 50 })).entries)
  expect(latest).toEqual(posts)
  expect(soonest).toEqual(posts.toReversed())
  return posts
}

test('finds whole words without regard to case and accents, both ways', async () => {
  const store = await withTexts('Ein Café in Köln', 'a CAFE elsewhere', 'Cafés', 'coffee')
  expect(await found(store, 'cafe ')).toEqual([1, 2, 3])
  expect(await found(store, 'CAFÉ in')).toEqual([1])
  expect(await found(store, 'koln')).toEqual([1])
  expect(await found(store, 'Köln Café')).toEqual([1])
})

test('the last word may be unfinished, unless it is quoted or very short', async () => {
  const store = await withTexts('Launching today', 'A lunch break', 'Lau', 'go')
  expect(await found(store, 'lau')).toEqual([1, 3])
  expect(await found(store, 'laun')).toEqual([1])
  expect(await found(store, '"lau"')).toEqual([3])
  expect(await found(store, 'lau today')).toEqual([])
  expect(await found(store, 'g')).toEqual([])
  expect(await found(store, 'go')).toEqual([4])
})

test('words in quotation marks must stand together', async () => {
  const store = await withTexts('the quick brown fox', 'brown and quick')
  expect(await found(store, 'quick brown')).toEqual([1, 2])
  expect(await found(store, '"quick brown"')).toEqual([1])
  expect(await found(store, '„quick brown“')).toEqual([1])
  expect(await found(store, '"quick bro')).toEqual([1])
})

test('what looks like an operator is a word like any other', async () => {
  const store = await withTexts('this AND that', 'this OR that', 'not near', "it's 50% off: C++ (really) a-b #tag @me")
  expect(await found(store, 'this AND that')).toEqual([1])
  expect(await found(store, 'this OR that')).toEqual([2])
  expect(await found(store, 'NOT near')).toEqual([3])
  expect(await found(store, 'NOT(near')).toEqual([3])
  for (const typed of ["it's", '50%', 'C++', '(really)', 'a-b', '#tag', '@me', 'words:off', 'marks : off', '^off*']) {
    const numbers = await found(store, typed)
    expect([typed, numbers]).toEqual([typed, typed.includes(':') ? [] : [4]])
  }
})

test('a search of spaces finds everything, one of signs alone nothing', async () => {
  const store = await withTexts('one', 'two !!!')
  expect(await found(store, '  ')).toEqual([1, 2])
  expect(await found(store, '"')).toEqual([1, 2])
  expect(await found(store, '!!!')).toEqual([])
  expect(await found(store, '-- OR')).toEqual([])
})

test('whatever is typed never fails', async () => {
  const store = await withTexts('anything goes 日本')
  const parts = fc.constantFrom('"', '*', '(', ')', '^', ':', '+', '-', '{', '}', 'AND', 'OR', 'NOT', 'NEAR', '\0', ' ')
  const typed = fc.array(fc.oneof(parts, fc.string({ unit: 'binary' })), { maxLength: 12 }).map((all) => all.join(''))
  await fc.assert(
    fc.asyncProperty(typed, async (search) => {
      await store.posts.list({ order: 'changed', search, limit: 5 })
      await store.items.list({ search, order: 'latest', limit: 5, accountId: anAccount().id })
    }),
    { numRuns: 300 },
  )
  const many = Array.from({ length: 250 }, () => 'a').join(' ')
  expect((await store.posts.list({ order: 'changed', search: many, limit: 5 })).entries).toEqual([])
})

test('words are found in the midst of text that is written without spaces', async () => {
  const store = await withTexts('今日は東京タワーに行きました', 'วันนี้อากาศดี', '안녕하세요 여러분', '京東')
  expect(await found(store, '東京')).toEqual([1])
  expect(await found(store, 'タワー')).toEqual([1])
  expect(await found(store, 'อากาศ')).toEqual([2])
  expect(await found(store, '안녕')).toEqual([3])
  expect(await found(store, '京')).toEqual([1, 4])
})

test('tags and what a target says differently are found, old words no longer', async () => {
  const store = await withTexts('Hello there')
  await store.posts.put(aPost({ text: 'Changed', tags: ['Ankündigung'], updatedAt: 100 }))
  await store.items.put(dueItem(1, 1000, { override: { text: 'Only for them' } }))
  expect(await found(store, 'hello')).toEqual([])
  expect(await found(store, 'ankundigung')).toEqual([1])
  expect(await found(store, 'changed')).toEqual([1])
  expect(await found(store, 'only them')).toEqual([1])
  await store.items.put(dueItem(1, 1000))
  expect(await found(store, 'only')).toEqual([])
  await store.items.put(dueItem(2, 900, { override: { text: 'Brief' } }))
  await store.items.remove(idOf('itm', 2))
  expect(await found(store, 'brief')).toEqual([])
  expect(await found(store, 'changed')).toEqual([1])
})

test('an item is found under the day it moved to', async () => {
  const { store } = await openTempStore()
  const DAY = 86_400_000
  for (let number = 1; number <= 450; number++) {
    await store.posts.put(aPost({ id: idOf('pst', number), updatedAt: number }))
    await store.items.put(dueItem(number, number * DAY, { postId: idOf('pst', number) }))
  }
  const newest = async (of: { accountId?: string } = {}) =>
    (await store.items.list({ search: 'hello', order: 'latest', limit: 2, ...of })).entries.map((item) => item.id)
  expect(await newest()).toEqual([idOf('itm', 450), idOf('itm', 449)])
  await store.items.put(dueItem(3, 900 * DAY, { postId: idOf('pst', 3) }))
  expect(await newest()).toEqual([idOf('itm', 3), idOf('itm', 450)])
  await store.items.put(dueItem(3, -5 * DAY, { postId: idOf('pst', 3) }))
  expect(await newest({ accountId: anAccount().id })).toEqual([idOf('itm', 450), idOf('itm', 449)])
}, 30_000)

test('a common word in many posts is found page by page, in the order of the list, through every filter', async () => {
  const { store } = await openTempStore()
  await store.accounts.put(anAccount({ id: idOf('acc', 2), name: 'Second' }))
  await store.transaction(async (within) => {
    for (let number = 1; number <= 1500; number++) {
      const at = ((number * 7919) % 97) * 20_000_000
      const state = number % 10 === 0 ? 'failed' : 'published'
      const text = number % 2 === 0 ? 'Hello common world' : 'Hello world'
      await within.posts.put(aPost({ id: idOf('pst', number), text, updatedAt: at }))
      const accountId = idOf('acc', number % 3 === 0 ? 2 : 1)
      await within.items.put(dueItem(number, at, { postId: idOf('pst', number), state, nextAt: null, accountId }))
    }
  })
  const pages = async (of: Partial<Parameters<Store['items']['list']>[0]>) => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await store.items.list({ order: 'latest', limit: 90, ...of, cursor })
      seen.push(...page.entries.map((item) => item.id))
      cursor = page.cursor ?? undefined
    } while (cursor !== undefined)
    return seen
  }
  const filters = [
    {},
    { states: ['published', 'failed'] },
    { states: ['failed'] },
    { accountId: idOf('acc', 2) },
  ] as const
  for (const filter of filters) {
    const all = await pages(filter)
    const even = all.filter((id) => Number(id.slice(4)) % 2 === 0)
    expect(await pages({ ...filter, search: 'hello' })).toEqual(all)
    expect(await pages({ ...filter, search: 'common' })).toEqual(even)
  }
  const first = (await store.posts.list({ order: 'changed', search: 'common', limit: 30 })).entries
  const unsearched = (await store.posts.list({ order: 'changed', limit: 60 })).entries.filter((post) =>
    post.text.includes('common'),
  )
  expect(first.slice(0, unsearched.length)).toEqual(unsearched)
}, 30_000)

test('a search is read as words, phrases and a beginning', () => {
  expect(readTerms(undefined)).toEqual({ kind: 'everything' })
  expect(readTerms('…')).toEqual({ kind: 'nothing' })
  expect(readTerms('new "two words" "quick lau')).toEqual({
    kind: 'words',
    whole: ['new', 'two words'],
    beginning: { before: 'quick ', letters: 'lau' },
  })
  expect(readTerms('e-mail, ab')).toMatchObject({ whole: ['e-mail,', 'ab'], beginning: null })
})

test('a long beginning finds every word that goes on from it, accents and phrases included', async () => {
  const store = await withTexts(
    'Großartige Aussicht',
    'eine grossartig helle',
    'Ankündigungen',
    'Die Ankündigung: heute',
  )
  expect(await found(store, 'ankündig')).toEqual([3, 4])
  expect(await found(store, 'ANKUNDIGUNGE')).toEqual([3])
  expect(await found(store, '"die ankünd')).toEqual([4])
  expect(await found(store, 'grossart')).toEqual([2])
  expect(await found(store, 'großar')).toEqual([1])
  expect(await found(store, 'heutige')).toEqual([])
  const many = await withTexts(...Array.from({ length: 230 }, (_, number) => `prefix${number}`))
  expect((await many.posts.list({ order: 'changed', search: 'prefix', limit: 999 })).entries).toHaveLength(230)
})
