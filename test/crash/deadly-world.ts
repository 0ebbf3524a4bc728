import type { Channel } from '../../src-main/channels/channel.ts'
import type { Store } from '../../src-main/core/ports.ts'
import type { ItemRecord } from '../../src-main/core/records.ts'
import type { Point } from './kill-plan.ts'

/** `channel`: whose item or call it is. */
type Hit = (point: Point, channel: string) => void
type Step = 'save' | 'claim' | 'part' | 'finish'

/** The store, telling when it is just before and just after the writes that matter. */
export const deadlyStore = (store: Store, hit: Hit): Store => ({
  ...store,
  transaction: async (work) => {
    const written = new Map<string, { step: Step; channel: string }>()
    const result = await store.transaction(async (within) => {
      const value = await work({
        ...within,
        items: {
          ...within.items,
          put: async (item) => {
            const before = await within.items.get(item.id)
            const step = stepOf(before, item)
            if (step) written.set(`${step} ${item.channel}`, { step, channel: item.channel })
            await within.items.put(item)
          },
        },
        attempts: {
          ...within.attempts,
          put: async (attempt) => {
            const channel = (await within.items.get(attempt.itemId))?.channel ?? ''
            if (attempt.outcome === 'open') hit('attempt:before-row', channel)
            await within.attempts.put(attempt)
            if (attempt.outcome === 'open') hit('attempt:after-row', channel)
          },
        },
      })
      for (const { step, channel } of written.values()) hit(`${step}:before-commit`, channel)
      return value
    })
    for (const { step, channel } of written.values()) hit(`${step}:after-commit`, channel)
    return result
  },
})

const stepOf = (before: ItemRecord | undefined, after: ItemRecord): Step | null => {
  if (after.state === 'scheduled' && before?.state !== 'scheduled') return 'save'
  if (after.state === 'publishing' && before?.state !== 'publishing') return 'claim'
  if (after.state === 'publishing' && after.parts.length > (before?.parts.length ?? 0)) return 'part'
  return after.state === 'published' ? 'finish' : null
}

/** A channel, telling when it is about to send and when it has its answer. */
export const deadlyChannel = (channel: Channel, hit: Hit): Channel => ({
  ...channel,
  publish: async (work) => {
    hit('channel:before-send', channel.descriptor.key)
    const outcome = await channel.publish(work)
    hit('channel:after-answer', channel.descriptor.key)
    return outcome
  },
})
