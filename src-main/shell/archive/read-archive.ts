import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { failed, Refusal, refuse } from '../../core/refusal.ts'
import { megabytes } from '../../store/file/copy-database.ts'
import { cancelled } from '../../store/file/whole-file.ts'
import { asRefusal } from '../../store/sqlite/sqlite-failure.ts'
import { DATABASE, FORMAT, MANIFEST, type Manifest, manifest, MEDIA, SECRETS, secretsFile } from './manifest.ts'
import { passphraseIdentity } from './passphrase.ts'
import type { Flow } from './write-archive.ts'
import { because } from '../../core/told.ts'

/** What was read, into a folder of its own: `posthorn.db` and `media/<sha256>` in it. */
export type Read = { manifest: Manifest; secrets: Record<string, string>; size: number }

const ENCRYPTED = 'age-encryption.org/v1\n'
/** Bytes that stay free on the disk. */
const RESERVE = 50_000_000
/** A manifest names each file; more than this is none. */
const LARGEST = 200_000_000

/** Reads an export into an empty folder and holds every byte of it against what its manifest says; changes nothing else. */
export const readArchive = async (
  from: { path: string; passphrase: string | null; folder: string },
  known: number,
  flow: Flow,
): Promise<Read> => {
  const found = await stat(from.path).catch(() => null)
  if (!found?.isFile()) {
    return refuse('archive-unreadable', `There is no file ${from.path}.`, 'Check its name.', {
      field: 'path',
      told: because('file-not-there', { path: from.path }),
    })
  }
  await assertRoom(from.folder, found.size)
  try {
    const bytes = await decrypted(from, found.size, flow)
    return { ...(await unpack(bytes, from.folder, known, flow)), size: found.size }
  } catch (error) {
    if (flow.signal.aborted) throw cancelled()
    const told = asRefusal(error)
    if (told instanceof Refusal) throw told
    throw unreadable(error instanceof Error ? error.message : String(error))
  }
}

const assertRoom = async (folder: string, size: number): Promise<void> => {
  await mkdir(join(folder, 'media'), { recursive: true, mode: 0o700 })
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (size + RESERVE > free) {
    refuse(
      'disk-full',
      `The file is ${megabytes(size)}, and the disk has ${megabytes(free)} left.`,
      'Free some space.',
      { told: because('no-room-for-archive', { neededSize: size, freeSize: free }) },
    )
  }
}

const decrypted = async (
  { path, passphrase }: { path: string; passphrase: string | null },
  size: number,
  { signal, onProgress }: Flow,
): Promise<ReadableStream<Uint8Array>> => {
  let done = 0
  const pieces = async function* () {
    for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      if (signal.aborted) throw cancelled()
      done += (piece as Uint8Array).byteLength
      onProgress(done, size)
      yield piece as Uint8Array
    }
  }
  const bytes = Readable.toWeb(Readable.from(pieces(), { objectMode: false })) as ReadableStream<Uint8Array>
  if (!(await isEncrypted(path))) return bytes
  if (passphrase === null || passphrase === '') {
    return refuse(
      'wrong-passphrase',
      'The file is protected by a passphrase.',
      'Give the passphrase it was made with.',
      {
        field: 'passphrase',
        told: because('passphrase-needed'),
      },
    )
  }
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  decrypter.addIdentity(passphraseIdentity(passphrase))
  try {
    return await decrypter.decrypt(bytes)
  } catch (error) {
    if (!String(error).includes('no identity matched')) throw error
    return refuse('wrong-passphrase', 'That is not the passphrase of this file.', 'Check it; nothing was changed.', {
      field: 'passphrase',
      told: because('passphrase-wrong'),
    })
  }
}

const isEncrypted = async (path: string): Promise<boolean> => {
  const file = await open(path, 'r')
  try {
    const head = Buffer.alloc(ENCRYPTED.length)
    await file.read(head, 0, head.length, 0)
    return head.toString('latin1') === ENCRYPTED
  } finally {
    await file.close()
  }
}

type Told = { size: number; sha256: string }

const unpack = async (
  bytes: ReadableStream<Uint8Array>,
  folder: string,
  known: number,
  { signal }: Flow,
): Promise<Pick<Read, 'manifest' | 'secrets'>> => {
  const { createTarDecoder } = await import('modern-tar')
  let about: Manifest | null = null
  const expected = new Map<string, Told>()
  let secrets: Record<string, string> = {}
  const entries = bytes.pipeThrough(createTarDecoder({ strict: true }))
  for await (const { header, body } of entries as AsyncIterable<Entry>) {
    if (signal.aborted) throw cancelled()
    if (about === null) {
      about = await readManifest(header.name, body, known)
      for (const [name, told] of listed(about)) expected.set(name, told)
      continue
    }
    const told = expected.get(header.name)
    if (!told || header.size !== told.size) throw unreadable(`It holds ${header.name}, which it does not name.`)
    expected.delete(header.name)
    const path = join(folder, header.name)
    const hash = await write(body, path)
    if (hash !== told.sha256) throw unreadable(`${header.name} is not what it was.`)
    if (header.name === SECRETS) secrets = secretsFile.parse(JSON.parse(await readFile(path, 'utf8')))
  }
  const [missing] = expected.keys()
  if (about === null || missing !== undefined) throw unreadable(`It ends before ${missing ?? MANIFEST}.`)
  return { manifest: about, secrets }
}

type Entry = { header: { name: string; size: number }; body: ReadableStream<Uint8Array> }

const listed = ({ database, secrets, media }: Manifest): [string, Told][] => [
  [DATABASE, database],
  ...(secrets ? [[SECRETS, secrets] as [string, Told]] : []),
  ...media.map((one): [string, Told] => [`${MEDIA}${one.sha256}`, one]),
]

const readManifest = async (name: string, body: ReadableStream<Uint8Array>, known: number): Promise<Manifest> => {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body as AsyncIterable<Uint8Array>) {
    size += piece.byteLength
    if (name !== MANIFEST || size > LARGEST) throw unreadable('It is no export of Posthorn.')
    pieces.push(piece)
  }
  const said: unknown = JSON.parse(Buffer.concat(pieces).toString('utf8'))
  const future = manifest.pick({ posthorn: true }).safeParse(said)
  if (future.success && future.data.posthorn.format > FORMAT) throw fromFuture(future.data.posthorn.version)
  const about = manifest.parse(said)
  if (about.database.version > known) throw fromFuture(about.posthorn.version)
  return about
}

/** Returns the SHA-256 of what was written. */
const write = async (body: ReadableStream<Uint8Array>, path: string): Promise<string> => {
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const piece of body as AsyncIterable<Uint8Array>) {
      hash.update(piece)
      await file.writeFile(piece)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}

const fromFuture = (version: string): Refusal =>
  new Refusal(
    failed(
      'database-from-future',
      `The file was made by a newer Posthorn (${version}).`,
      'Update Posthorn; nothing was changed.',
      { told: because('archive-newer', { version }) },
    ),
  )

const unreadable = (detail: string): Refusal =>
  new Refusal(
    failed(
      'archive-unreadable',
      'The file is not a whole export of Posthorn: it is cut off, altered, or something else.',
      'Use another copy of it; nothing was changed.',
      { detail, field: 'path', told: because('archive-broken') },
    ),
  )
