import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { Incoming, MediaFiles } from '../../src-main/core/ports.ts'
import { refuseInEnglish } from '../../src-main/core/refusal.ts'
import { openMediaFiles } from '../../src-main/store/media-files.ts'
import { failureOf, tempFolder } from './open-temp-store.ts'

/** A file that comes in these pieces. */
const coming = (...pieces: readonly Uint8Array[]): Incoming => ({
  size: pieces.reduce((sum, { length }) => sum + length, 0),
  bytes: (async function* () {
    for (const piece of pieces) yield Promise.resolve(piece)
  })(),
})
const add = async (files: MediaFiles, ...pieces: readonly Uint8Array[]): Promise<string> =>
  (await files.add(coming(...pieces), () => Promise.resolve())).hash

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

test('a file is kept under the hash of its bytes', async () => {
  const folder = tempFolder()
  const files = openMediaFiles(folder)
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2000 }), async (bytes) => {
      const hash = await add(files, bytes)
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
  const [first, second] = await Promise.all([add(files, bytes), add(files, bytes)])
  expect(first).toBe(second)
  const written = statSync(files.path(first)).mtimeMs
  expect(await add(files, bytes)).toBe(first)
  expect(filesIn(folder)).toEqual([files.path(first)])
  expect(statSync(files.path(first)).mtimeMs).toBe(written)
})

test('a file that lost its end is written anew, and what a crash left on its way in is swept away', async () => {
  const folder = tempFolder()
  const bytes = new TextEncoder().encode('all of it')
  const before = openMediaFiles(folder)
  const hash = await add(before, bytes)
  truncateSync(before.path(hash), 3)
  writeFileSync(join(folder, 'media', 'coming', 'a1'), 'half of something')
  const files = openMediaFiles(folder)
  await add(files, bytes)
  expect(readFileSync(files.path(hash), 'utf8')).toBe('all of it')
  expect(filesIn(folder)).toEqual([files.path(hash)])
})

test('a file that comes in pieces is kept as one, and is looked into before it counts', async () => {
  const files = openMediaFiles(tempFolder())
  const pieces = ['a', 'bc', '', 'def'].map((piece) => new TextEncoder().encode(piece))
  const { hash, size, found } = await files.add(coming(...pieces), async (path) => readFileSync(path, 'utf8'))
  expect({ hash, size, found }).toEqual({
    hash: createHash('sha256').update('abcdef').digest('hex'),
    size: 6,
    found: 'abcdef',
  })
  expect(readFileSync(files.path(hash), 'utf8')).toBe('abcdef')
})

test('nothing is left of a file that breaks off, is refused, is empty, is of another size or has no room', async () => {
  const folder = tempFolder()
  const files = openMediaFiles(folder)
  const some = new TextEncoder().encode('some of it')
  const broken: Incoming = {
    size: null,
    bytes: (async function* () {
      yield Promise.resolve(some)
      throw new Error('the line went dead')
    })(),
  }
  await expect(files.add(broken, () => Promise.resolve())).rejects.toThrow('the line went dead')
  const refused = () =>
    files.add(coming(some), () => refuseInEnglish('media-unreadable', 'It is damaged.', 'Choose another.'))
  expect(await failureOf(refused)).toMatchObject({ code: 'media-unreadable', message: 'It is damaged.' })
  expect(await failureOf(() => add(files))).toMatchObject({ code: 'media-unreadable' })
  const short = () => files.add({ ...coming(some), size: 11 }, () => Promise.resolve())
  expect(await failureOf(short)).toMatchObject({ code: 'invalid-input', detail: '10 bytes of 11' })
  const huge = () => files.add({ ...coming(some), size: 2 ** 60 }, () => Promise.resolve())
  expect(await failureOf(huge)).toMatchObject({ code: 'disk-full', message: expect.stringContaining('MB left') })
  expect(filesIn(folder)).toEqual([])
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
  expect(await failureOf(() => add(blocked, new Uint8Array([1])))).toMatchObject({ code: 'database-read-only' })

  const small = join(folder, 'small')
  mkdirSync(small)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small], { stdio: 'ignore' })
  } catch {
    context.skip('This machine does not allow mounting.')
  }
  onTestFinished(() => void execFileSync('umount', ['-l', small], { stdio: 'ignore' }))
  const files = openMediaFiles(small)
  expect(await failureOf(() => add(files, new Uint8Array(200_000)))).toMatchObject({ code: 'disk-full' })
  expect(filesIn(small)).toEqual([])
  expect(await files.has(await add(files, new Uint8Array(1000)))).toBe(true)
})
