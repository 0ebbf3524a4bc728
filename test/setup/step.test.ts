import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SetupFailure } from '../../resources/setup/setup-failure.js'
import { checkStep, conclude, runSteps } from '../../resources/setup/step.js'

let told = ''
let printed = ''

beforeEach(() => {
  told = ''
  printed = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((told += text.toString())))
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((printed += text.toString())))
})
afterEach(() => vi.restoreAllMocks())

test('a failed step does not keep the others from running, and all are summed', async () => {
  const total = await runSteps([
    checkStep('format', async () => 0),
    checkStep('lint', async () => 2),
    { name: 'tests', run: async () => ({ passed: 40, failed: 3 }) },
  ])
  expect(total).toEqual({ passed: 41, failed: 4 })
  expect(told).toMatch(/== format: 1 passed, 0 failed, [\d.]+ s\n/)
  expect(told).toMatch(/== tests: 40 passed, 3 failed, [\d.]+ s\n/)
})

test('a step that cannot even start is one failure, told as its sentence', async () => {
  const cannot = async () => {
    throw new SetupFailure('There is no tea. Make some.')
  }
  expect(await runSteps([{ name: 'tea', run: cannot }])).toEqual({ passed: 0, failed: 1 })
  expect(told).toContain('There is no tea. Make some.\n')
  expect(told).not.toContain('at cannot')
})

test('the last line is the sum, alone on its line', () => {
  conclude({ passed: 41, failed: 4 })
  expect(printed).toBe('41 passed, 4 failed\n')
})

test('the exit code is 0 only when something passed and nothing failed', () => {
  expect(conclude({ passed: 5, failed: 0 })).toBe(0)
  expect(conclude({ passed: 5, failed: 1 })).toBe(1)
  expect(conclude({ passed: 0, failed: 0 })).toBe(1)
})
