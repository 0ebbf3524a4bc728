import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { posthorn } from './command-line.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let home = ''
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'posthorn-test-'))
  home = join(folder, 'data')
  const path = join(folder, 'site')
  await posthorn(home, ['accounts', 'add', 'folder', '--name', 'My site', '--set', `path=${path}`])
  return () => rm(folder, { recursive: true, force: true })
})

test.for([
  [['post', 'x', '--to', 'Nobody', '--now'], 'not-found', 'Use one of: My posts, My site.'],
  [['post', 'x', '--now'], 'no-account', 'Choose at least one with --to.'],
  [['post', 'x', '--to', 'My site', '--at', '2030-01-01T09:00', '--zone', 'Mars/Base'], 'unknown-zone', ''],
  [['post', '', '--to', 'My site', '--now'], 'empty-post', ''],
  [['post', 'x', '--to', 'My site', '--media', 'gone.png', '--now'], 'media-unreadable', 'Check its name'],
  [['show', '7'], 'invalid-input', 'Use an id such as itm_... or pst_...'],
  [['show', 'itm_0000000000'], 'not-found', ''],
  [['items', '--state', 'lost'], 'invalid-input', ''],
  [['accounts', 'add', 'carrier-pigeon', '--name', 'x'], 'channel-unsupported', 'Use one of: folder, bluesky, '],
  [
    ['accounts', 'add', 'folder', '--name', 'x', '--set', 'colour=red'],
    'invalid-input',
    'Use one of: path, title, link, flavour, commit.',
  ],
  [['accounts', 'add', 'folder', '--name', 'x', '--set', 'path'], 'invalid-input', 'Write it as key=value.'],
  [['accounts', 'add', 'bluesky', '--name', 'x', '--set', 'identifier=a.test'], 'invalid-input', '--secret-env NAME'],
  [['accounts', 'check', 'Nobody'], 'not-found', 'My posts, My site'],
  [['settings', 'set', 'colour=red'], 'invalid-input', 'Use one of: appearance, zone'],
  [['settings', 'set', 'zone=Mars/Base'], 'unknown-zone', ''],
  [['settings', 'set', 'notify.failed=maybe'], 'invalid-input', ''],
] as const)('refuses with a reason and what to do: %s', async ([args, code, next]) => {
  const refused = await posthorn(home, [...args, '--json'])
  expect(refused.code).toBe(1)
  expect(refused.json).toMatchObject({ failure: { code, next: expect.stringContaining(next) } })
})
