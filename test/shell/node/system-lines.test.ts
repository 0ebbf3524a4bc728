import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { posthorn } from './command-line.ts'

// Each line is a process of its own.
vi.setConfig({ testTimeout: 30_000 })

const home = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'posthorn-lines-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Runs a line that must do what it says, and gives its JSON. */
const json = async <T>(folder: string, ...args: string[]): Promise<T> => {
  const ended = await posthorn(folder, [...args, '--json'])
  expect([ended.code, ended.stderr]).toEqual([0, ''])
  return ended.json as T
}

type WithItems = { id: string; items: { id: string; state: string; slot: { at: string } | null }[] }

test('a plan of slots is made, filled from the command line, and shows who holds what', async () => {
  const folder = home()
  await json(folder, 'slots', 'save', 'Mornings', '--time', 'mon-sun@09:00', '--zone', 'Europe/Berlin')
  const one = await json<WithItems>(folder, 'post', 'One', '--to', 'My posts', '--slot')
  const two = await json<WithItems>(folder, 'post', 'Two', '--to', 'My posts', '--slot', 'mornings')
  expect(Date.parse(two.items[0]?.slot?.at ?? '')).toBeGreaterThan(Date.parse(one.items[0]?.slot?.at ?? ''))
  const preview = await json<{ entries: { post: { text: string } | null }[] }>(
    folder,
    'slots',
    'preview',
    '--limit',
    '3',
  )
  expect(preview.entries.map(({ post }) => post?.text ?? null)).toEqual(['One', 'Two', null])
  const wrong = await posthorn(folder, ['slots', 'save', 'Other', '--time', 'someday@09:00'])
  expect(wrong.code).toBe(2)
})

test('keys are made, listed without themselves, and revoked by name', async () => {
  const folder = home()
  const { key } = await json<{ key: string }>(folder, 'keys', 'create', '--name', 'Script')
  expect(key).toMatch(/^sk_live_/)
  expect((await json<{ key: string }>(folder, 'keys', 'create', '--name', 'Trial', '--test')).key).toMatch(/^sk_test_/)
  const list = await posthorn(folder, ['keys', 'list'])
  expect(list.stdout).toContain('Script')
  expect(list.stdout).not.toContain(key)
  expect((await json<{ revokedAt: string | null }>(folder, 'keys', 'revoke', 'Script')).revokedAt).not.toBeNull()
  expect((await posthorn(folder, ['keys', 'revoke', 'Script'])).code).toBe(1)
})

test('limits are set, shown, replaced by their like, and hold', async () => {
  const folder = home()
  await json(folder, 'quota', 'set', '1', '--feature', 'SCHEDULE_POST', '--per', 'day')
  await json(folder, 'post', 'One', '--to', 'My posts', '--at', '2030-06-01T09:00')
  const refused = await posthorn(folder, ['post', 'Two', '--to', 'My posts', '--at', '2030-06-01T10:00', '--json'])
  expect(refused.code).toBe(1)
  expect(refused.json).toMatchObject({ failure: { code: 'quota-exhausted' } })
  await json(folder, 'quota', 'set', '2', '--feature', 'SCHEDULE_POST', '--per', 'day')
  const shown = await json<{ meters: { source: string; limit: number }[] }>(folder, 'quota', 'show')
  expect(shown.meters.filter(({ source }) => source === 'person').map(({ limit }) => limit)).toEqual([2])
})

test('a dry run says what would be done and does none of it', async () => {
  const folder = home()
  const post = await json<{ dryRun: boolean; targets: unknown[] }>(
    folder,
    'post',
    'Hello',
    '--to',
    'My posts',
    '--in',
    '5m',
    '--dry-run',
  )
  expect(post).toMatchObject({ dryRun: true, targets: [{ problems: [] }] })
  const key = await json(folder, 'keys', 'create', '--name', 'Script', '--dry-run')
  expect(key).toMatchObject({ dryRun: true, method: 'keys.create' })
  expect(await json(folder, 'posts')).toMatchObject({ entries: [] })
  expect(await json(folder, 'keys', 'list')).toMatchObject({ entries: [] })
  const bad = await posthorn(folder, ['call', 'keys.create', '{"name": ""}', '--dry-run', '--json'])
  expect(bad.json).toMatchObject({ failure: { code: 'invalid-input' } })
})

test('lists are narrowed by tag, status and time, and tags are counted', async () => {
  const folder = home()
  await json(folder, 'post', 'A', '--to', 'My posts', '--tag', 'Launch', '--at', '2030-06-01T09:00')
  await json(folder, 'post', 'B', '--to', 'My posts', '--tag', 'launch', '--tag', 'b', '--draft')
  const texts = async (...args: string[]) =>
    (await json<{ entries: { text: string }[] }>(folder, ...args)).entries.map(({ text }) => text).toSorted()
  expect(await texts('posts', '--tag', 'LAUNCH')).toEqual(['A', 'B'])
  expect(await texts('posts', '--tag', 'launch', '--status', 'draft')).toEqual(['B'])
  expect(await texts('posts', '--unscheduled')).toEqual(['B'])
  expect(await texts('items', '--from', '2030-06-01', '--to', '2030-06-01')).toEqual(['A'])
  expect(await texts('items', '--channel', 'folder', '--state', 'scheduled')).toEqual(['A'])
  expect(await json(folder, 'tags')).toMatchObject({ entries: [{ posts: 1 }, { posts: 2 }] })
})

