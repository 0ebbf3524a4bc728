import { expect, test } from 'vitest'
import type { Input } from '../../src-preload/contract/methods.ts'
import { createCheckLoop } from '../../src-renderer/composer/draft/check-loop.ts'
import { createManualTimers } from './manual-timers.ts'

test('asks about the latest words only, one question at a time', async () => {
  const timers = createManualTimers()
  const asked: (string | undefined)[] = []
  const answers: (() => void)[] = []
  let heard = 0
  const loop = createCheckLoop(
    (written: Input<'posts.check'>) => {
      asked.push(written.text)
      return new Promise((resolve) => answers.push(() => resolve({ ok: true, value: { targets: [] } })))
    },
    () => (heard += 1),
    timers,
  )
  for (const text of ['H', 'He', 'Hel']) {
    loop.ask({ text })
    await timers.pass(20)
  }
  await timers.pass(100)
  expect(asked).toEqual(['Hel'])

  loop.ask({ text: 'Hell' })
  await timers.pass(100)
  loop.ask({ text: 'Hello' })
  await timers.pass(100)
  expect(asked).toEqual(['Hel'])
  answers.shift()?.()
  await timers.pass(0)
  expect(asked).toEqual(['Hel', 'Hello'])
  expect(heard).toBe(1)
})

test('says nothing more once it is stopped', async () => {
  const timers = createManualTimers()
  let heard = 0
  const loop = createCheckLoop(
    () => Promise.resolve({ ok: true, value: { targets: [] } }),
    () => (heard += 1),
    timers,
  )
  loop.ask({ text: 'x' })
  loop.stop()
  await timers.pass(500)
  expect(heard).toBe(0)
})
