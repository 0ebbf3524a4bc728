import { expect, test } from 'vitest'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import type { Item } from '../../src-preload/contract/model/item.ts'
import { pickedAfter } from '../../src-renderer/queue/bulk/picks.ts'
import { markFound } from '../../src-renderer/queue/found-words.ts'
import { createQueueMemory } from '../../src-renderer/queue/kept-place.ts'
import { isMovable, landingAt, landingBeside } from '../../src-renderer/queue/line.ts'
import { makeAccount, makeItem, makePost } from './memory-bridge.ts'

const now = Date.UTC(2026, 11, 1)
const [alice, bob] = [makeAccount({ name: 'Alice' }), makeAccount({ name: 'Bob' })]

const row = (text: string, hours: number, change: Partial<Item> = {}, account = alice): ItemRow => {
  const post = makePost({ text })
  const at = new Date(now + hours * 3_600_000).toISOString()
  const schedule = { wall: at.slice(0, 16), zone: 'UTC', at, shift: null }
  const item = makeItem(post, account, { state: 'scheduled', schedule, nextAt: at, ...change })
  return { ...item, text, account: account.name, mediaIds: [], tags: [] }
}

const a = row('a', 1)
const other = row('other', 2, {}, bob)
const b = row('b', 3)
const c = row('c', 4)
const rows = [a, other, b, c]
const list = { rows, endless: false, now }

test('only what is scheduled for later, and is Posthorn’s to send, changes its place', () => {
  const held = { remote: null, since: new Date(now).toISOString() }
  expect(isMovable(a, now)).toBe(true)
  for (const still of [
    row('due', -1),
    row('held', 1, { held }),
    row('there', 1, { external: true }),
    row('waits', 1, { state: 'waiting' }),
  ]) {
    expect(isMovable(still, now)).toBe(false)
  }
})

test('a post that is dropped takes the time of the one of its account that stands there', () => {
  expect(landingAt(list, c, 0)).toEqual({ kind: 'moves', before: a.id, takes: a })
  expect(landingAt(list, c, 1)).toEqual({ kind: 'moves', before: b.id, takes: b })
  expect(landingAt(list, a, 4)).toEqual({ kind: 'moves', before: null, takes: c })
})

test('dropped among posts of other accounts alone, or where it is, it stays', () => {
  for (const gap of [0, 1, 2]) expect(landingAt(list, a, gap)).toEqual({ kind: 'stays' })
  expect(landingAt(list, other, 4)).toEqual({ kind: 'stays' })
})

test('the keys change places with the next of the account, over those of others', () => {
  expect(landingBeside(list, b, -1)).toEqual({ kind: 'moves', before: a.id, takes: a })
  expect(landingBeside(list, a, 1)).toEqual({ kind: 'moves', before: c.id, takes: b })
  expect(landingBeside(list, a, -1)).toEqual({ kind: 'stays' })
  expect(landingBeside(list, c, 1)).toEqual({ kind: 'stays' })
})

test('behind the last that is loaded it goes before whatever follows, and not to the end of all', () => {
  expect(landingBeside({ ...list, endless: true }, b, 1)).toEqual({ kind: 'stays' })
  const more = { ...list, rows: [...rows, row('later', 9, {}, bob)], endless: true }
  expect(landingBeside(more, b, 1)).toMatchObject({ kind: 'moves', before: more.rows.at(-1)?.id, takes: c })
})

test('with Shift everything between is picked, and without it one at a time', () => {
  const one = pickedAfter(new Set(), rows, a.id, null)
  expect([...one]).toEqual([a.id])
  expect([...pickedAfter(one, rows, c.id, a.id)]).toEqual(rows.map(({ id }) => id))
  expect([...pickedAfter(one, rows, a.id, null)]).toEqual([])
  expect([...pickedAfter(one, rows, c.id, 'gone')]).toEqual([a.id, c.id])
})

const found = (text: string, search: string) =>
  markFound(text, search)
    .map((part) => (part.found ? `[${part.text}]` : part.text))
    .join('')

test('what was searched for is marked: beginnings of words, phrases, and letters with marks', () => {
  expect(found('The harbour at dawn', 'harb')).toBe('The [harb]our at dawn')
  expect(found('A café, a Café', 'cafe')).toBe('A [café], a [Café]')
  expect(found('New boats, new nets', '“new nets”')).toBe('New boats, [new nets]')
  expect(found('reharbour', 'harb')).toBe('reharbour')
  expect(found('a (b) c', '(b')).toBe('a [(b]) c')
  expect(found('anything', '')).toBe('anything')
})

test('a hit far down a long text is brought into view', () => {
  const long = `${'word '.repeat(60)}harbour at last`
  expect(found(long, 'harbour')).toMatch(/^…(?:word ){7,9}\[harbour\] at last$/)
})

test('the place in the list and the width of the details are kept, and nonsense is nothing', () => {
  const kept = new Map<string, string>()
  const memory = createQueueMemory({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  })
  expect([memory.place(), memory.panelWidth()]).toEqual([null, null])
  memory.keepPlace({ filter: 'tab=all', itemId: a.id, loaded: 300 })
  memory.keepPanelWidth(31.5)
  expect([memory.place(), memory.panelWidth()]).toEqual([{ filter: 'tab=all', itemId: a.id, loaded: 300 }, 31.5])
  for (const key of kept.keys()) kept.set(key, 'wide')
  expect([memory.place(), memory.panelWidth()]).toEqual([{ filter: 'wide', itemId: '', loaded: 0 }, null])
})
