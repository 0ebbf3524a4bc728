import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Reply } from '../../src-preload/contract/failure.ts'
import type { Input, MethodName, Output } from '../../src-preload/contract/methods.ts'
import type { ArchiveJob } from '../../src-preload/contract/model/snapshot.ts'
import { openPosthorn, type Posthorn } from '../../src-main/shell/compose.ts'
import { recoverHome } from '../../src-main/shell/recover-home.ts'
import { temporaryFolder } from './temporary-folder.ts'

vi.setConfig({ testTimeout: 30_000 })

const open = async (home: string): Promise<Posthorn> => {
  const posthorn = await openPosthorn({
    home,
    kind: 'serve',
    version: '1.2.3',
    keychain: null,
    notifier: { notify: () => {} },
    network: { isOnline: () => true },
  })
  onTestFinished(posthorn.close)
  return posthorn
}

const call = async <M extends MethodName>({ app }: Posthorn, method: M, input: Input<M>): Promise<Output<M>> => {
  const reply = (await app.gate(method, input)) as Reply<Output<M>>
  if (!reply.ok) throw new Error(`${reply.failure.code}: ${reply.failure.message}`)
  return reply.value
}

const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const inHours = (hours: number) => ({ kind: 'in', seconds: hours * 3600 }) as const

/** A folder with a published post, one to come, a file and a password. */
const filled = async () => {
  const home = join(await temporaryFolder(), 'data')
  const posthorn = await open(home)
  await posthorn.app.start()
  const { entries } = await call(posthorn, 'accounts.list', {})
  const accountId = entries[0]?.id ?? ''
  const media = await call(posthorn, 'media.add', { name: 'dot.png', data: PICTURE })
  await call(posthorn, 'settings.update', {
    writing: { provider: 'server', url: 'http://127.0.0.1:9/v1', model: '' },
  })
  await call(posthorn, 'writing.key', { key: 'a key to the writing server' })
  const published = await call(posthorn, 'posts.save', {
    text: 'Published',
    media: [{ mediaId: media.id }],
    targets: [{ accountId }],
    when: { kind: 'now' },
  })
  await vi.waitFor(async () =>
    expect((await call(posthorn, 'posts.get', { postId: published.id })).status).toBe('published'),
  )
  const ahead = await call(posthorn, 'posts.save', { text: 'Ahead', targets: [{ accountId }], when: inHours(24) })
  return { home, posthorn, accountId, media, published, ahead }
}

const ended = async (posthorn: Posthorn): Promise<ArchiveJob> => {
  const over = async () => (await call(posthorn, 'archive.job', {})).job
  await vi.waitFor(async () => expect((await over())?.state).not.toBe('running'), { timeout: 20_000 })
  const job = await over()
  if (!job) throw new Error('there is no job')
  return job
}

const postsIn = async (home: string) => readdirSync(join(home, 'posts')).length

test('a snapshot is put back while the app runs: the old file is a snapshot, posts are asked for again, media stay', async () => {
  const { home, posthorn, accountId, published, ahead, media } = await filled()
  const snapshot = await call(posthorn, 'snapshots.create', {})
  const later = await call(posthorn, 'posts.save', { text: 'Later', targets: [{ accountId }] })
  await call(posthorn, 'items.reschedule', { itemId: ahead.items[0]?.id ?? '', when: { kind: 'now' } })
  await vi.waitFor(async () =>
    expect((await call(posthorn, 'posts.get', { postId: ahead.id })).status).toBe('published'),
  )
  const files = await postsIn(home)
  const events: string[] = []
  posthorn.app.subscribe(({ kind }) => void events.push(kind))
  expect(await call(posthorn, 'snapshots.restore', { name: snapshot.name })).toEqual({
    known: 1,
    asked: 0,
    missed: 0,
    doubtful: 0,
  })
  expect(events).toContain('data-replaced')
  expect((await posthorn.app.gate('posts.get', { postId: later.id })).ok).toBe(false)
  expect((await call(posthorn, 'posts.get', { postId: published.id })).status).toBe('published')
  // Published after the snapshot: known from the file that was replaced.
  expect((await call(posthorn, 'posts.get', { postId: ahead.id })).status).toBe('published')
  expect(existsSync((await posthorn.locateMedia(media.id))?.path ?? '')).toBe(true)
  expect((await call(posthorn, 'status.get', {})).lastLookAt).not.toBeNull()
  expect(await postsIn(home)).toBe(files)
  const { entries } = await call(posthorn, 'snapshots.list', {})
  expect(entries.map(({ why }) => why).toSorted()).toEqual(['asked', 'restore'])
  const aside = entries.find(({ why }) => why === 'restore')
  expect(aside?.counts).toMatchObject({ posts: 3, published: 2 })
  await call(posthorn, 'snapshots.restore', { name: aside?.name ?? '' })
  expect((await call(posthorn, 'posts.get', { postId: later.id })).text).toBe('Later')
})

