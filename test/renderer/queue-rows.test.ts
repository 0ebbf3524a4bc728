import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Item, ItemState } from '../../src-preload/contract/model/item.ts'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import { groupByDay, inPost } from '../../src-renderer/queue/day-groups.ts'
import { type QueueFilter, type QueueTab, TABS, UPCOMING } from '../../src-renderer/queue/queue-filter.ts'
import { compareRows, type Loaded, mergeItem, mergePage } from '../../src-renderer/queue/queue-rows.ts'
import { makeAccount, makeItem, makePost } from './memory-bridge.ts'

const account = makeAccount({ name: 'Alice' })
const filter = (change: Partial<QueueFilter> = {}): QueueFilter => ({
  ...UPCOMING,
  ...change,
})
const at = (hour: number): string => new Date(Date.UTC(2026, 11, 1, hour)).toISOString()

const row = (hour: number, change: Partial<Item> = {}): ItemRow => ({
  ...makeItem(makePost(), account, {
    state: 'scheduled',
    schedule: { wall: at(hour).slice(0, 16), zone: 'UTC', at: at(hour), shift: null },
    nextAt: at(hour),
    updatedAt: at(0),
    ...change,
  }),
  text: `at ${hour}`,
  account: 'Alice',
  mediaIds: [],
  tags: [],
})
const loaded = (rows: readonly ItemRow[], end: ItemRow | null = null): Loaded => ({ rows, end })
const nameOf = (): string => 'Alice'
const hours = (rows: readonly ItemRow[]): string[] => rows.map((one) => one.text)

test('puts a new item in its place by time', () => {
  const rows = [row(1), row(5)]
  const news = row(3)
  const merged = mergeItem(loaded(rows), filter(), { item: news, text: 'at 3', tags: [], mediaIds: [] }, nameOf)
  expect(hours(merged.rows)).toEqual(['at 1', 'at 3', 'at 5'])
  expect(merged.lacking).toBeNull()
})

test('asks for the words of an item that only its state is known of', () => {
  const news = row(3)
  const merged = mergeItem(loaded([row(1)]), filter(), { item: news }, nameOf)
  expect(merged.lacking).toBe(news.id)
  expect(merged.rows).toHaveLength(2)
})

test('leaves what sorts behind the loaded part to its page', () => {
  const rows = [row(1), row(2)]
  expect(mergeItem(loaded(rows, rows.at(-1)), filter(), { item: row(9), text: '' }, nameOf).rows).toEqual(rows)
  expect(mergeItem(loaded(rows), filter(), { item: row(9), text: '' }, nameOf).rows).toHaveLength(3)
})

test('keeps the last loaded row, since the next page begins behind it', () => {
  const rows = [row(1), row(2)]
  const last = rows[1] ?? row(2)
  const news = { ...last, state: 'publishing' as const, updatedAt: at(1) }
  expect(mergeItem(loaded(rows, last), filter(), { item: news }, nameOf).rows).toHaveLength(2)
})

test('moves a known item when its time changes, and keeps its words', () => {
  const first = row(1)
  const rows = [first, row(3), row(5)]
  const later = { ...first, nextAt: at(4), updatedAt: at(1) }
  const merged = mergeItem(loaded(rows), filter(), { item: later }, nameOf)
  expect(hours(merged.rows)).toEqual(['at 3', 'at 1', 'at 5'])
})

test('shows a text of its own as soon as the item has it', () => {
  const first = row(1)
  const edited = { ...first, override: { text: 'Edited where it stands' }, updatedAt: at(1) }
  expect(hours(mergeItem(loaded([first]), filter(), { item: edited }, nameOf).rows)).toEqual(['Edited where it stands'])
})

test('takes out what the tab does not show any more', () => {
  const first = row(1)
  const done = { ...first, state: 'published' as const, nextAt: null, updatedAt: at(1) }
  expect(mergeItem(loaded([first, row(2)]), filter(), { item: done }, nameOf).rows).toHaveLength(1)
})

test('takes in only what belongs to the account that is looked at', () => {
  const other = { ...row(1), accountId: 'acc_other' }
  const only = filter({ accountId: account.id })
  expect(mergeItem(loaded([]), only, { item: other, text: '' }, nameOf).rows).toEqual([])
})

test('lets the core say whether a new item matches a search', () => {
  const news = row(1)
  const merged = mergeItem(loaded([]), filter({ search: 'words' }), { item: news }, nameOf)
  expect(merged).toEqual({ rows: [], lacking: news.id })
})

test('does not let old news overwrite newer', () => {
  const current = row(1, { updatedAt: at(5), state: 'publishing' })
  const merged = mergeItem(
    loaded([current]),
    filter(),
    { item: { ...current, state: 'scheduled', updatedAt: at(4) } },
    nameOf,
  )
  expect(merged.rows).toEqual([current])
})

test('a page behind the loaded rows brings nothing twice', () => {
  const [a, b, c] = [row(1), row(2), row(3)]
  expect(mergePage([a, b], [b, c], 'soonest').map((one) => one.id)).toEqual([a.id, b.id, c.id])
})

test('what rests comes last among the soonest', () => {
  const resting = row(1, { nextAt: null, state: 'waiting' })
  const merged = mergeItem(
    loaded([row(9)]),
    filter(),
    { item: resting, text: 'resting', tags: [], mediaIds: [] },
    nameOf,
  )
  expect(hours(merged.rows)).toEqual(['at 9', 'resting'])
})

