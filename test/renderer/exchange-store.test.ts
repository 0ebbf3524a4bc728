import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Reply } from '../../src-preload/contract/failure.ts'
import type { Input, MethodName, Output } from '../../src-preload/contract/methods.ts'
import { createExchangeStore } from '../../src-renderer/exchange/exchange-store.ts'
import { cellCopied, cellsPasted } from '../../src-renderer/exchange/clipboard-cells.ts'
import { gridFields } from '../../src-renderer/exchange/grid-fields.ts'
import { addAccount, openTestApp } from '../fixtures/test-world.ts'
import { createManualTimers } from './manual-timers.ts'

/** The store over the use cases themselves; `until` lets time pass and answers come until it is so. */
const setUp = async () => {
  const t = await openTestApp()
  const alice = await addAccount(t, 'Alice')
  const timers = createManualTimers()
  const bridge: Bridge = {
    call: <M extends MethodName>(method: M, input: Input<M>) => t.app.gate(method, input) as Promise<Reply<Output<M>>>,
    addFile: () => null,
    subscribe: (listener) => t.app.subscribe(listener),
    mediaUrl: () => Promise.reject(new Error('There are no files.')),
    desktop: null,
  }
  const store = createExchangeStore(bridge, timers, () => ({ zone: 'Europe/Berlin', accountIds: [alice] }))
  const until = async (met: () => boolean): Promise<void> => {
    for (let turn = 0; turn < 2_000 && !met(); turn += 1) {
      await timers.pass(50)
      await setImmediate()
    }
    expect(met()).toBe(true)
  }
  const now = store.state.getState
  const checked = (): Promise<void> => until(() => now().busy === null && now().check !== null)
  const take = async (...lines: string[]): Promise<void> => {
    await store.take([{ name: 'december.csv', text: lines.join('\n') }])
    store.go('rows')
    await checked()
  }
  const codes = () => now().check?.rows.map(({ problems }) => problems.map(({ code }) => code))
  const posts = async () =>
    (await t.call('posts.list', { order: 'made', limit: 200 })).entries.map(({ text }) => text).toSorted()
  return { t, alice, store, now, until, checked, take, codes, posts }
}

test('columns are found by their names, can be given to another field, and what nobody knows is left out', async () => {
  const { store, now, checked } = await setUp()
  await store.take([{ name: 'december.csv', text: 'Text,When,Mood\nIce,2099-12-01 09:00,calm\n' }])
  expect(now()).toMatchObject({ stage: 'file', choices: { mapping: ['text', 'when', null] }, busy: null })
  store.choose({ mapping: ['text', 'when', 'tags'] })
  store.go('rows')
  await checked()
  expect(now().check?.rows[0]?.values).toMatchObject({ text: 'Ice', tags: 'calm' })
  expect(gridFields(now().choices.mapping)).toEqual(['text', 'when', 'accounts', 'tags', 'media'])
})

test('what is wrong is said row by row, is put right where it stands, and offered for its like', async () => {
  const { store, now, until, take, codes } = await setUp()
  await take('Text,When', 'Ice,soon', 'Snow,soon', 'Fog,2099-12-03 09:00')
  expect(codes()).toEqual([['when-unreadable'], ['when-unreadable'], []])
  store.edit(0, 'when', '2099-12-01 09:00')
  // It stands there at once; what is said of it follows.
  expect(now().check?.rows[0]?.values['when']).toBe('2099-12-01 09:00')
  expect(now().offer).toEqual({ field: 'when', value: '2099-12-01 09:00', rows: [1] })
  store.acceptOffer()
  await until(() => now().check?.counts.errors === 0)
  expect(codes()).toEqual([[], [], []])
  store.undoStep()
  await until(() => now().check?.counts.errors === 1)
  expect(codes()).toEqual([[], ['when-unreadable'], []])
})