test('a snapshot that is damaged or not there is refused, and everything goes on', async () => {
  const { home, posthorn, published } = await filled()
  const { name } = await call(posthorn, 'snapshots.create', {})
  const path = join(home, 'snapshots', name)
  const bytes = readFileSync(path)
  bytes.fill(0xab, 4096 * 3, 4096 * 12)
  writeFileSync(path, bytes)
  await expect(call(posthorn, 'snapshots.restore', { name })).rejects.toThrow('database-unreadable')
  await expect(call(posthorn, 'snapshots.restore', { name: '../posthorn.db' })).rejects.toThrow('not-found')
  expect((await call(posthorn, 'posts.get', { postId: published.id })).status).toBe('published')
  expect(existsSync(join(home, 'replacing'))).toBe(false)
})

const PHRASE = 'a boat before the evening sun'

test('everything goes into one file under a passphrase and comes out of it elsewhere, passwords too', async () => {
  const { home, posthorn, media, published, ahead } = await filled()
  const path = join(home, '..', 'all.age')
  await call(posthorn, 'archive.export', { path, passphrase: PHRASE })
  expect(await ended(posthorn)).toMatchObject({
    state: 'done',
    result: { posts: 2, media: 1, secrets: 1, missing: 0, size: statSync(path).size },
  })
  expect(readFileSync(path).subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  expect(readFileSync(path).includes('writing server')).toBe(false)
  await posthorn.close()

  const other = await open(join(await temporaryFolder(), 'other'))
  await other.app.start()
  await call(other, 'archive.import', { path, passphrase: PHRASE })
  expect(await ended(other)).toMatchObject({
    state: 'done',
    // Another computer may hold what is to come: nothing is sent before the person says so.
    result: { posts: 2, media: 1, secrets: 1, settled: { known: 0, asked: 0, missed: 0, doubtful: 1 } },
  })
  expect((await call(other, 'posts.get', { postId: published.id })).status).toBe('published')
  expect((await call(other, 'posts.get', { postId: ahead.id })).status).toBe('scheduled')
  expect(await call(other, 'status.get', {})).toMatchObject({ paused: true })
  const file = readFileSync((await other.locateMedia(media.id))?.path ?? '')
  expect(createHash('sha256').update(file).digest('hex')).toBe(media.hash)
  const database = new Database(join(other.home, 'posthorn.db'), { readonly: true })
  expect(database.prepare('select name from secret').pluck().all()).toHaveLength(1)
  database.close()
  expect(readdirSync(other.home)).not.toContain('replacing')
})

test('without a passphrase the file is a tar that anything opens, and holds no passwords', async () => {
  const { home, posthorn } = await filled()
  const path = join(home, '..', 'all.tar')
  await call(posthorn, 'archive.export', { path })
  expect((await ended(posthorn)).result).toMatchObject({ posts: 2, secrets: 0 })
  const { unpackTar } = await import('modern-tar')
  const entries = await unpackTar(readFileSync(path))
  expect(entries.map(({ header }) => header.name.slice(0, 8))).toEqual([
    'manifest',
    'posthorn',
    'media/' + entries[2]?.header.name.slice(6, 8),
  ])
  const plain = join(await temporaryFolder(), 'inside.db')
  writeFileSync(plain, entries[1]?.data ?? '')
  const inside = new Database(plain, { readonly: true })
  expect(inside.prepare('select count(*) from secret').pluck().get()).toBe(0)
  inside.close()
})

test('a wrong passphrase, a cut or altered file, one from the future: refused, and nothing is changed', async () => {
  const { home, posthorn } = await filled()
  const aged = join(home, '..', 'all.age')
  const plain = join(home, '..', 'all.tar')
  await call(posthorn, 'archive.export', { path: aged, passphrase: PHRASE })
  await ended(posthorn)
  await call(posthorn, 'archive.export', { path: plain })
  await ended(posthorn)
  const other = await open(join(await temporaryFolder(), 'other'))
  const before = readdirSync(other.home).toSorted()
  const bad = join(home, '..', 'bad')
  const refused = async (bytes: Buffer, passphrase?: string) => {
    writeFileSync(bad, bytes)
    await call(other, 'archive.import', { path: bad, ...(passphrase !== undefined && { passphrase }) })
    return (await ended(other)).failure?.code
  }
  const [age, tar] = [readFileSync(aged), readFileSync(plain)]
  const altered = (bytes: Buffer, at: number) => {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    return changed
  }
  expect(await refused(age, 'not the passphrase')).toBe('wrong-passphrase')
  expect(await refused(age)).toBe('wrong-passphrase')
  expect(await refused(age.subarray(0, age.length - 1), PHRASE)).toBe('archive-unreadable')
  expect(await refused(age.subarray(0, age.length >> 1), PHRASE)).toBe('archive-unreadable')
  expect(await refused(altered(age, age.length - 5000), PHRASE)).toBe('archive-unreadable')
  for (const at of [0.2, 0.5, 0.9]) {
    expect(await refused(tar.subarray(0, Math.floor(tar.length * at)))).toBe('archive-unreadable')
  }
  expect(await refused(altered(tar, 20_000))).toBe('archive-unreadable')
  expect(await refused(Buffer.from('something else'.repeat(2000)))).toBe('archive-unreadable')
  expect(await refused(Buffer.from(tar.toString('latin1').replace('"format":1', '"format":2'), 'latin1'))).toBe(
    'database-from-future',
  )
  expect(
    await refused(
      Buffer.from(tar.toString('latin1').replace('"database":{"version":', '"database":{"version":9'), 'latin1'),
    ),
  ).toBeDefined()
  expect(readdirSync(other.home).toSorted()).toEqual(before)
  expect((await call(other, 'status.get', {})).paused).toBe(false)
})

test('an import asks before it takes the place of anything, then sets it aside', async () => {
  const { home, posthorn } = await filled()
  const path = join(home, '..', 'all.tar')
  await call(posthorn, 'archive.export', { path })
  await ended(posthorn)
  await expect(call(posthorn, 'archive.import', { path })).rejects.toThrow('illegal-transition')
  await call(posthorn, 'archive.import', { path, replace: true })
  // Here the file that is replaced knows that nothing else sent it.
  expect((await ended(posthorn)).result?.settled).toEqual({ known: 0, asked: 0, missed: 0, doubtful: 0 })
  expect((await call(posthorn, 'snapshots.list', {})).entries.map(({ why }) => why)).toEqual(['import'])
  await rm(path)
})

test('an export that is called off leaves no file', async () => {
  const { home, posthorn } = await filled()
  const folder = join(home, '..', 'exports')
  await mkdir(folder)
  await call(posthorn, 'archive.export', { path: join(folder, 'all.tar') })
  await call(posthorn, 'archive.cancel', {})
  expect(await ended(posthorn)).toMatchObject({ state: 'failed', failure: { code: 'cancelled' } })
  expect(readdirSync(folder)).toEqual([])
})

test('a damaged database is recovered by hand, from what can be read or from a snapshot, and is never deleted', async () => {
  const { home, posthorn } = await filled()
  const { name } = await call(posthorn, 'snapshots.create', {})
  await posthorn.close()
  const bytes = readFileSync(join(home, 'posthorn.db'))
  const database = new Database(join(home, 'posthorn.db'), { readonly: true })
  const root = Number(database.prepare(`select rootpage from sqlite_schema where name = 'post_label'`).pluck().get())
  database.close()
  bytes.fill(0xab, (root - 1) * 4096, root * 4096)
  writeFileSync(join(home, 'posthorn.db'), bytes)
  const salvaged = await recoverHome(home, 'cli', { kind: 'salvage' })
  expect(readFileSync(salvaged.aside).equals(bytes)).toBe(true)
  expect(salvaged).toMatchObject({ salvaged: { lost: [] }, settled: { doubtful: 1 } })
  const again = await open(home)
  expect((await call(again, 'posts.list', {})).entries).toHaveLength(2)
  await again.close()
  writeFileSync(join(home, 'posthorn.db'), bytes)
  // The damaged file still tells what was sent, so nothing is in doubt.
  expect(await recoverHome(home, 'cli', { kind: 'snapshot', name })).toMatchObject({
    salvaged: null,
    settled: { doubtful: 0 },
  })
  expect((await call(await open(home), 'posts.list', {})).entries).toHaveLength(2)
})
