import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'
import { posthorn } from './command-line.ts'

// Each line is a process of its own.
vi.setConfig({ testTimeout: 60_000 })

const TABLE = 'Text,When,Tags\nIce on the pier,2099-12-01 09:00,harbour\nLights at dusk,,harbour\n'

const setUp = async () => {
  const folder = await temporaryFolder()
  const write = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text)
    return join(folder, name)
  }
  const run = (home: string, ...args: string[]) => posthorn(join(folder, home), args)
  return { folder, write, run }
}

const textsIn = (posts: unknown): string[] =>
  (posts as { entries: { text: string }[] }).entries.map(({ text }) => text).toSorted()

test('a table is looked through, imported as a whole, exported, and taken in elsewhere', async () => {
  const { folder, write, run } = await setUp()
  const table = await write('december.csv', TABLE)
  const checked = await run('home', 'import-posts', table, '--check')
  expect([checked.code, checked.stdout]).toEqual([
    0,
    'Row 1: error: It is to be scheduled, but no account is named.\n2 rows: 2 drafts, 0 scheduled; 1 with errors.\n',
  ])
  const refused = await run('home', 'import-posts', table)
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('Row 1: It is to be scheduled')])
  const made = await run('home', 'import-posts', table, '--to', 'My posts')
  expect([made.code, made.stdout, made.stderr]).toEqual([0, '2 posts: 1 drafts, 1 scheduled.\n', ''])
  expect(textsIn((await run('home', 'posts', '--json')).json)).toEqual(['Ice on the pier', 'Lights at dusk'])

  const dry = await run('home', 'export-posts', join(folder, 'dry.csv'), '--dry-run')
  expect([dry.code, existsSync(join(folder, 'dry.csv'))]).toEqual([0, false])
  const file = join(folder, 'scheduled.csv')
  expect((await run('home', 'export-posts', file, '--status', 'scheduled', '--json')).json).toMatchObject({ posts: 1 })
  expect(await readFile(file, 'utf8')).toContain('Ice on the pier,2099-12-01 09:00')
  const whole = join(folder, 'all.json')
  expect(await run('home', 'export-posts', whole)).toMatchObject({ code: 0, stdout: `${whole}: 2 posts, 0 files.\n` })
  expect((await run('other', 'import-posts', whole, '--json')).json).toMatchObject({ posts: 2, scheduled: 1 })
})

test('a folder of Markdown is imported, and what cannot be read is named', async () => {
  const { folder, run } = await setUp()
  await mkdir(join(folder, 'site/2026'), { recursive: true })
  await writeFile(join(folder, 'site/2026/ice.md'), '---\ntags: [harbour]\n---\nIce on the pier\n')
  await writeFile(join(folder, 'site/dusk.md'), 'Lights at dusk\n')
  expect((await run('home', 'import-posts', join(folder, 'site'), '--drafts', '--json')).json).toMatchObject({
    posts: 2,
    drafts: 2,
  })
  const gone = await run('home', 'import-posts', join(folder, 'gone.csv'))
  expect([gone.code, gone.stderr]).toEqual([1, expect.stringContaining('gone.csv cannot be read.')])
})
