import { move } from '../core/lifecycle.ts'
import { granted } from '../core/refusal.ts'
import { missed } from './claim.ts'
import { takeBack } from './hand-over.ts'
import { findItem } from './lookups.ts'
import type { Parts } from './parts.ts'

/** Makes an item missed again: what was decided about it is taken back, as long as it has not gone out. */
export const createPutBack =
  (parts: Parts) =>
  async (itemId: string): Promise<void> => {
    const { world, announcer, outbox, queue } = parts
    await takeBack(parts, [await findItem(world.store, itemId)])
    const item = await world.store.transaction(async (within) => {
      const before = await findItem(within, itemId)
      const after = granted(move(before, { kind: 'lapse', failure: missed() }, world.clock.now()))
      await within.items.put(after)
      await outbox.item(within, before.state, after)
      return after
    })
    await announcer.moved(world.store, [item])
    await queue.changed()
  }
