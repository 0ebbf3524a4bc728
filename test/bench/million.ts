import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Store } from '../../src-main/core/ports.ts'
import { openStore } from '../../src-main/store/open-store.ts'
import { createConnection } from '../../src-main/store/sqlite/connection.ts'
import { build, query } from '../../src-main/store/sqlite/query.ts'
import { runChild } from './child.ts'
import { fillFolder } from './fill.ts'
import { createDice, median, repeat, type Spread, timed } from './measure.ts'
import type { Row } from './report.ts'
import { account, clock, itemId, log, NOW, word } from './sample.ts'

const TIMES = 400

/** Everything a full database is asked while the app is used. */
export const measureMillion = async (folder: string, many: number): Promise<Row[]> => {
  const others = [1, 2, 3, 4, 5, 6, 7].map(account)
  const { ms } = await timed(() => fillFolder(folder, many, [account(0), ...others]))
  const file = join(folder, 'posthorn.db')
  const megabytes = statSync(file).size / 1e6
  const made: Row = {
    what: `${many.toLocaleString('en')} posts and items made through the store`,
    result: `${(ms / 1000).toFixed(0)} s, ${megabytes.toFixed(0)} MB`,
    against: '',
    values: { seconds: ms / 1000, megabytes },
  }
  const store = await openStore(folder, { clock, log })
  const used = [...(await pages(store)), ...(await searches(store)), ...(await gets(store, file, many))]
  await store.close()
  // Last, since it puts the file out of the system's cache.
  return [made, ...openings(folder, file), ...used]
}

/** In processes of their own; cold: the file's pages were put out of the system's cache, where `dd` can do that. */
const openings = (folder: string, file: string): Row[] => {
  const once = (cold: boolean) => {
    if (cold) spawnSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0'])
    return runChild<{ ms: number }>('open-child.ts', [folder]).ms
  }
  return [false, true].map((cold) => {
    const ms = median(Array.from({ length: 7 }, () => once(cold)))
    const what = `open and first page, ${cold ? 'cold' : 'warm'} page cache`
    return { what, result: `${ms.toFixed(1)} ms`, against: '15 ms', values: { ms } }
  })
}

const row = (what: string, { p50, p99, max }: Spread, against: string): Row => ({
  what,
  result: `p50 ${p50.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms`,
  against,
  values: { p50, p99, max },
})

const pages = async (store: Store): Promise<Row[]> => {
  let cursor: string | null = null
  const turn = (filter: Partial<Parameters<Store['items']['list']>[0]>) => async () => {
    const page = await store.items.list({ order: 'latest', limit: 50, ...filter, cursor: cursor ?? undefined })
    cursor = page.cursor
  }
  const turned = async (what: string, filter: Partial<Parameters<Store['items']['list']>[0]>, against = '') => {
    cursor = null
    return row(what, await repeat(TIMES, turn(filter)), against)
  }
  return [
    await turned('page of 50, latest', {}, 'p99 0.47 ms (bare SQLite)'),
    await turned('page of 50, failed ones', { states: ['failed', 'missed'] }),
    await turned('page of 50, one account', { accountId: account(3).id }),
    await turned('page of 50, soonest', { order: 'soonest', states: ['scheduled', 'waiting'] }),
    row('due items, 16 of those due', await repeat(TIMES, () => store.items.due(NOW + 1e9, 16, [])), 'p99 0.1 ms'),
    row('due items, none due', await repeat(TIMES, () => store.items.due(NOW, 16, [account(1).id])), 'p99 0.1 ms'),
    row('next item', await repeat(TIMES, () => store.items.next()), 'p99 0.1 ms'),
    row('counts', await repeat(TIMES, () => store.items.counts()), ''),
  ]
}

const searches = async (store: Store): Promise<Row[]> => {
  const dice = createDice(3)
  const rank = (from: number, to: number) => word(Math.floor(from * (to / from) ** dice()))
  const KINDS: Record<string, () => string> = {
    'a common word': () => rank(1, 100),
    'a rarer word': () => rank(1000, 20_000),
    'two words': () => `${rank(1, 500)} ${rank(1000, 5000)}`,
    'a phrase': () => `"${rank(1, 20)} ${rank(1, 20)}"`,
    'three letters of a word': () => rank(200, 20_000).slice(0, 3),
    'five letters of a word': () => rank(5000, 20_000).slice(0, 5),
  }
  const rows: Row[] = []
  for (const [kind, typed] of Object.entries(KINDS)) {
    const items = await repeat(TIMES, () => store.items.list({ order: 'latest', limit: 20, search: typed() }))
    rows.push(row(`newest 20 items with ${kind}`, items, 'p99 5 ms'))
  }
  const posts = await repeat(TIMES, () => store.posts.list({ order: 'changed', limit: 20, search: rank(1, 2000) }))
  const narrowed = await repeat(TIMES, () =>
    store.items.list({ order: 'latest', limit: 20, search: rank(1, 2000), accountId: account(5).id }),
  )
  return [...rows, row('newest 20 posts with a word', posts, 'p99 5 ms'), row('the same of one account', narrowed, '')]
}

/** One item by its id, as the store does it and as little as better-sqlite3 can do, turn by turn. */
const gets = async (store: Store, file: string, many: number): Promise<Row[]> => {
  const database = new Database(file, { readonly: true })
  const dice = createDice(5)
  const ids = Array.from({ length: 20_000 }, () => itemId(Math.floor(dice() * many)))
  const raw = database.prepare('select * from item where id = ?')
  const connection = createConnection(database)
  const byId = query<{ id: string }>()((place) => build.selectFrom('item').selectAll().where('id', '=', place('id')))
  const ways = {
    raw: async () => ids.forEach((id) => void raw.get(id)),
    kysely: async () => ids.forEach((id) => void connection.first(byId.with({ id }))),
    store: async () => {
      for (const id of ids) await store.items.get(id)
    },
  }
  const rounds: Record<keyof typeof ways, number[]> = { raw: [], kysely: [], store: [] }
  for (let round = 0; round < 7; round++) {
    for (const way of ['raw', 'kysely', 'store'] as const) rounds[way].push((await timed(ways[way])).ms)
  }
  connection.close()
  const perSecond = (way: keyof typeof ways) => ids.length / (median(rounds[way]) / 1000)
  return (['kysely', 'store'] as const).map((way) => {
    const ratio = perSecond(way) / perSecond('raw')
    const what = way === 'kysely' ? 'row by id through kysely' : 'items.get, JSON read and checked'
    return {
      what,
      result: `${Math.round(perSecond(way)).toLocaleString('en')} /s, ${(ratio * 100).toFixed(0)} % of raw`,
      against: way === 'kysely' ? '90 % of raw better-sqlite3' : '',
      values: { perSecond: perSecond(way), rawPerSecond: perSecond('raw'), ratio },
    }
  })
}
