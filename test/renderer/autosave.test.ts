import { expect, test } from 'vitest'
import type { Reply } from '../../src-preload/contract/failure.ts'
import { createAutosave, type SaveState } from '../../src-renderer/composer/draft/autosave.ts'
import { createManualTimers } from './manual-timers.ts'
import { failure } from './memory-kit.ts'

const done: Reply<unknown> = { ok: true, value: null }
const refused: Reply<unknown> = { ok: false, failure: failure('disk-full', 'The disk is full.') }

/** An autosave whose saves are answered by hand, in order. */
const setUp = () => {
  const timers = createManualTimers()
  const states: SaveState[] = []
  const open: ((reply: Reply<unknown>) => void)[] = []
  let settled = 0
  let begun = 0
  const autosave = createAutosave({
    timers,
    save: () => {
      begun += 1
      return new Promise((resolve) => open.push(resolve))
    },
    onState: (state) => states.push(state),
    onSettled: () => (settled += 1),
  })
  const answer = async (reply: Reply<unknown>): Promise<void> => {
    open.shift()?.(reply)
    await timers.pass(0)
  }
  return { autosave, timers, answer, last: () => states.at(-1), settled: () => settled, begun: () => begun }
}

test('saves once after a pause in typing', async () => {
  const { autosave, timers, answer, last, settled, begun } = setUp()
  autosave.touch()
  await timers.pass(400)
  autosave.touch()
  await timers.pass(400)
  expect(begun()).toBe(0)
  await timers.pass(300)
  expect(begun()).toBe(1)
  expect(last()).toEqual({ kind: 'saving' })
  await answer(done)
  expect(last()).toMatchObject({ kind: 'saved' })
  expect(settled()).toBe(1)
})

test('saves who types without a pause all the same', async () => {
  const { autosave, timers, begun } = setUp()
  for (let spent = 0; spent < 4000; spent += 100) {
    autosave.touch()
    await timers.pass(100)
  }
  expect(begun()).toBe(1)
})

test('never has two saves on their way, and saves again what was typed meanwhile', async () => {
  const { autosave, timers, answer, last, settled, begun } = setUp()
  autosave.touch()
  await timers.pass(700)
  autosave.touch()
  await timers.pass(5000)
  expect(begun()).toBe(1)
  await answer(done)
  expect(settled()).toBe(0)
  expect(begun()).toBe(2)
  await answer(done)
  expect(last()).toMatchObject({ kind: 'saved' })
  expect(settled()).toBe(1)
})

test('says why a save failed and tries again by itself, ever more patiently', async () => {
  const { autosave, timers, answer, last, begun } = setUp()
  autosave.touch()
  await timers.pass(700)
  await answer(refused)
  expect(last()).toMatchObject({ kind: 'failed', failure: { code: 'disk-full' }, retryAt: timers.now() + 2000 })
  await timers.pass(2000)
  expect(begun()).toBe(2)
  await answer(refused)
  await timers.pass(3900)
  expect(begun()).toBe(2)
  await timers.pass(200)
  expect(begun()).toBe(3)
  await answer(done)
  expect(last()).toMatchObject({ kind: 'saved' })
})

test('keeps telling the failure while typing goes on', async () => {
  const { autosave, timers, answer, last } = setUp()
  autosave.touch()
  await timers.pass(700)
  await answer(refused)
  autosave.touch()
  expect(last()).toMatchObject({ kind: 'failed' })
})

test('saves at once when asked, and says what stood in the way', async () => {
  const { autosave, timers, answer, begun } = setUp()
  autosave.touch()
  const flushed = autosave.flush()
  await timers.pass(0)
  expect(begun()).toBe(1)
  await answer(refused)
  expect(await flushed).toMatchObject({ code: 'disk-full' })
})

test('has nothing to save when nothing was typed', async () => {
  const { autosave, begun } = setUp()
  expect(await autosave.flush()).toBeNull()
  expect(begun()).toBe(0)
})
