import type { Health } from '../../src-preload/contract/model/health.ts'
import type { Status } from '../../src-preload/contract/model/status.ts'
import type { Handlers } from '../core/gate.ts'
import type { Millis } from '../core/records.ts'
import { collectDiagnostics } from './diagnostics.ts'
import type { Parts } from './parts.ts'
import type { SnapshotKeeper } from './snapshots.ts'
import { isoInstant, isoOrNull } from './views.ts'

/** Two looks and a half: one alone may be late with a full machine. */
const LATE: Millis = 150_000

/** Whether what Posthorn stands on works. */
export const createHealthHandlers = (
  { world, queue, settings }: Parts,
  snapshots: SnapshotKeeper,
  status: () => Promise<Status>,
) => {
  const { clock, machine, network } = world
  const since = clock.now()

  const health = async (): Promise<Health> => {
    const { version, home, owner, keychain, asleep, paused, unreadable, http } = await status()
    const { database, media, snapshots: copies, free } = await machine.disk()
    const now = clock.now()
    const lookedAt = queue.lastLookAt()
    const { copiedAt, failure } = await snapshots.standing()
    return {
      version,
      home,
      owner,
      keychain,
      asleep,
      paused,
      unreadable,
      http,
      scheduler: {
        lastLookAt: isoOrNull(lookedAt),
        late: now - (lookedAt ?? since) > LATE,
        sending: queue.sending(),
        since: isoInstant(since),
      },
      file: { size: database, media, snapshots: copies, free, copiedAt, failure },
      online: network.isOnline(),
      resting: queue.resting().map((one) => ({ ...one, until: isoInstant(one.until) })),
      memory: machine.memory(),
    }
  }

  return {
    'health.get': health,
    'health.diagnostics': async () => collectDiagnostics(world, await settings.get(), await health()),
  } satisfies Partial<Handlers>
}
