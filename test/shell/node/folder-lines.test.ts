import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import type { ItemRow, Output } from '../../../src-preload/contract/methods.ts'
import type { Item } from '../../../src-preload/contract/model/item.ts'
import type { Post } from '../../../src-preload/contract/model/post.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { posthorn } from './command-line.ts'

vi.setConfig({ testTimeout: 120_000 })

/** A data folder with an account "My site", made as a person makes it. */
const withSite = async () => {
  const folder = await temporaryFolder()
  const [home, site] = [join(folder, 'data'), join(folder, 'site')]
  const added = await posthorn(home, ['accounts', 'add', 'folder', '--name', 'My site', '--set', `path=${site}`])
  expect(added).toMatchObject({ code: 0, stderr: '', stdout: `Connected My site (folder: ${site}).\n` })
  return { folder, home, site }
}

const only = <T>(list: readonly T[]): T => {
  const [one] = list
  if (one === undefined || list.length !== 1) throw new Error(`${list.length} instead of one`)
  return one
}

const markdownIn = async (folder: string) => (await readdir(folder)).filter((name) => name.endsWith('.md'))

test('publishes at once to the folder that was connected and to the one that is there from the start', async () => {
  const { home, site } = await withSite()
  const picture = join(site, '..', 'door.png')
  await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } }).toFile(picture)
  const line = ['post', 'Hello', '--to', 'my SITE', '--to', 'My posts', '--media', picture, '--alt', 'A red door']
  const ended = await posthorn(home, [...line, '--tag', 'first', '--now', '--json'])
  expect([ended.code, ended.stderr]).toEqual([0, ''])
  const post = ended.json as Post
  expect(post).toMatchObject({ status: 'published', text: 'Hello', tags: ['first'], media: [{ alt: 'A red door' }] })
  expect(post.items.map(({ state, remote }) => [state, remote?.url?.startsWith('file:///')])).toEqual([
    ['published', true],
    ['published', true],
  ])
  for (const folder of [site, join(home, 'posts')]) {
    const file = await readFile(join(folder, only(await markdownIn(folder))), 'utf8')
    expect(file).toContain('Hello')
    expect(file).toContain('A red door')
  }
})

test('keeps a schedule, lists it, moves it, takes it back, and restores what was deleted', async () => {
  const { home, site } = await withSite()
  const at = ['--at', '2030-12-01T09:00', '--zone', 'Europe/Berlin']
  const later = await posthorn(home, ['post', 'Later', '--to', 'My site', ...at])
  expect(later.code).toBe(0)
  expect(later.stdout).toMatch(
    /^Scheduled for 2030-12-01 09:00 \(Europe\/Berlin\): pst_\w+\nIt is sent once the Posthorn app or "posthorn serve" runs\.\n$/,
  )

  const { entries, cursor } = (await posthorn(home, ['items', '--json'])).json as Output<'items.list'>
  const item = only(entries)
  expect(cursor).toBeNull()
  expect(item).toMatchObject({ state: 'scheduled', account: 'My site', text: 'Later' })
  expect(item.schedule).toMatchObject({ wall: '2030-12-01T09:00', at: '2030-12-01T08:00:00.000Z', shift: null })

  const table = await posthorn(home, ['items', '--state', 'scheduled,waiting', '--account', 'my site'])
  expect(table.stdout).toMatch(
    /^ID +WHEN +STATE +ACCOUNT +TEXT\nitm_\w+ +2030-12-01 \d\d:00 +scheduled +My site +Later\n$/,
  )

  const moved = await posthorn(home, ['reschedule', item.id, '--at', '2030-12-02T10:30:00+01:00', '--json'])
  expect(moved.json).toMatchObject({ state: 'scheduled', schedule: { at: '2030-12-02T09:30:00.000Z' } })
  // A post with one item may be named in its place.
  const story = await posthorn(home, ['show', item.postId])
  expect(story.stdout).toMatch(/state +scheduled\n/)

  expect((await posthorn(home, ['cancel', item.id, '--json'])).json).toMatchObject({ state: 'cancelled' })
  const again = await posthorn(home, ['cancel', item.id])
  expect(again).toMatchObject({ code: 1, stdout: '' })
  expect(again.stderr).toMatch(/^This post is cancelled, so it cannot be cancelled\. \S.*\n$/)

  expect((await posthorn(home, ['delete', item.id])).stdout).toBe(
    `Deleted. To undo it: posthorn restore ${item.postId}\n`,
  )
  expect((await posthorn(home, ['posts', '--json'])).json).toEqual({ entries: [], cursor: null })
  expect((await posthorn(home, ['restore', item.postId, '--json'])).json).toMatchObject({
    id: item.postId,
    deletedAt: null,
  })
  await expect(markdownIn(site)).resolves.toEqual([])
})

test('ends with 1 and the reason when a post cannot be sent, and sends it once it can', async () => {
  const { home, site } = await withSite()
  await rm(site, { recursive: true })
  await writeFile(site, 'in the way')
  const held = await posthorn(home, ['post', 'Hello', '--to', 'My site', '--now'])
  expect(held.code).toBe(1)
  expect(held.stdout).toMatch(/^ACCOUNT +STATE +LINK +ID\nMy site +waiting \(unreachable\)/)
  expect(held.stderr).toMatch(/^My site: waiting \(unreachable\)\. The folder .* It is sent once the Posthorn app/)

  const { entries } = (await posthorn(home, ['items', '--json'])).json as Output<'items.list'>
  const { id } = only(entries)
  const still = await posthorn(home, ['retry', id, '--json'])
  expect(still.code).toBe(1)
  expect(still.json).toMatchObject({ failure: { code: 'unreachable' }, item: { id, state: 'waiting' } })

  await rm(site)
  await mkdir(site)
  const sent = await posthorn(home, ['retry', id, '--json'])
  expect([sent.code, (sent.json as Item).state]).toEqual([0, 'published'])
  expect(await markdownIn(site)).toHaveLength(1)

  const edited = await posthorn(home, ['edit', id, '-', '--json'], { stdin: 'Hello, corrected\n' })
  expect(edited.code).toBe(0)
  expect(await readFile(join(site, only(await markdownIn(site))), 'utf8')).toContain('Hello, corrected')
  expect((await posthorn(home, ['unpublish', id])).code).toBe(0)
  expect(await markdownIn(site)).toEqual([])
})

