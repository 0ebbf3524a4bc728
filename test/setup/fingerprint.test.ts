import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint } from '../../resources/setup/fingerprint.js'

let folder: string
const take = () => fingerprint(['sources', 'settings.json', 'not-there'], folder)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'posthorn-fingerprint-'))
  mkdirSync(join(folder, 'sources', 'deep'), { recursive: true })
  writeFileSync(join(folder, 'sources', 'deep', 'a.ts'), 'a')
  writeFileSync(join(folder, 'sources', 'b.ts'), 'b')
  writeFileSync(join(folder, 'settings.json'), '{}')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a fresh date alone does not make a build stale', () => {
  const before = take()
  utimesSync(join(folder, 'sources', 'b.ts'), new Date(), new Date(Date.now() + 60_000))
  expect(take()).toBe(before)
})

test('a changed, new, removed, renamed or until now missing file does', () => {
  const seen = [take()]
  writeFileSync(join(folder, 'sources', 'deep', 'a.ts'), 'A')
  seen.push(take())
  writeFileSync(join(folder, 'sources', 'c.ts'), 'b')
  seen.push(take())
  rmSync(join(folder, 'sources', 'b.ts'))
  seen.push(take())
  renameSync(join(folder, 'sources', 'c.ts'), join(folder, 'sources', 'd.ts'))
  seen.push(take())
  writeFileSync(join(folder, 'not-there'), '')
  seen.push(take())
  expect(new Set(seen).size).toBe(seen.length)
})

test('what was installed into a folder of sources does not count', () => {
  const before = take()
  mkdirSync(join(folder, 'sources', 'node_modules'))
  writeFileSync(join(folder, 'sources', 'node_modules', 'x.js'), 'x')
  expect(take()).toBe(before)
})
