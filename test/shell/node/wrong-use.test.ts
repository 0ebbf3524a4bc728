import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { expect, test, vi } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'
import { createProgram } from '../../../src-main/shell/node/program.ts'
import { posthorn } from './command-line.ts'

vi.setConfig({ testTimeout: 60_000 })

test('shows its help, touches nothing, and ends well', async () => {
  const home = await temporaryFolder()
  const { code, stdout } = await posthorn(home, ['--help'])
  expect(code).toBe(0)
  const commands = [...stdout.matchAll(/^ {2}([a-z]+)[ \n]/gm)].map(([, name]) => name ?? '')
  expect(commands).toEqual(
    expect.arrayContaining(['post', 'items', 'show', 'cancel', 'reschedule', 'retry', 'accounts', 'serve']),
  )
  const group = await posthorn(home, ['accounts', 'add', '--help'])
  expect([group.code, group.stderr]).toEqual([0, ''])
  expect(await readdir(home)).toEqual([])
})

test('every command’s help has examples and names the global options', () => {
  // What the completion script asks for is for shells.
  const leaves = (command: Command): Command[] =>
    command.commands.length === 0 ? [command] : command.commands.flatMap(leaves)
  const all = leaves(createProgram()).filter((command) => command.name() !== 'complete')
  expect(all.length).toBeGreaterThan(40)
  for (const command of all) {
    let help = ''
    command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp()
    expect([command.name(), help.includes('Examples:')]).toEqual([command.name(), true])
    expect(help).toContain('--json')
    expect(help).toContain('--home <folder>')
  }
})

test.for([
  [[], 'Usage: posthorn'],
  [['posst'], "unknown command 'posst'"],
  [['items', '--colour'], "unknown option '--colour'"],
  [['items', '--limit', '0'], 'Use a whole number, at least 1.'],
  [['show'], "missing required argument 'id'"],
  [['post', 'Hello', '--to', 'My posts'], 'say when to send it: --now, --at, --in, --slot, or --draft'],
  [['post', 'Hello', '--now', '--draft'], 'cannot be used with'],
  [['post', 'Hello', '--now', '--in', '5m'], 'cannot be used with'],
  [['post', 'Hello', '--in', 'soon'], 'Use a span such as 20s, 5m, 2h or 1d.'],
  [['post', 'Hello', '--at', 'tomorrow'], 'Use a time such as 2026-12-01T09:00.'],
  [['post', 'Hello', '--now', '--alt', 'A door', '--media', 'x.png'], 'Put it after the --media that it describes.'],
  [['reschedule', 'itm_0000000000'], 'say when: --at, --in, --slot, or --now'],
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
