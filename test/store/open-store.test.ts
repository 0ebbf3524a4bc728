import Database from 'better-sqlite3'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { migrations } from '../../src-main/store/migrations/all.ts'
import { openStore } from '../../src-main/store/open-store.ts'
import { aPost, anAccount } from '../fixtures/records.ts'
import { dueItem, failureOf, idOf, openTempStore, storeTools, tempFolder } from './open-temp-store.ts'

const fileIn = (folder: string) => join(folder, 'posthorn.db')
const open = (folder: string) => openStore(folder, storeTools())

/** Changes a closed database from outside. */
const change = (folder: string, sql: string) => {
  const database = new Database(fileIn(folder))
  database.exec(sql)
  database.close()
}

/** Puts a small file system of its own under the folder; false where the machine does not allow it. */
const mountSmall = (folder: string, options: string): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return false
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder], { stdio: 'ignore' }))
  return true
}

test('makes the folder and the database, private to the person, and leaves one whole file behind', async () => {
  const folder = join(tempFolder(), 'deep', 'inside')
  const store = await open(folder)
  await store.accounts.put(anAccount())
  await store.close()
  expect(readdirSync(folder)).toEqual(['posthorn.db'])
  if (process.platform !== 'win32') expect(statSync(folder).mode & 0o077).toBe(0)
})

test('marks the file as its own, with a write-ahead log', async () => {
  const { store, folder } = await openTempStore()
  await store.close()
  const header = readFileSync(fileIn(folder)).subarray(0, 100)
  // Both bytes 2: write-ahead log.
  expect([header[18], header[19]]).toEqual([2, 2])
  expect(header.readUInt32BE(68).toString(16)).toBe('5073486e')
})

test('refuses a database of a newer Posthorn and leaves every byte of it as it was', async () => {
  const { store, folder } = await openTempStore()
  await store.close()
  change(folder, 'pragma user_version = 100000')
  const before = readFileSync(fileIn(folder))
  const failure = await failureOf(() => open(folder))
  expect(failure.code).toBe('database-from-future')
  expect(failure.message).toContain('version 100000')
  expect(failure.message).toContain(`up to ${migrations.at(-1)?.version}`)
  expect(failure.next).toBe('Update Posthorn; nothing was touched.')
  expect(readFileSync(fileIn(folder)).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual(['posthorn.db'])
})

test('refuses a damaged file and one of another program, and overwrites neither', async () => {
  const contents = [
    'This is not a database at all, but it is long enough to look like one.'.repeat(20),
    'short',
    'SQLite format 3\0 and then nothing',
  ]
  for (const content of contents) {
    const folder = tempFolder()
    writeFileSync(fileIn(folder), content)
    expect(await failureOf(() => open(folder))).toMatchObject({ code: 'database-unreadable' })
    expect(readFileSync(fileIn(folder), 'utf8')).toBe(content)
  }
  const foreign = tempFolder()
  change(foreign, 'create table theirs (a); insert into theirs values (1)')
  const before = readFileSync(fileIn(foreign))
  expect(await failureOf(() => open(foreign))).toMatchObject({ code: 'database-unreadable' })
  expect(readFileSync(fileIn(foreign)).equals(before)).toBe(true)
})

test('takes an empty file for a new database', async () => {
  const folder = tempFolder()
  writeFileSync(fileIn(folder), '')
  const store = await open(folder)
  expect(await store.accounts.list()).toEqual([])
  await store.close()
})

test('after a run that did not end well the file is checked, and a damaged one is refused', async () => {
  const { store, folder } = await openTempStore()
  await store.transaction(async (within) => {
    for (let number = 1; number < 300; number++) await within.items.put(dueItem(number, number))
  })
  await store.close()
  const whole = readFileSync(fileIn(folder))
  const damaged = Buffer.from(whole)
  const root = rootOf(folder, 'item_by_state')
  damaged.fill(0xff, (root - 1) * 4096 + 8, (root - 1) * 4096 + 200)
  writeFileSync(fileIn(folder), damaged)
  // What a killed process leaves; SQLite removes it when it closes.
  writeFileSync(`${fileIn(folder)}-wal`, 'left')
  expect(await failureOf(() => open(folder))).toMatchObject({ code: 'database-unreadable' })
  expect(readFileSync(fileIn(folder)).equals(damaged)).toBe(true)

  writeFileSync(fileIn(folder), whole)
  writeFileSync(`${fileIn(folder)}-wal`, 'left')
  const again = await open(folder)
  expect(await again.items.counts()).toMatchObject({ scheduled: 299 })
  await again.close()
})

const rootOf = (folder: string, name: string): number => {
  const database = new Database(fileIn(folder), { readonly: true })
  const root = database.prepare('select rootpage from sqlite_schema where name = ?').pluck().get(name)
  database.close()
  return Number(root)
}

test('damage met while running is told as such', async () => {
  const { store, folder } = await openTempStore()
  await store.items.put(dueItem(1, 1))
  await store.close()
  const bytes = readFileSync(fileIn(folder))
  const root = rootOf(folder, 'item_due')
  bytes.fill(0xff, (root - 1) * 4096, (root - 1) * 4096 + 100)
  writeFileSync(fileIn(folder), bytes)
  const again = await open(folder)
  expect(await failureOf(() => again.items.next())).toMatchObject({ code: 'database-unreadable' })
  await again.close()
})

test('refuses a folder that cannot be, because a file is in its way', async () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'file'), '')
  for (const path of [join(folder, 'file'), join(folder, 'file', 'below')]) {
    expect(await failureOf(() => open(path))).toMatchObject({ code: 'database-read-only' })
  }
  mkdirSync(join(folder, 'taken', 'posthorn.db'), { recursive: true })
  expect((await failureOf(() => open(join(folder, 'taken')))).code).toMatch(/^database-(read-only|unreadable)$/)
})

