import { readFile, readdir } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../src-main')
const electronShell = join(root, 'shell/electron')

/** What a source names in imports and exports, types left out. */
const imported = (source: string): string[] =>
  [...source.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    ([, fixed, lazy]) => fixed ?? lazy ?? '',
  )

/** Every file that is reached from one, and the packages on the way. */
const reached = async (start: string) => {
  const files = new Set<string>()
  const packages = new Set<string>()
  const open = [start]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file)) continue
    files.add(file)
    for (const name of imported(await readFile(file, 'utf8'))) {
      if (name.startsWith('.')) open.push(resolve(dirname(file), name))
      else packages.add(name)
    }
  }
  return { files, packages }
}

test('the command line reaches everything it needs without Electron', async () => {
  const { files, packages } = await reached(join(root, 'shell/node/cli.ts'))
  expect(files).toContain(join(root, 'shell/compose.ts'))
  expect(files).toContain(join(root, 'app/create-app.ts'))
  expect(packages).toContain('better-sqlite3')
  expect(packages).not.toContain('electron')
  expect([...files].filter((file) => file.startsWith(electronShell))).toEqual([])
})

test('only the Electron shell names Electron', async () => {
  const sources = (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(electronShell))
  expect(sources.length).toBeGreaterThan(50)
  const naming: string[] = []
  for (const file of sources) {
    if (/(?:from|import|require)\s*\(?\s*'electron'/.test(await readFile(file, 'utf8'))) naming.push(file)
  }
  expect(naming).toEqual([])
})

test('built-in modules are named with their prefix, so that no package can take their place', async () => {
  const { packages } = await reached(join(root, 'shell/node/cli.ts'))
  expect([...packages].filter((name) => builtinModules.includes(name))).toEqual([])
})
