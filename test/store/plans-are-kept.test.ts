import { expect, test } from 'vitest'
import type { Store } from '../../src-main/core/ports.ts'
import { aPost, anAccount } from '../fixtures/records.ts'
import { dueItem, idOf, openTempStore } from './open-temp-store.ts'

/*
 * SQLite plans a few forms of query by the values that are bound, and so prepares their statements anew on every run,
 * which no plan and no count of calls shows. better-sqlite3 then makes a new function for the rows, and that does.
 */

/** How many functions are made of text while the work runs. */
const functionsMade = async (work: () => Promise<void>): Promise<number> => {
  const original = globalThis.Function
  let made = 0
  globalThis.Function = new Proxy(original, {
    apply: (target, self, args: string[]) => {
      made++
      return Reflect.apply(target, self, args) as unknown
    },
  })
  try {
    await work()
  } finally {
    globalThis.Function = original
  }
  return made
}

test('no statement is prepared anew behind the scenes when it is run again', async () => {
  const { store } = await openTempStore()
  await store.transaction(async (within) => {
    for (let number = 1; number <= 2100; number++) {
      await within.posts.put(aPost({ id: idOf('pst', number), updatedAt: number }))
      await within.items.put(dueItem(number, number, { postId: idOf('pst', number) }))
    }
  })
  const accountId = anAccount().id
  const calls: Record<string, (store: Store) => Promise<unknown>> = {
    get: (one) => one.items.get(idOf('itm', 1)),
    due: (one) => one.items.due(500, 5, []),
    dueElsewhere: (one) => one.items.due(500, 5, [idOf('acc', 9)]),
    next: (one) => one.items.next(),
    put: (one) => one.items.put(dueItem(1, 1, { attempts: 2 })),
    rewrite: (one) => one.posts.put(aPost({ text: 'Hello you', updatedAt: 1 })),
    ofPosts: (one) => one.items.ofPosts([idOf('pst', 1)]),
    inStates: (one) => one.items.inStates(['waiting', 'scheduled'], { accountId }),
    latest: (one) => one.items.list({ order: 'latest', limit: 5 }),
    latestOf: (one) => one.items.list({ order: 'latest', limit: 5, accountId, states: ['scheduled'] }),
    soonest: (one) => one.items.list({ order: 'soonest', limit: 5 }),
    search: (one) => one.items.list({ order: 'latest', limit: 5, search: 'hello' }),
    searchSoonest: (one) => one.items.list({ order: 'soonest', limit: 5, search: 'hello' }),
    posts: (one) => one.posts.list({ order: 'changed', limit: 5 }),
    drafts: (one) => one.posts.list({ order: 'changed', limit: 5, statuses: ['draft'] }),
    postSearch: (one) => one.posts.list({ order: 'changed', limit: 5, search: 'hello' }),
    made: (one) => one.posts.list({ order: 'made', limit: 5, accountId, statuses: ['scheduled'], from: 0 }),
    tagged: (one) => one.posts.list({ order: 'made', limit: 5, tags: ['news'], search: 'hello' }),
    retag: (one) => one.posts.put(aPost({ text: 'Hello you', tags: ['news'], updatedAt: 1 })),
    itemsTagged: (one) => one.items.list({ order: 'soonest', limit: 5, tags: ['news'], from: 0, to: 9 }),
    tags: (one) => one.tags.list(),
    sum: (one) => one.charges.sum({ accountId, from: 5, to: 900_000_000 }),
    charges: (one) => one.charges.list({ feature: 'PUBLISH_POST', from: 0, to: 9 }),
    spread: (one) => one.items.spread([{ from: 0, to: 900 }], { states: ['scheduled', 'waiting'], limit: 5 }),
    slotsHeld: (one) => one.items.slotsHeld('slp_00000000001', { from: 0, to: 9 }),
    setByHand: (one) => one.items.setByHand([5, 9]),
    inSlots: (one) => one.items.inSlots('slp_00000000001', 0),
    knownRemotes: (one) => one.items.knownRemotes(accountId, ['a']),
    lastPublishedAt: (one) => one.items.lastPublishedAt(accountId),
    deliveries: (one) => one.deliveries.list({ limit: 5 }),
    key: (one) => one.keys.findByHash('x'),
    receipt: (one) => one.receipts.get('x'),
    accounts: (one) => one.accounts.list(),
    attempts: (one) => one.attempts.ofItem(idOf('itm', 1)),
    counts: (one) => one.items.counts(),
    media: (one) => one.media.findByHash('x'),
  }
  for (const [name, call] of Object.entries(calls)) {
    await call(store)
    await call(store)
    const made = await functionsMade(async () => {
      for (let time = 0; time < 5; time++) await call(store)
    })
    expect({ name, made }).toEqual({ name, made: 0 })
  }
}, 30_000)
