import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLogFile } from '../../src-main/shell/log-file.ts'
import { systemClock } from '../../src-main/shell/system-clock.ts'
import { temporaryFolder } from './temporary-folder.ts'

const read = async (folder: string) =>
  (await readFile(join(folder, 'posthorn.log'), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

test('writes one JSON object a line with time, level and message', async () => {
  const folder = join(await temporaryFolder(), 'logs')
  const log = createLogFile(folder, { ...systemClock, now: () => Date.UTC(2026, 11, 1, 8) })
  log.info('opened', { items: 3 })
  log.error('lost\nan answer')
  expect(await read(folder)).toEqual([
    { at: '2026-12-01T08:00:00.000Z', level: 'info', message: 'opened', items: 3 },
    { at: '2026-12-01T08:00:00.000Z', level: 'error', message: 'lost\nan answer' },
  ])
  if (process.platform !== 'win32') expect((await stat(join(folder, 'posthorn.log'))).mode & 0o777).toBe(0o600)
})

test('takes secrets out, wherever they stand', async () => {
  const folder = await temporaryFolder()
  createLogFile(folder, systemClock).warn('asked with Bearer abc.def-123', {
    secret: 'hunter2',
    access: { accessJwt: 'eyJhbGciOi.eyJzdWIi.c2ln', headers: [{ Authorization: 'Basic aGk6aGk=' }] },
    note: 'token was eyJhbGciOi.eyJzdWIi.c2ln',
    url: 'https://alice:hunter2@example.com/#token=hunter2',
    error: new Error('Bearer hunter2'),
  })
  const text = await readFile(join(folder, 'posthorn.log'), 'utf8')
  expect(text).not.toMatch(/hunter2|eyJ|aGk6|abc\.def/)
  expect(text).toContain('https://[redacted]@example.com/#token=[redacted]')
})

test('begins a new file when one is full and keeps three older ones', async () => {
  const folder = await temporaryFolder()
  const log = createLogFile(folder, systemClock)
  const line = 'x'.repeat(20_000)
  for (let written = 0; written < 1_400; written += 1) log.info(line, { written })
  expect((await readdir(folder)).toSorted()).toEqual([
    'posthorn.1.log',
    'posthorn.2.log',
    'posthorn.3.log',
    'posthorn.log',
  ])
  expect((await read(folder)).at(-1)).toMatchObject({ written: 1_399 })
  expect((await stat(join(folder, 'posthorn.1.log'))).size).toBeLessThanOrEqual(5 * 1024 * 1024)
})

test('cuts what is far too long for a log', async () => {
  const folder = await temporaryFolder()
  createLogFile(folder, systemClock).info('large', { body: 'x'.repeat(5_000_000) })
  expect((await stat(join(folder, 'posthorn.log'))).size).toBeLessThan(30_000)
})

test('goes on with the file of an earlier run', async () => {
  const folder = await temporaryFolder()
  createLogFile(folder, systemClock).info('first run')
  createLogFile(folder, systemClock).info('second run')
  expect((await read(folder)).map((entry) => entry['message'])).toEqual(['first run', 'second run'])
})

test('loses a line rather than fail the work, where nothing can be written', async () => {
  const file = join(await temporaryFolder(), 'file')
  await writeFile(file, '')
  const log = createLogFile(join(file, 'logs'), systemClock)
  expect(() => log.info('lost')).not.toThrow()
  const circle: Record<string, unknown> = {}
  circle['self'] = circle
  expect(() => log.info('circle', circle)).not.toThrow()
})
