import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { Failure } from '../../src-preload/contract/failure.ts'
import { failed, Refusal } from '../core/refusal.ts'
import { because } from '../core/told.ts'
import { findOwner, type OwnerCard, type OwnerKind, removeOwnerCard, writeOwnerCard } from './owner-card.ts'

/** The right to be the one process that works on a data folder. */
export type Ownership = {
  /** Tells other processes where to speak to this one; null takes it back. */
  announce(door: { url: string; token: string } | null): Promise<void>
  /** Lets the folder go. Safe to call twice. */
  release(): Promise<void>
}

/** How long a command that is about to end is waited for, in milliseconds. */
const PATIENCE = 5_000
const LOOK_AGAIN = 50

/**
 * Makes the folder when it is not there and takes it for this process. The lock is the operating system's own, held by an
 * exclusive transaction on a file beside the database, so it ends with the process however that ends. Another command is
 * waited for a little; the app or the server is not. Refuses with `data-folder-held`, naming the holder.
 */
export const takeOwnership = async (home: string, kind: OwnerKind): Promise<Ownership> => {
  await makeHome(home)
  const patience = Date.now() + PATIENCE
  for (;;) {
    const unlock = tryLock(join(home, 'owner.lock'))
    if (unlock !== null) return own(home, kind, unlock)
    const holder = await findOwner(home)
    if ((holder !== undefined && holder.kind !== 'cli') || Date.now() >= patience) throw new Refusal(held(home, holder))
    await sleep(LOOK_AGAIN)
  }
}

const own = async (home: string, kind: OwnerKind, unlock: () => void): Promise<Ownership> => {
  const card: OwnerCard = { kind, pid: process.pid, url: null, token: null, startedAt: new Date().toISOString() }
  let released = false
  const release = async () => {
    if (released) return
    released = true
    await removeOwnerCard(home).finally(unlock)
  }
  try {
    await writeOwnerCard(home, card)
  } catch (error) {
    await release()
    throw unwritable(home, error)
  }
  return { announce: (door) => writeOwnerCard(home, { ...card, ...(door ?? { url: null, token: null }) }), release }
}

const makeHome = async (home: string) => {
  try {
    await mkdir(home, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw unwritable(home, error)
  }
}

/** Returns the way to unlock, or null when someone else has it. */
const tryLock = (file: string): (() => void) | null => {
  let database: Database.Database | undefined
  try {
    database = new Database(file, { timeout: 0 })
    database.exec('BEGIN EXCLUSIVE')
    const held = database
    return () => held.close()
  } catch (error) {
    database?.close()
    if (isSqlite(error, 'SQLITE_BUSY')) return null
    throw isSqlite(error, 'SQLITE_NOTADB')
      ? new Refusal(
          failed('database-unreadable', `The file ${file} is not Posthorn's.`, 'Remove it and start again.', {
            told: because('lock-not-ours', { file }),
          }),
        )
      : unwritable(file, error)
  }
}

const isSqlite = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith(code)

const unwritable = (path: string, error: unknown) => {
  const detail = error instanceof Error ? error.message : String(error)
  const full = /ENOSPC|SQLITE_FULL/.test(`${detail} ${Object(error).code}`)
  return new Refusal(
    full
      ? failed('disk-full', `The disk that holds ${path} is full.`, 'Make room and start again.', {
          detail,
          told: because('data-folder-full', { path }),
        })
      : failed(
          'database-read-only',
          `Posthorn cannot write to ${path}.`,
          'Give yourself write access to the data folder, or choose another one (--home or POSTHORN_HOME).',
          { detail, told: because('data-folder-read-only', { path }) },
        ),
  )
}

const NAMES: Readonly<Record<OwnerKind, string>> = {
  desktop: 'the Posthorn app',
  serve: '"posthorn serve"',
  cli: 'a posthorn command',
}

const held = (home: string, holder: OwnerCard | undefined): Failure =>
  failed(
    'data-folder-held',
    holder
      ? `The data folder ${home} is in use by ${NAMES[holder.kind]} (process ${holder.pid}, since ${holder.startedAt}).`
      : `The data folder ${home} is in use by another process.`,
    holder?.kind === 'cli' || !holder
      ? 'Wait until it ends, then try again.'
      : 'Use that one, or quit it first; or choose another data folder (--home or POSTHORN_HOME).',
    {
      told: because('data-folder-held', {
        home,
        who: holder?.kind ?? 'other',
        process: holder?.pid ?? 0,
        since: holder?.startedAt ?? '',
      }),
    },
  )
