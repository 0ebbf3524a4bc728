import { move } from '../core/lifecycle.ts'
import type { ItemRecord, Millis } from '../core/records.ts'
import { SEND_DEADLINE } from './deadline.ts'
import type { World } from './world.ts'

/** How often at most the lease of what is on its way is written again. */
const RENEW_EVERY: Millis = 60_000
/** How long a claim holds: until its deadline, which may have moved since it was written, and time to write the outcome. */
export const LEASE: Millis = SEND_DEADLINE + RENEW_EVERY + 60_000

/** Keeps the claim of an item on disk alive while its upload moves. */
export const createLease = ({ store, clock, log }: World, { id, attempts }: ItemRecord): { moved(): void } => {
  let written = clock.now()
  const renew = () =>
    store.transaction(async (within) => {
      const item = await within.items.get(id)
      // Somebody else may have it by now, or it has come to its end.
      if (item?.attempts !== attempts) return
      const now = clock.now()
      const renewed = move(item, { kind: 'extend', leaseUntil: now + LEASE }, now)
      if (renewed.ok) await within.items.put(renewed.value)
    })
  return {
    moved: () => {
      const now = clock.now()
      if (Math.abs(now - written) < RENEW_EVERY) return
      written = now
      renew().catch((error: unknown) => log.warn('a lease could not be extended', { itemId: id, error: String(error) }))
    },
  }
}
