import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settled, Snapshot } from '../../src-preload/contract/model/snapshot.ts'
import { settleRestored } from '../app/after-restore.ts'
import { createChannels } from '../channels/index.ts'
import type { Clock, Log, Store } from '../core/ports.ts'
import { assertWhole } from '../store/file/copy-database.ts'
import { copyClosed, makeReplacing, putInPlace, setDamagedAside } from '../store/file/replace-file.ts'
import { type Salvaged, salvage } from '../store/file/salvage.ts'
import { openSnapshots } from '../store/file/snapshot.ts'
import { openStore } from '../store/open-store.ts'
import { createLogFile } from './log-file.ts'
import type { OwnerKind } from './owner-card.ts'
import { takeOwnership } from './owner-lock.ts'
import { systemClock } from './system-clock.ts'

/** Out of what a database that cannot be opened is made anew: what can be read of it, or a snapshot, by its name. */
export type Recovery = { kind: 'salvage' } | { kind: 'snapshot'; name: string }

export type Recovered = {
  /** Where the damaged database was set aside, as it was. */
  aside: string
  /** What could be read of it; null where a snapshot took its place. */
  salvaged: Salvaged | null
  settled: Settled
}

/** The snapshots there are to go back to, newest first. */
export const goodSnapshots = async (home: string): Promise<Snapshot[]> =>
  (await openSnapshots(home, systemClock).list()).filter(({ counts }) => counts !== null)

/**
 * Makes a damaged data folder usable again. The damaged database is set aside first and never deleted; items that may
 * have been sent are held against what can be read of it. On any failure everything is as it was.
 */
export const recoverHome = async (home: string, kind: OwnerKind, by: Recovery): Promise<Recovered> => {
  const ownership = await takeOwnership(home, kind)
  try {
    return await recover(home, by, { clock: systemClock, log: createLogFile(join(home, 'logs'), systemClock) })
  } finally {
    await ownership.release()
  }
}

const recover = async (home: string, by: Recovery, tools: { clock: Clock; log: Log }): Promise<Recovered> => {
  const aside = await setDamagedAside(home, tools.clock)
  const folder = await makeReplacing(home)
  try {
    const read = join(folder, 'read')
    const salvaged = await readable(home, folder, read, by, tools)
    const candidate = by.kind === 'salvage' ? read : join(folder, 'snapshot')
    if (by.kind === 'snapshot') {
      await copyClosed(openSnapshots(home, tools.clock).path(by.name), candidate)
      await assertWhole(join(candidate, 'posthorn.db'))
    }
    const settled = await settle(candidate, by.kind === 'snapshot' && salvaged ? read : null, tools)
    await putInPlace(home, candidate)
    tools.log.warn('the database was recovered', { by, aside, salvaged })
    return { aside, salvaged: by.kind === 'salvage' ? salvaged : null, settled }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What can be read of the damaged file, as a database of its own; for a snapshot it only tells what was sent. */
const readable = async (
  home: string,
  folder: string,
  to: string,
  by: Recovery,
  tools: { clock: Clock; log: Log },
): Promise<Salvaged | null> => {
  const damaged = join(folder, 'damaged')
  await copyClosed(join(home, 'posthorn.db'), damaged)
  try {
    return await salvage(join(damaged, 'posthorn.db'), to, tools)
  } catch (error) {
    if (by.kind === 'salvage') throw error
    tools.log.warn('nothing can be read of the damaged database', { error: String(error) })
    return null
  }
}

const settle = async (folder: string, ledgerIn: string | null, tools: { clock: Clock; log: Log }): Promise<Settled> => {
  const channels = createChannels({ ...tools, random: Math.random, network: { isOnline: () => true } })
  const copy = await openStore(folder, tools)
  let ledger: Store | null = null
  try {
    if (ledgerIn !== null) ledger = await openStore(ledgerIn, tools)
    return await settleRestored(copy, ledger, { channels, clock: tools.clock })
  } finally {
    await ledger?.close()
    await copy.close()
  }
}
