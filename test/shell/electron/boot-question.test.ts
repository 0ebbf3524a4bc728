import Database from 'better-sqlite3'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { bootQuestion } from '../../../src-main/shell/electron/boot-question.ts'
import { takeOwnership } from '../../../src-main/shell/owner-lock.ts'
import { openStore } from '../../../src-main/store/open-store.ts'
import { speakIn } from '../../../src-main/shell/words/say.ts'
import { failureOf, storeTools, tempFolder } from '../../store/open-temp-store.ts'

/* What stands on the screen when Posthorn cannot start, for each reason that the file and its folder can have. */

const refusedFor = (folder: string) => failureOf(() => openStore(folder, storeTools()))
afterEach(() => speakIn('en', 'en'))

const NEWEST = { name: '2026-11-21-daily.db', at: '2026-11-21T09:00:00.000Z' }

test('a damaged database: the newest snapshot or what can be read, and nothing is thrown away', async () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'posthorn.db'), 'This is no database, but as long as one. '.repeat(40))
  const failure = await refusedFor(folder)
  const question = bootQuestion(failure, { newest: NEWEST })
  expect(question).toMatchObject({ title: 'Posthorn cannot start', message: failure.message })
  expect(question.detail).toContain('is set aside and kept, whatever you choose')
  expect(question.detail).toContain('are not sent again')
  expect(question.buttons).toEqual([
    expect.stringMatching(/^Put back the snapshot of .*2026/),
    'Keep what can be read',
    'Quit',
  ])
  expect(question.choices).toEqual([{ kind: 'snapshot', name: NEWEST.name }, { kind: 'salvage' }])
})

test('a damaged database without a snapshot: what can be read', async () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'posthorn.db'), 'short')
  const question = bootQuestion(await refusedFor(folder), { newest: undefined })
  expect(question.buttons).toEqual(['Keep what can be read', 'Quit'])
  expect(question.choices).toEqual([{ kind: 'salvage' }])
})

test('a database from the future: update, and nothing else is offered', async () => {
  const folder = tempFolder()
  await (await openStore(folder, storeTools())).close()
  const file = new Database(join(folder, 'posthorn.db'))
  file.pragma('user_version = 9999')
  file.close()
  expect(bootQuestion(await refusedFor(folder), { newest: NEWEST })).toMatchObject({
    message: expect.stringContaining('version 9999'),
    detail: 'Update Posthorn; nothing was touched.',
    buttons: ['Quit'],
    choices: [],
  })
})

test('a folder that another Posthorn has: which one it is, and nothing is offered that would break it', async () => {
  const home = join(tempFolder(), 'data')
  const ownership = await takeOwnership(home, 'serve')
  const question = bootQuestion(await failureOf(() => takeOwnership(home, 'desktop')), { newest: NEWEST })
  await ownership.release()
  expect(question).toMatchObject({ message: expect.stringContaining('posthorn serve'), buttons: ['Quit'] })
  expect(question.detail.length).toBeGreaterThan(10)
})

test('a folder that cannot be written to: what to do', async () => {
  const folder = tempFolder()
  mkdirSync(join(folder, 'in the way'))
  writeFileSync(join(folder, 'in the way', 'data'), '')
  const question = bootQuestion(await refusedFor(join(folder, 'in the way', 'data')), { newest: NEWEST })
  expect(question.message).toBe('Posthorn cannot write to its data folder.')
  expect(question.detail.length).toBeGreaterThan(10)
  expect(question.buttons).toEqual(['Quit'])
})

test('all of it is said in German where German is spoken', async () => {
  speakIn('system', 'de-DE')
  const folder = tempFolder()
  writeFileSync(join(folder, 'posthorn.db'), 'short')
  expect(bootQuestion(await refusedFor(folder), { newest: NEWEST })).toMatchObject({
    title: 'Posthorn kann nicht starten',
    message: 'Die Datenbank ist beschädigt oder keine von Posthorn; sie blieb, wie sie war.',
    detail: expect.stringMatching(/^Die beschädigte Datenbank wird beiseitegelegt/),
    buttons: [expect.stringMatching(/^Sicherung vom 21\.11\.2026/), 'Behalten, was lesbar ist', 'Beenden'],
  })
  const home = join(tempFolder(), 'data')
  const ownership = await takeOwnership(home, 'serve')
  const held = bootQuestion(await failureOf(() => takeOwnership(home, 'desktop')), null)
  await ownership.release()
  expect(held.message).toMatch(/^Der Datenordner .* wird schon verwendet: von „posthorn serve“ \(Prozess \d/)
  expect(held.detail).toMatch(/^Diesen verwenden oder zuerst beenden/)
})
