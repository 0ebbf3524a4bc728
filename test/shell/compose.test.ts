import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import type { Reply } from '../../src-preload/contract/failure.ts'
import type { Input, MethodName, Output } from '../../src-preload/contract/methods.ts'
import { type Host, openPosthorn, type Posthorn } from '../../src-main/shell/compose.ts'
import { takeOwnership } from '../../src-main/shell/owner-lock.ts'
import { temporaryFolder } from './temporary-folder.ts'

const open = async (home: string, host: Partial<Host> = {}): Promise<Posthorn> => {
  const posthorn = await openPosthorn({
    home,
    kind: 'serve',
    version: '1.2.3',
    keychain: null,
    notifier: { notify: () => {} },
    network: { isOnline: () => true },
    ...host,
  })
  onTestFinished(posthorn.close)
  return posthorn
}

const call = async <M extends MethodName>({ app }: Posthorn, method: M, input: Input<M>): Promise<Output<M>> => {
  const reply = (await app.gate(method, input)) as Reply<Output<M>>
  if (!reply.ok) throw new Error(reply.failure.message)
  return reply.value
}

test('has a folder to publish to from the start, and makes it only once', async () => {
  const home = join(await temporaryFolder(), 'data')
  const first = await open(home)
  const { entries } = await call(first, 'accounts.list', {})
  expect(entries).toMatchObject([{ name: 'My posts', channel: 'folder', identity: join(home, 'posts') }])
  await call(first, 'accounts.update', { accountId: entries[0]?.id ?? '', name: 'Mine' })
  await call(first, 'accounts.disconnect', { accountId: entries[0]?.id ?? '' })
  await first.close()
  const { entries: later } = await call(await open(home), 'accounts.list', {})
  expect(later.map(({ name, connection }) => [name, connection])).toEqual([['Mine', 'disconnected']])
})

test('tells what it is', async () => {
  const home = await temporaryFolder()
  expect(await call(await open(home, { kind: 'desktop' }), 'status.get', {})).toMatchObject({
    version: '1.2.3',
    home,
    owner: 'desktop',
    keychain: 'none',
    lastLookAt: null,
  })
})

test('keeps secrets in a key file where nobody can be asked for a choice', async () => {
  const home = await temporaryFolder()
  expect(await call(await open(home), 'status.get', {})).toMatchObject({ owner: 'serve', keychain: 'key-file' })
  // No key is made before there is a secret.
  await expect(stat(join(home, 'secret.key'))).rejects.toThrow('ENOENT')
})

test('closes the database, then lets the folder go, once', async () => {
  const home = await temporaryFolder()
  const posthorn = await open(home)
  await posthorn.app.start()
  await Promise.all([posthorn.close(), posthorn.close()])
  // The write-ahead log is gone only after a clean close.
  expect((await readdir(home)).filter((name) => /-wal|-shm|owner\.json/.test(name))).toEqual([])
  await (await takeOwnership(home, 'desktop')).release()
})

test('lets the folder go when the database cannot be opened, and says why in the log', async () => {
  const home = await temporaryFolder()
  await (await open(home)).close()
  const database = new Database(join(home, 'posthorn.db'))
  database.pragma('user_version = 9999')
  database.close()
  await expect(open(home)).rejects.toMatchObject({ failure: { code: 'database-from-future' } })
  await (await takeOwnership(home, 'desktop')).release()
  expect(await readFile(join(home, 'logs', 'posthorn.log'), 'utf8')).toContain('the data folder could not be opened')
})

test('lets the folder go when the database is something else', async () => {
  const home = await temporaryFolder()
  await writeFile(join(home, 'posthorn.db'), 'x'.repeat(8192))
  await expect(open(home)).rejects.toMatchObject({ failure: { code: 'database-unreadable' } })
  await (await takeOwnership(home, 'desktop')).release()
  expect(await readFile(join(home, 'posthorn.db'), 'utf8')).toBe('x'.repeat(8192))
})
