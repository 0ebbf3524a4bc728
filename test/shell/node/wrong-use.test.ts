import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'
import { posthorn } from './command-line.ts'

vi.setConfig({ testTimeout: 60_000 })

test('shows the help of every command, with examples, and ends well', async () => {
  const home = await temporaryFolder()
  const { code, stdout } = await posthorn(home, ['--help'])
  expect(code).toBe(0)
  const commands = [...stdout.matchAll(/^ {2}([a-z]+)[ \n]/gm)].map(([, name]) => name ?? '')
  expect(commands).toEqual(
    expect.arrayContaining(['post', 'items', 'show', 'cancel', 'reschedule', 'retry', 'accounts', 'serve']),
  )
  const groups = { accounts: ['add', 'list', 'check', 'reconnect', 'rename', 'disconnect'], settings: ['get', 'set'] }
  const leaves = commands
    .filter((name) => name !== 'help')
    .flatMap((name) =>
      Object.hasOwn(groups, name) ? groups[name as keyof typeof groups].map((of) => [name, of]) : [[name]],
    )
  for (const leaf of leaves) {
    const help = await posthorn(home, [...leaf, '--help'])
    expect([leaf, help.code, help.stderr]).toEqual([leaf, 0, ''])
    expect(help.stdout).toContain('Examples:')
    expect(help.stdout).toContain('--json')
    expect(help.stdout).toContain('--home <folder>')
  }
  expect(await readdir(home)).toEqual([])
})

test.for([
  [[], 'Usage: posthorn'],
  [['posst'], "unknown command 'posst'"],
  [['items', '--colour'], "unknown option '--colour'"],
  [['items', '--limit', '0'], 'Use a whole number, at least 1.'],
  [['show'], "missing required argument 'id'"],
  [['post', 'Hello', '--to', 'My posts'], 'say when to send it: --now, --at, --in, or --draft'],
  [['post', 'Hello', '--now', '--draft'], 'cannot be used with'],
  [['post', 'Hello', '--now', '--in', '5m'], 'cannot be used with'],
  [['post', 'Hello', '--in', 'soon'], 'Use a span such as 20s, 5m, 2h or 1d.'],
  [['post', 'Hello', '--at', 'tomorrow'], 'Use a time such as 2026-12-01T09:00.'],
  [['post', 'Hello', '--now', '--alt', 'A door', '--media', 'x.png'], 'Put it after the --media that it describes.'],
  [['reschedule', 'itm_0000000000'], 'say when: --at, --in, or --now'],
  [['settle', 'itm_0000000000'], 'say what you found: --found or --absent'],
  [['accounts', 'add', 'folder'], "required option '--name <name>' not specified"],
  [['serve', '--port', '70000'], 'Use a number from 0 to 65535.'],
] as const)('ends with 2 and touches nothing when the line is wrong: %s', async ([args, complaint]) => {
  const home = join(await temporaryFolder(), 'data')
  const { code, stdout, stderr } = await posthorn(home, args)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(complaint)
  await expect(readdir(home)).rejects.toThrow('ENOENT')
})

test('tells a wrong line as one JSON document when asked for JSON', async () => {
  const { code, json } = await posthorn(await temporaryFolder(), ['items', '--limit', 'many', '--json'])
  expect(code).toBe(2)
  expect(json).toEqual({
    failure: {
      code: 'invalid-input',
      message: "option '--limit <number>' argument 'many' is invalid. Use a whole number, at least 1.",
      next: 'See --help.',
    },
  })
})
