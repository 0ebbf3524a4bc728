import type { Channel } from '../../src-main/channels/channel.ts'
import type { Store } from '../../src-main/core/ports.ts'
import type { ItemRecord } from '../../src-main/core/records.ts'
import type { Point } from './kill-plan.ts'

type Hit = (point: Point) => void

/** The store, telling when it is just before and just after the commits that matter. */
export const deadlyStore = (store: Store, hit: Hit): Store => ({
  ...store,
  transaction: async (work) => {
    const written = new Set<'save' | 'claim' | 'part' | 'finish'>()
    const result = await store.transaction(async (within) => {
      const value = await work({
        ...within,
        items: {
          ...within.items,
          put: async (item) => {
            const before = await within.items.get(item.id)
            const step = stepOf(before, item)
            if (step) written.add(step)
            await within.items.put(item)
          },
        },
      })
      for (const step of written) hit(`${step}:before-commit`)
      return value
    })
    for (const step of written) hit(`${step}:after-commit`)
    return result
  },
})

const stepOf = (before: ItemRecord | undefined, after: ItemRecord): 'save' | 'claim' | 'part' | 'finish' | null => {
  if (after.state === 'scheduled' && before?.state !== 'scheduled') return 'save'
  if (after.state === 'publishing' && before?.state !== 'publishing') return 'claim'
  if (after.state === 'publishing' && after.parts.length > (before?.parts.length ?? 0)) return 'part'
  return after.state === 'published' ? 'finish' : null
}

/** A channel, telling when it is about to send and when it has its answer. */
export const deadlyChannel = (channel: Channel, hit: Hit): Channel => ({
  ...channel,
  publish: async (work) => {
    hit('channel:before-send')
    const outcome = await channel.publish(work)
    hit('channel:after-answer')
    return outcome
  },
})
