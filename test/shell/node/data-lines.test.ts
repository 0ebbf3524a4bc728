import { closeSync, existsSync, openSync, readdirSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'
import { posthorn } from './command-line.ts'

// Each line is a process of its own.
vi.setConfig({ testTimeout: 60_000 })

const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()

const json = async <T>(folder: string, ...args: string[]): Promise<T> => {
  const ended = await posthorn(folder, [...args, '--json'], { env: { PHRASE: 'a boat before the sun' } })
  expect([ended.code, ended.stderr]).toEqual([0, ''])
  return ended.json as T
}

test('a snapshot is made, listed and put back, and an export is taken in elsewhere', async () => {
  const folder = join(await temporaryFolder(), 'home')
  await json(folder, 'post', 'One', '--to', 'My posts', '--at', inHours(2))
  const { name } = await json<{ name: string }>(folder, 'snapshots', 'create')
  await json(folder, 'post', 'Two', '--to', 'My posts', '--at', inHours(3))
  expect(await json(folder, 'snapshots', 'restore', name)).toMatchObject({ doubtful: 0 })
  expect((await json<{ entries: unknown[] }>(folder, 'posts')).entries).toHaveLength(1)
  const list = await posthorn(folder, ['snapshots', 'list'])
  expect(list.stdout).toContain('-restore.db')
  const file = join(folder, '..', 'all.age')
  expect(await json(folder, 'export', file, '--passphrase-env', 'PHRASE')).toMatchObject({ posts: 1 })
  const other = join(await temporaryFolder(), 'other')
  const wrong = await posthorn(other, ['import', file, '--passphrase-env', 'PHRASE'], {
    env: { PHRASE: 'another one' },
  })
  expect([wrong.code, wrong.stderr]).toEqual([
    1,
    'That is not the passphrase of this file. Check it; nothing was changed.\n',
  ])
  expect(await json(other, 'import', file, '--passphrase-env', 'PHRASE')).toMatchObject({ settled: { doubtful: 1 } })
  expect((await posthorn(other, ['export', file])).stderr).toContain('There is no passphrase.')
})

test('a damaged database says which command recovers it, and the command does', async () => {
  const folder = join(await temporaryFolder(), 'home')
  await json(folder, 'post', 'One', '--to', 'My posts', '--at', inHours(2))
  const path = join(folder, 'posthorn.db')
  const database = new Database(path, { readonly: true })
  const root = Number(database.prepare(`select rootpage from sqlite_schema where name = 'post_label'`).pluck().get())
  database.close()
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(4096, 0xab), 0, 4096, (root - 1) * 4096)
  closeSync(file)
  const refused = await posthorn(folder, ['post', 'Two', '--to', 'My posts', '--at', inHours(2)])
  expect(refused.code).toBe(1)
  expect(refused.stderr).toContain('run "posthorn recover"')
  const { aside } = await json<{ aside: string }>(folder, 'recover')
  expect(existsSync(aside)).toBe(true)
  expect((await json<{ entries: unknown[] }>(folder, 'posts')).entries).toHaveLength(1)
  expect(readdirSync(folder)).not.toContain('replacing')
})