test('reads the text from standard input and keeps a draft of it', async () => {
  const { home } = await withSite()
  const draft = await posthorn(home, ['post', '-', '--to', 'My site', '--draft', '--json'], { stdin: 'two\nlines\n' })
  expect(draft.json).toMatchObject({ text: 'two\nlines', status: 'draft', items: [{ state: 'draft' }] })
})

test('loses nothing that was written when it cannot be scheduled', async () => {
  const { home } = await withSite()
  const past = await posthorn(home, ['post', 'Too late', '--to', 'My site', '--at', '2020-01-01T00:00', '--json'])
  expect(past.code).toBe(1)
  const { failure, post } = past.json as { failure: { code: string; next: string }; post: Post }
  expect(failure.code).toBe('in-the-past')
  expect(failure.next).toContain(`The post is kept as a draft: ${post.id}`)
  const { entries } = (await posthorn(home, ['posts', '--status', 'draft', '--json'])).json as Output<'posts.list'>
  expect(entries.map(({ id, text }) => [id, text])).toEqual([[post.id, 'Too late']])
})

test('finds an account by its path too, unless several have it', async () => {
  const { home, site } = await withSite()
  const draft = ['post', 'x', '--draft', '--json', '--to']
  expect((await posthorn(home, [...draft, site])).json).toMatchObject({ items: [{ channel: 'folder' }] })
  await posthorn(home, ['accounts', 'add', 'folder', '--name', 'The same site', '--set', `path=${site}`])
  expect((await posthorn(home, [...draft, site])).json).toMatchObject({
    failure: { code: 'ambiguous-account', message: `"${site}" could be any of: My site, The same site.` },
  })
})

test('takes the data folder and paths as meant from where the person is, also when npm went elsewhere', async () => {
  const folder = await temporaryFolder()
  const env = { npm_lifecycle_event: 'posthorn', INIT_CWD: folder }
  const add = ['accounts', 'add', 'folder', '--name', 'Near', '--set', 'path=near', '--home', 'data', '--json']
  const added = await posthorn(join(folder, 'not-this-one'), add, { env })
  expect(added.json).toMatchObject({ identity: join(folder, 'near'), settings: { path: join(folder, 'near') } })
  expect((await readdir(folder)).toSorted()).toEqual(['data', 'near'])
})

test('manages accounts by name', async () => {
  const { home, folder } = await withSite()
  await mkdir(join(folder, 'elsewhere'))
  const moved = await posthorn(home, ['accounts', 'reconnect', 'my site', '--set', 'path=elsewhere', '--json'], {
    cwd: folder,
  })
  // What is relative is meant from where the person is, and kept whole.
  expect(moved.json).toMatchObject({ settings: { path: expect.stringMatching(/^.*elsewhere$/) }, connection: 'valid' })
  expect((await posthorn(home, ['accounts', 'update', 'my site', '--name', 'Diary'])).stdout).toBe('Changed: Diary.\n')
  expect((await posthorn(home, ['accounts', 'check', 'diary'])).stdout).toContain('Diary can publish')
  expect((await posthorn(home, ['accounts', 'disconnect', 'diary', '--json'])).json).toMatchObject({
    connection: 'disconnected',
  })
  const check = await posthorn(home, ['accounts', 'check', 'diary'])
  expect(check).toMatchObject({ code: 1, stdout: '' })
  expect(check.stderr).toBe('Diary is disconnected. Connect it again: posthorn accounts reconnect "Diary"\n')
  const { entries } = (await posthorn(home, ['accounts', 'list', '--json'])).json as Output<'accounts.list'>
  expect(entries.map(({ name, connection }) => [name, connection])).toEqual(
    expect.arrayContaining([
      ['My posts', 'valid'],
      ['Diary', 'disconnected'],
    ]),
  )
})

test('changes one setting of a group and keeps the others', async () => {
  const { home } = await withSite()
  const set = ['settings', 'set', 'notify.failed=false', 'lateness.withinMinutes=30', 'zone=Europe/Berlin']
  expect((await posthorn(home, [...set, '--json'])).json).toMatchObject({
    zone: 'Europe/Berlin',
    notify: { published: true, failed: false, missed: true },
    lateness: { withinMinutes: 30, then: 'ask' },
  })
  expect((await posthorn(home, ['settings', 'get'])).stdout).toMatch(/notify\.failed +false\n/)
  expect((await posthorn(home, ['status', '--json'])).json).toMatchObject({ owner: 'cli', home, paused: false })
})

test('gives as many items as asked for, over several pages', async () => {
  const { home } = await withSite()
  for (const text of ['one', 'two', 'three']) await posthorn(home, ['post', text, '--to', 'My site', '--in', '1d'])
  const first = (await posthorn(home, ['items', '--limit', '2', '--json'])).json as Output<'items.list'>
  const rest = (await posthorn(home, ['items', '--cursor', first.cursor ?? '', '--json'])).json as Output<'items.list'>
  const texts = [...first.entries, ...rest.entries].map(({ text }: ItemRow) => text)
  expect(texts.toSorted()).toEqual(['one', 'three', 'two'])
  expect([first.entries.length, rest.cursor]).toEqual([2, null])
})
