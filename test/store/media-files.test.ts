import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { openMediaFiles } from '../../src-main/store/media-files.ts'
import { failureOf, tempFolder } from './open-temp-store.ts'

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

test('a file is kept under the hash of its bytes', async () => {
  const folder = tempFolder()
  const files = openMediaFiles(folder)
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
      const hash = await files.add(bytes)
      expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'))
      expect(files.path(hash)).toBe(join(folder, 'media', hash.slice(0, 2), hash.slice(2)))
      expect(new Uint8Array(readFileSync(files.path(hash)))).toEqual(bytes)
      expect(await files.has(hash)).toBe(true)
    }),
    { numRuns: 30 },
  )
})

test('the same content is kept once, even when it comes twice at once', async () => {
  const folder = tempFolder()
  const files = openMediaFiles(folder)
  const bytes = new TextEncoder().encode('the same')
  const [first, second] = await Promise.all([files.add(bytes), files.add(bytes)])
  expect(first).toBe(second)
  const written = statSync(files.path(first)).mtimeMs
  expect(await files.add(bytes)).toBe(first)
  expect(filesIn(folder)).toEqual([files.path(first)])
  expect(statSync(files.path(first)).mtimeMs).toBe(written)
})

test('a file that lost its end is written anew, and leftovers of a crash do not matter', async () => {
  const files = openMediaFiles(tempFolder())
  const bytes = new TextEncoder().encode('all of it')
  const hash = await files.add(bytes)
  truncateSync(files.path(hash), 3)
  writeFileSync(`${files.path(hash)}.part`, 'half of something')
  await files.add(bytes)
  expect(readFileSync(files.path(hash), 'utf8')).toBe('all of it')
  expect(readdirSync(join(files.path(hash), '..'))).toHaveLength(1)
})

test('what is no hash has no path and is not there', async () => {
  const files = openMediaFiles(tempFolder())
  for (const name of ['', '../../etc/passwd', 'ab/../cd', 'A'.repeat(64), 'g'.repeat(64), 'a'.repeat(63)]) {
    expect(await files.has(name)).toBe(false)
    expect(await failureOf(async () => files.path(name))).toMatchObject({ code: 'invalid-input' })
  }
  expect(await files.has('a'.repeat(64))).toBe(false)
})

test('a folder that cannot be written and a full disk are told, and nothing is left behind', async (context) => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'media'), 'in the way')
  const blocked = openMediaFiles(folder)
  expect(await failureOf(() => blocked.add(new Uint8Array([1])))).toMatchObject({ code: 'database-read-only' })

  const small = join(folder, 'small')
  mkdirSync(small)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small], { stdio: 'ignore' })
  } catch {
    context.skip('This machine does not allow mounting.')
  }
  onTestFinished(() => void execFileSync('umount', ['-l', small], { stdio: 'ignore' }))
  const files = openMediaFiles(small)
  expect(await failureOf(() => files.add(new Uint8Array(200_000)))).toMatchObject({ code: 'disk-full' })
  expect(filesIn(small)).toEqual([])
  expect(await files.has(await files.add(new Uint8Array(1000)))).toBe(true)
})
