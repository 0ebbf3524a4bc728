import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { ArchiveJob } from '../../../src-preload/contract/model/snapshot.ts'
import type { Clock, Vault } from '../../core/ports.ts'
import { refuse } from '../../core/refusal.ts'
import { copyDatabase, syncFile } from '../../store/file/copy-database.ts'
import { cancelled } from '../../store/file/whole-file.ts'
import { asRefusal } from '../../store/sqlite/sqlite-failure.ts'
import { DATABASE, FORMAT, MANIFEST, type Manifest, MEDIA, SECRETS } from './manifest.ts'
import { passphraseRecipient } from './passphrase.ts'
import { because } from '../../core/told.ts'

export type Flow = { signal: AbortSignal; onProgress(done: number, total: number): void }

export type Source = {
  home: string
  version: string
  clock: Clock
  mediaPath(hash: string): string
  vaults: readonly (Vault | null)[]
}

export type Target = { path: string; passphrase: string | null }

/** Bytes read at once. */
const PIECE = 1024 * 1024

/** Writes everything of a data folder into one file, which has its name only once it is whole. */
export const writeArchive = async (
  source: Source,
  target: Target,
  flow: Flow,
): Promise<NonNullable<ArchiveJob['result']>> => {
  const folder = join(source.home, 'exporting')
  const partial = `${target.path}.part`
  try {
    await rm(folder, { recursive: true, force: true })
    const database = join(folder, DATABASE)
    await copyDatabase(join(source.home, DATABASE), database, { signal: flow.signal })
    const secrets = takeSecrets(database, source.vaults)
    const { manifest, missing } = await describe(source, database, target.passphrase === null ? null : secrets)
    await assertFolder(dirname(target.path))
    const tar = await pack(source, manifest, database, secrets, flow)
    const bytes = target.passphrase === null ? tar : await encrypted(tar, target.passphrase)
    await pipeline(Readable.fromWeb(bytes as ReadableStream), createWriteStream(partial, { mode: 0o600 }), {
      signal: flow.signal,
    })
    await syncFile(partial)
    await rename(partial, target.path)
    return {
      posts: manifest.counts.posts,
      media: manifest.media.length,
      size: (await stat(target.path)).size,
      secrets: manifest.secrets ? Object.keys(secrets).length : 0,
      missing,
      settled: null,
    }
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {})
    throw flow.signal.aborted ? cancelled() : asRefusal(error)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Opens the passwords in a copy and takes them out of it: sealed for this computer they are of no use elsewhere. */
const takeSecrets = (path: string, vaults: Source['vaults']): Record<string, string> => {
  const database = new Database(path)
  try {
    database.pragma('secure_delete = on')
    const rows = database.prepare('select name, keeper, sealed from secret').all() as {
      name: string
      keeper: string
      sealed: Uint8Array
    }[]
    const opened = rows.flatMap(({ name, keeper, sealed }) => {
      try {
        const plain = vaults.find((vault) => vault?.keeper === keeper)?.open(sealed)
        return plain === undefined ? [] : [[name, plain] as const]
      } catch {
        // Sealed by a key that is gone: there is nothing to export.
        return []
      }
    })
    database.exec('delete from secret')
    return Object.fromEntries(opened)
  } finally {
    database.close()
  }
}

const describe = async (
  { version, clock, mediaPath }: Source,
  path: string,
  secrets: Record<string, string> | null,
): Promise<{ manifest: Manifest; missing: number }> => {
  const database = new Database(path, { readonly: true })
  const hashes = database.prepare('select distinct hash from media order by hash').pluck().all().map(String)
  const posts = Number(
    database.prepare('select count(*) from post where deleted_at is null and external = 0').pluck().get(),
  )
  const form = Number(database.pragma('user_version', { simple: true }))
  database.close()
  const media: Manifest['media'] = []
  for (const sha256 of hashes) {
    const found = await stat(mediaPath(sha256)).catch(() => null)
    if (found && found.size > 0) media.push({ sha256, size: found.size })
  }
  const kept = secrets && Buffer.from(JSON.stringify(secrets))
  return {
    missing: hashes.length - media.length,
    manifest: {
      posthorn: { format: FORMAT, version },
      madeAt: new Date(clock.now()).toISOString(),
      database: { version: form, size: (await stat(path)).size, sha256: await hashOf(path) },
      counts: { posts },
      media,
      secrets: kept && { size: kept.byteLength, sha256: createHash('sha256').update(kept).digest('hex') },
    },
  }
}

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) hash.update(piece as Uint8Array)
  return hash.digest('hex')
}

const pack = async (
  { mediaPath }: Source,
  manifest: Manifest,
  database: string,
  secrets: Record<string, string>,
  { signal, onProgress }: Flow,
): Promise<globalThis.ReadableStream<Uint8Array>> => {
  const { createTarPacker } = await import('modern-tar')
  const { readable, controller } = createTarPacker()
  const total = manifest.database.size + manifest.media.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  const put = async (name: string, size: number, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => {
    const writer = controller.add({ name, size, type: 'file', mode: 0o600 }).getWriter()
    for await (const piece of pieces) {
      if (signal.aborted) throw cancelled()
      await writer.ready
      await writer.write(piece)
      done += piece.byteLength
      onProgress(Math.min(done, total), total)
    }
    await writer.close()
  }
  const file = (path: string) => createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Uint8Array>
  const all = async () => {
    const said = Buffer.from(JSON.stringify(manifest))
    await put(MANIFEST, said.byteLength, [said])
    await put(DATABASE, manifest.database.size, file(database))
    if (manifest.secrets) await put(SECRETS, manifest.secrets.size, [Buffer.from(JSON.stringify(secrets))])
    for (const { sha256, size } of manifest.media) await put(`${MEDIA}${sha256}`, size, file(mediaPath(sha256)))
    controller.finalize()
  }
  all().catch((error: unknown) => controller.error(error))
  return readable
}

const encrypted = async (
  tar: globalThis.ReadableStream<Uint8Array>,
  passphrase: string,
): Promise<globalThis.ReadableStream<Uint8Array>> => {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  encrypter.addRecipient(await passphraseRecipient(passphrase))
  return encrypter.encrypt(tar)
}

const assertFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true }).catch((error: Error) =>
    refuse('folder-not-writable', `Posthorn cannot write to ${folder}.`, 'Choose another place.', {
      field: 'path',
      detail: error.message,
      told: because('folder-not-writable', { path: folder }),
    }),
  )
}