const STATES: readonly ItemState[] = [
  'scheduled',
  'waiting',
  'publishing',
  'published',
  'failed',
  'missed',
  'cancelled',
]

test('pages and events in any order come to the list that the core would give', () => {
  const events = fc.array(
    fc.record({
      which: fc.nat(30),
      state: fc.constantFrom(...STATES),
      hour: fc.nat(20),
      rests: fc.boolean(),
      loadMore: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(events, fc.constantFrom<QueueTab>('upcoming', 'attention', 'published', 'all'), (steps, tab) => {
      const { order, states } = TABS[tab]
      const core = new Map(Array.from({ length: 30 }, (_, index) => row(index % 20)).map((one) => [one.id, one]))
      const ids = [...core.keys()]
      const truth = (): ItemRow[] =>
        [...core.values()].filter((one) => states.includes(one.state)).toSorted((a, b) => compareRows(order, a, b))
      const load = ({ rows, end }: Loaded): Loaded => {
        const rest = truth().filter((one) => end === null || compareRows(order, end, one) < 0)
        const page = rest.slice(0, 5)
        return { rows: mergePage(rows, page, order), end: rest.length <= 5 ? null : (page.at(-1) ?? null) }
      }
      let view = load(loaded([]))
      let stamp = 1
      for (const step of steps) {
        const id = ids[step.which % ids.length] ?? ''
        const before = core.get(id)
        if (before === undefined) continue
        const after: ItemRow = {
          ...before,
          state: step.state,
          nextAt: step.rests ? null : at(step.hour),
          schedule: { wall: at(step.hour).slice(0, 16), zone: 'UTC', at: at(step.hour), shift: null },
          updatedAt: new Date(Date.UTC(2026, 11, 2) + stamp++ * 1000).toISOString(),
        }
        core.set(id, after)
        const news = { item: after, text: after.text, tags: [], mediaIds: [] }
        view = { rows: mergeItem(view, filter({ tab }), news, nameOf).rows, end: view.end }
        if (step.loadMore && view.end !== null) view = load(view)
      }
      while (view.end !== null) view = load(view)
      expect(view.rows.map((one) => one.id)).toEqual(truth().map((one) => one.id))
    }),
    { numRuns: 300 },
  )
})

test('takes in only what has the state, the channel and the making that are looked for', () => {
  const shown = (change: Partial<QueueFilter>, item: Partial<Item>): number =>
    mergeItem(loaded([]), filter(change), { item: row(3, item), text: '', tags: [], mediaIds: [] }, nameOf).rows.length
  expect(shown({ states: ['waiting'] }, {})).toBe(0)
  expect(shown({ states: ['waiting'] }, { state: 'waiting' })).toBe(1)
  // A state that the tab does not have narrows nothing.
  expect(shown({ states: ['failed'] }, {})).toBe(1)
  expect(shown({ channel: 'bluesky' }, {})).toBe(0)
  expect(shown({ channel: 'folder' }, {})).toBe(1)
  expect(shown({ tab: 'published', external: false }, { state: 'published', external: true })).toBe(0)
  expect(shown({ tab: 'published', external: true }, { state: 'published', external: true })).toBe(1)
})

test('lets go of a row whose post lost the tag that is looked for', () => {
  const known = { ...row(3), tags: ['launch'] }
  const news = { item: known, text: 'at 3', mediaIds: [] }
  const tagged = filter({ tags: ['Launch'] })
  expect(mergeItem(loaded([known]), tagged, { ...news, tags: ['launch', 'sea'] }, nameOf).rows).toHaveLength(1)
  expect(mergeItem(loaded([known]), tagged, { ...news, tags: ['sea'] }, nameOf).rows).toHaveLength(0)
})

test('asks the core where an event alone cannot tell: a day, a tag', () => {
  const fresh = row(3)
  for (const change of [{ from: '2026-12-01' }, { tags: ['sea'] }]) {
    expect(mergeItem(loaded([]), filter(change), { item: fresh, text: '' }, nameOf)).toEqual({
      rows: [],
      lacking: fresh.id,
    })
  }
  const moved = { ...fresh, schedule: row(30).schedule }
  expect(mergeItem(loaded([fresh]), filter({ to: '2026-12-01' }), { item: moved }, nameOf).lacking).toBe(fresh.id)
})

test('a post for several accounts at one time is told as one, and never beyond its day, its time or its words', () => {
  const post = row(9)
  const same = (change: Partial<ItemRow>): ItemRow => ({ ...post, ...change })
  const rows = [
    row(8),
    same({ id: 'itm_1' }),
    same({ id: 'itm_2' }),
    same({ id: 'itm_3' }),
    same({ id: 'itm_4', text: 'with words of its own' }),
    same({ id: 'itm_5', nextAt: at(10) }),
    same({ id: 'itm_6', nextAt: at(33) }),
  ]
  const lines = groupByDay(rows, 'soonest', 'UTC', Date.parse(at(0)))
  const told = lines.flatMap((line, index) => (line.kind === 'day' ? [] : [inPost(lines, index, 'soonest')]))
  expect(told).toEqual(['alone', 'first', 'middle', 'last', 'alone', 'alone', 'alone'])
})