test('a block out of another sheet fills the cells right of and below its place, as one step', async () => {
  const { store, now, until, take, codes } = await setUp()
  await take('Text,When', 'Ice,soon', 'Snow,soon', 'Fog,soon')
  const rows = now().check?.rows ?? []
  const fields = gridFields(now().choices.mapping)
  const block = '2099-12-01 09:00\t\tcold\r\n2099-12-02 09:00\t\t"cold\nand white"\r\n'
  const { cells, over } = cellsPasted(block, { rows, fields, line: 0, column: fields.indexOf('when') })
  expect(over).toBe(0)
  store.paste(cells)
  expect(now().check?.rows.map(({ values }) => values['tags'] ?? '')).toEqual(['cold', 'cold\nand white', ''])
  await until(() => now().check?.counts.errors === 1)
  expect(codes()).toEqual([[], [], ['when-unreadable']])
  store.undoStep()
  await until(() => now().check?.counts.errors === 3)
})

test('what has no cell left is counted, and one cell goes out and comes in as it is', async () => {
  const { now, take } = await setUp()
  await take('Text,When', 'Ice,soon', 'Snow,soon')
  const rows = now().check?.rows ?? []
  const spot = { rows, fields: ['text', 'when'] as const, line: 1, column: 1 }
  expect(cellsPasted('a\tb\nc', spot)).toEqual({ cells: [{ row: 1, field: 'when', value: 'a' }], over: 2 })
  const value = 'Two\tparts,\nand "two" lines'
  expect(cellsPasted(cellCopied(value), spot).cells).toEqual([{ row: 1, field: 'when', value }])
})

test('a row that is left out is not judged, and a step back takes it again', async () => {
  const { store, now, until, take, codes } = await setUp()
  await take('Text,When', 'Ice,soon', 'Snow,2099-12-02 09:00')
  store.skip([0], true)
  await until(() => now().check?.counts.skipped === 1)
  expect([codes(), now().check?.counts.errors]).toEqual([[[], []], 0])
  store.undoStep()
  await until(() => now().check?.counts.skipped === 0)
  expect(codes()).toEqual([['when-unreadable'], []])
})

test('with one row wrong nothing is made at all, and why is said', async () => {
  const { store, now, until, take, posts } = await setUp()
  await take('Text,When', 'Ice,2099-12-01 09:00', 'Snow,soon')
  await store.run()
  await until(() => now().job?.state === 'failed')
  expect(now().job?.failure?.message).toMatch(/^Row 2: /)
  expect(await posts()).toEqual([])
})

test('everything is made, listed, and taken back as a whole', async () => {
  const { store, now, until, take, posts } = await setUp()
  await take('Text,When', 'Ice,2099-12-01 09:00', 'Snow,')
  await store.run()
  await until(() => now().job?.state === 'done' && now().recent.length === 1)
  expect(now().job?.result).toMatchObject({ posts: 2, drafts: 1, scheduled: 1 })
  expect(await posts()).toEqual(['Ice', 'Snow'])
  expect(await store.undoImport(now().recent[0]?.importId ?? '')).toBeNull()
  expect(now()).toMatchObject({ undone: { deleted: 2, kept: 0 } })
  expect(await posts()).toEqual([])
})

test('called off while it runs it makes nothing', async () => {
  const { store, now, until, take, posts } = await setUp()
  await take('Text', ...Array.from({ length: 400 }, (_, at) => `Post ${at}`))
  const running = store.run()
  await store.cancel()
  await running
  await until(() => now().job?.state === 'cancelled')
  expect(await posts()).toEqual([])
})

test('what the core has forgotten meanwhile is given to it once more', async () => {
  const { t, store, now, until, take } = await setUp()
  await take('Text,When', 'Ice,2099-12-01 09:00')
  const first = now().source?.importId
  for (let other = 0; other < 5; other += 1)
    await t.call('imports.read', { files: [{ name: 'a.csv', text: `Text\n${other}` }] })
  store.edit(0, 'text', 'Snow')
  await until(() => now().source?.importId !== first && now().busy === null)
  expect(now()).toMatchObject({ failure: null, check: { rows: [{ values: { text: 'Snow' } }] } })
})