test('the same is done to several at once, and what is refused is told one by one', async () => {
  const folder = home()
  const one = await json<WithItems>(folder, 'post', 'One', '--to', 'My posts', '--draft')
  const two = await json<WithItems>(folder, 'post', 'Two', '--draft')
  const ended = await posthorn(folder, ['bulk', 'schedule', one.id, two.id, '--in', '1h', '--json'])
  expect(ended.code).toBe(1)
  expect(ended.json).toMatchObject({ results: [{ ok: true }, { ok: false, failure: { code: 'no-account' } }] })
  await json(folder, 'bulk', 'delete', one.id, two.id)
  expect(await json(folder, 'posts')).toMatchObject({ entries: [] })
})

test('an account gets aliases and a price, and its health is told', async () => {
  const folder = home()
  await json(folder, 'accounts', 'update', 'My posts', '--alias', 'ig_123', '--credits', '2')
  expect(await json(folder, 'accounts', 'list')).toMatchObject({
    entries: [{ aliases: ['ig_123'], creditsPerPost: 2 }],
  })
  await json(folder, 'accounts', 'update', 'My posts', '--name', 'Mine')
  expect(await json(folder, 'accounts', 'list')).toMatchObject({ entries: [{ name: 'Mine', aliases: ['ig_123'] }] })
  const { entries } = await json<{ entries: { channel: string; connection: string }[] }>(folder, 'accounts', 'health')
  expect(entries).toContainEqual(expect.objectContaining({ channel: 'bluesky', connection: 'never' }))
})

test('every method of the contract can be called by its name', async () => {
  const folder = home()
  const { methods } = await json<{ methods: string[] }>(folder, 'call')
  expect(methods).toContain('posts.save')
  const saved = await json<WithItems>(folder, 'call', 'posts.save', '{"text": "By name"}')
  expect(await json(folder, 'call', 'posts.get', `{"postId": "${saved.id}"}`)).toMatchObject({ text: 'By name' })
  expect((await posthorn(folder, ['call', 'posts.get', '{'])).code).toBe(1)
})

test('a shell gets its completion script, and completes commands', async () => {
  const folder = home()
  for (const shell of ['bash', 'zsh', 'fish']) {
    const script = await posthorn(folder, ['complete', shell])
    expect([script.code, script.stdout.includes('posthorn')]).toEqual([0, true])
  }
  const asked = await posthorn(folder, ['complete', '--', 'slots', ''])
  expect(asked.stdout).toContain('preview')
})

test('a draft is changed, and what is not named stays', async () => {
  const folder = home()
  const post = await json<WithItems>(folder, 'post', 'First', '--to', 'My posts', '--tag', 'a', '--strict', '--draft')
  await json(folder, 'update', post.id, '--text', 'Second', '--option', 'folder.type=TEXT')
  expect(await json(folder, 'posts')).toMatchObject({
    entries: [{ text: 'Second', tags: ['a'], strict: true, options: { folder: { type: 'TEXT' } } }],
  })
  await json(folder, 'update', post.id, '--no-strict', '--tag', 'b')
  expect(await json(folder, 'posts')).toMatchObject({ entries: [{ text: 'Second', tags: ['b'], strict: false }] })
})

test('what is at an address is copied in and attached', async () => {
  const folder = home()
  const picture = await readFile(resolve(import.meta.dirname, '../../../resources/icons/posthorn.png'))
  const server = createServer((_request, response) => response.setHeader('content-type', 'image/png').end(picture))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a%20picture.png`
  const refused = await posthorn(folder, ['post', 'Look', '--media', url, '--draft', '--json'])
  expect(refused.code).toBe(1)
  await json(folder, 'settings', 'set', 'privateAddresses=true')
  const post = await json<{ media: { mediaId: string; alt: string }[] }>(
    folder,
    'post',
    'Look',
    '--media',
    url,
    '--alt',
    'The horn',
    '--draft',
  )
  expect(post.media).toMatchObject([{ alt: 'The horn' }])
  const media = await json(folder, 'call', 'media.get', JSON.stringify({ mediaId: post.media[0]?.mediaId }))
  expect(media).toMatchObject({ name: 'a picture.png', mime: 'image/png', size: picture.length })
})

test('health, activity and diagnostics tell whether everything works, and what was tried', async () => {
  const folder = home()
  await json(folder, 'post', 'Tried once', '--to', 'My posts', '--now')
  const { file } = await json<{ file: { size: number } }>(folder, 'health')
  expect(file.size).toBeGreaterThan(0)
  expect((await posthorn(folder, ['health'])).stdout).toMatch(/^scheduler .*\nsending /)
  const { entries } = await json<{ entries: object[] }>(folder, 'activity', '--account', 'My posts')
  expect(entries).toMatchObject([{ text: 'Tried once', outcome: 'published', account: 'My posts' }])
  expect((await posthorn(folder, ['activity', '--problems'])).stdout).toBe('Nothing was tried.\n')
  const path = join(folder, 'found.json')
  await json(folder, 'diagnostics', path)
  const written = JSON.parse(await readFile(path, 'utf8')) as { attempts: object[] }
  expect(written.attempts).toHaveLength(1)
  expect(JSON.stringify(written)).not.toContain('Tried once')
})
