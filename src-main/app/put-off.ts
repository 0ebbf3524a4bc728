import { move } from '../core/lifecycle.ts'
import { granted } from '../core/refusal.ts'
import type { Millis } from '../core/records.ts'
import type { World } from './world.ts'

/** How far ahead what was put off is looked for, and how many at most. */
const PUT_OFF: Millis = 3_600_000
const AT_ONCE = 200

/** Tries again at once to hand over what could not be handed over: something in the way of it may be gone. */
export const hasten = async ({ store, clock }: World, accountId: string | null): Promise<void> => {
  await store.transaction(async (within) => {
    const now = clock.now()
    for (const item of await within.items.due(now + PUT_OFF, AT_ONCE, [])) {
      const putOff =
        item.state === 'scheduled' && item.override.handOver === true && !item.held && item.failure !== null
      if (!putOff || (accountId !== null && item.accountId !== accountId)) continue
      await within.items.put(granted(move(item, { kind: 'postpone', until: now, failure: item.failure }, now)))
    }
  })
}