test('refuses a disk that is read-only, new or with a database on it', async (context) => {
  const folder = tempFolder()
  if (!mountSmall(folder, 'size=4m')) context.skip('This machine does not allow mounting.')
  const store = await open(folder)
  await store.close()
  execFileSync('mount', ['-o', 'remount,ro', folder])
  expect(await failureOf(() => open(folder))).toMatchObject({ code: 'database-read-only' })
  expect(await failureOf(() => open(join(folder, 'new')))).toMatchObject({ code: 'database-read-only' })
})

test('a full disk is told while running, what was saved stays, and it goes on when there is space', async (context) => {
  const folder = tempFolder()
  if (!mountSmall(folder, 'size=3m')) context.skip('This machine does not allow mounting.')
  const store = await open(folder)
  await store.accounts.put(anAccount())
  const ballast = join(folder, 'ballast')
  writeFileSync(ballast, new Uint8Array(1_000_000))
  const saved: string[] = []
  const put = async (number: number) => {
    const id = idOf('pst', number)
    await store.posts.put(aPost({ id, text: 'many words '.repeat(2000) }))
    saved.push(id)
  }
  const failure = await failureOf(async () => {
    for (let number = 1; number < 1000; number++) await put(number)
  })
  expect(failure).toMatchObject({ code: 'disk-full', next: expect.stringContaining('safe') as string })
  expect(saved.length).toBeGreaterThan(3)
  const more = store.transaction(async (within) => {
    await within.posts.put(aPost({ id: idOf('pst', 2000), text: 'other words '.repeat(90_000) }))
  })
  expect(await failureOf(() => more)).toMatchObject({ code: 'disk-full' })
  expect(await store.posts.getMany(saved)).toHaveLength(saved.length)
  writeFileSync(ballast, '')
  await put(3000)
  await store.close()
  const again = await open(folder)
  expect(await again.posts.getMany(saved)).toHaveLength(saved.length)
  await again.close()
})

test('refuses to start on a disk that is full', async (context) => {
  const folder = tempFolder()
  if (!mountSmall(folder, 'size=64k')) context.skip('This machine does not allow mounting.')
  writeFileSync(join(folder, 'ballast'), new Uint8Array(60_000))
  expect(await failureOf(() => open(folder))).toMatchObject({ code: 'disk-full' })
})

test('what another program holds is told as such', async () => {
  const { store, folder } = await openTempStore()
  const other = new Database(fileIn(folder))
  other.exec('begin immediate')
  expect(await failureOf(() => store.settings.put({ paused: true }))).toMatchObject({ code: 'data-folder-held' })
  other.exec('rollback')
  other.close()
  await store.settings.put({ paused: true })
  expect(existsSync(fileIn(folder))).toBe(true)
}, 20_000)
