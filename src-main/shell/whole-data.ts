import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ArchiveJob, Settled } from '../../src-preload/contract/model/snapshot.ts'
import { type Settling, settleRestored } from '../app/after-restore.ts'
import type { Clock, Log, Snapshots, Store, Vault, WholeData } from '../core/ports.ts'
import { failed, Refusal, refuse } from '../core/refusal.ts'
import { migrations } from '../store/migrations/all.ts'
import { assertWhole } from '../store/file/copy-database.ts'
import { copyClosed, makeReplacing, putInPlace } from '../store/file/replace-file.ts'
import { openStore } from '../store/open-store.ts'
import { type Read, readArchive } from './archive/read-archive.ts'
import { type Flow, type Source, writeArchive } from './archive/write-archive.ts'
import type { Replacement } from './standing.ts'
import { because } from '../core/told.ts'

type Parts = {
  home: string
  snapshots: Snapshots
  source: Source
  settling: Settling
  clock: Clock
  log: Log
  /** What seals passwords here; null: nothing does, as long as the person has not chosen. */
  vaultFor(store: Store): Promise<Vault | null>
  replace<T>(by: Replacement<T>): Promise<T>
}

type Result = NonNullable<ArchiveJob['result']>

/** Everything of the person's at once: going back to a snapshot, one file out of all, and in again. */
export const createWholeData = (parts: Parts): WholeData => {
  const { home, snapshots, source, clock, log } = parts
  const tools = { clock, log }
  let job: ArchiveJob | null = null
  let calling = new AbortController()

  /** What was made ready in `folder` takes the place of the file, which is set aside first. */
  const replaceBy = (folder: string, why: 'restore' | 'import', secrets: Record<string, string>) =>
    parts.replace<{ settled: Settled; secrets: number }>({
      prepare: async (old) => {
        const copy = await openStore(folder, tools)
        try {
          const kept = await putSecrets(copy, secrets)
          const settled = await settleRestored(copy, old.store, parts.settling)
          await snapshots.create(why)
          return { settled, secrets: kept }
        } finally {
          await copy.close()
        }
      },
      place: async () => {
        await putInPlace(home, folder)
        log.info('another file is in place of the database', { why })
      },
    })

  const putSecrets = async (copy: Store, secrets: Record<string, string>): Promise<number> => {
    const vault = await parts.vaultFor(copy)
    if (!vault) return 0
    for (const [name, plain] of Object.entries(secrets)) {
      await copy.secrets.put(name, { keeper: vault.keeper, sealed: vault.seal(plain) })
    }
    return Object.keys(secrets).length
  }

  const take = async (of: { path: string; passphrase: string | null }, flow: Flow): Promise<Result> => {
    const folder = await makeReplacing(home)
    try {
      const read = await readArchive({ ...of, folder }, migrations.length, flow)
      await moveMedia(folder, read, source)
      const { settled, secrets } = await replaceBy(folder, 'import', read.secrets)
      const { counts, media } = read.manifest
      return { posts: counts.posts, media: media.length, size: read.size, secrets, missing: 0, settled }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  const begin = (kind: ArchiveJob['kind'], path: string, work: (flow: Flow) => Promise<Result>): ArchiveJob => {
    if (job?.state === 'running') {
      refuse(
        'illegal-transition',
        'An export or import is running already.',
        'Wait until it is done, or call it off.',
        { told: because('archive-running') },
      )
    }
    calling = new AbortController()
    const tell = (change: Partial<ArchiveJob>) => void (job = job && { ...job, ...change })
    job = { kind, path, state: 'running', done: 0, total: 0, failure: null, result: null }
    work({ signal: calling.signal, onProgress: (done, total) => tell({ done, total }) }).then(
      (result) => tell({ state: 'done', result }),
      (error: unknown) => tell({ state: 'failed', failure: failureOf(error, log) }),
    )
    return job
  }

  return {
    restore: async (name) => {
      const from = snapshots.path(name)
      if (!(await stat(from).catch(() => null))) {
        return refuse('not-found', `There is no snapshot ${name}.`, 'Look at the list of snapshots.', {
          field: 'name',
          told: because('snapshot-gone'),
        })
      }
      const folder = await makeReplacing(home)
      try {
        await copyClosed(from, folder)
        await assertWhole(join(folder, 'posthorn.db'))
        return (await replaceBy(folder, 'restore', {})).settled
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
    export: (of) => begin('export', of.path, (flow) => writeArchive(source, of, flow)),
    import: (of) => begin('import', of.path, (flow) => take(of, flow)),
    job: () => job,
    cancel: () => calling.abort(),
  }
}

/** Files are named by their content, so one that is there already is the same. */
const moveMedia = async (folder: string, { manifest }: Read, { mediaPath }: Source): Promise<void> => {
  for (const { sha256, size } of manifest.media) {
    const to = mediaPath(sha256)
    if ((await stat(to).catch(() => null))?.size === size) continue
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    await rename(join(folder, 'media', sha256), to)
  }
}

const failureOf = (error: unknown, log: Log) => {
  if (error instanceof Refusal) return error.failure
  log.error('an export or import broke', { error: String(error) })
  return failed('internal', 'Posthorn met an error of its own.', 'Try again; the log says more.', {
    detail: String(error),
    told: because('internal'),
  })
}
