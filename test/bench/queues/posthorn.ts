import { openStore } from '../../../src-main/store/open-store.ts'
import { move } from '../../../src-main/core/lifecycle.ts'
import type { Move } from '../../../src-main/core/lifecycle.ts'
import type { ItemRecord } from '../../../src-main/core/records.ts'
import type { Store } from '../../../src-main/core/ports.ts'
import { account, clock, createItem, log, NOW, post, textOf } from '../sample.ts'
import { createDice } from '../measure.ts'
import type { BenchQueue } from './queue.ts'

/** The store as the scheduler uses it: what was sent is written down and the next is claimed in one transaction. */
export const openPosthorn = async (folder: string): Promise<BenchQueue> => {
  const store = await openStore(folder, { clock, log })
  return {
    fill: async (jobs) => {
      const dice = createDice(7)
      const owner = account(1)
      await store.transaction(async (within) => {
        await within.accounts.put(owner)
        for (let number = 0; number < jobs; number++) {
          await within.posts.put(post(number, NOW, textOf(dice)))
          await within.items.put(createItem(number, owner, NOW - jobs + number, 'scheduled'))
        }
      })
    },
    drain: async (jobs) => {
      let claimed: ItemRecord | undefined
      for (let done = 0; done <= jobs; done++) {
        claimed = await store.transaction(async (within) => {
          if (claimed) await complete(within, claimed)
          return claimNext(within)
        })
      }
      if (claimed) throw new Error('There were more jobs than were put in.')
    },
    close: () => store.close(),
  }
}

const moved = (item: ItemRecord, by: Move): ItemRecord => {
  const reply = move(item, by, NOW)
  if (!reply.ok) throw new Error(reply.failure.message)
  return reply.value
}

const claimNext = async (within: Store): Promise<ItemRecord | undefined> => {
  const [item] = await within.items.due(NOW, 1, [])
  if (!item) return undefined
  const claimed = moved(item, { kind: 'claim', leaseUntil: NOW + 60_000, marker: '3lxyzxyzxyzxy' })
  await within.items.put(claimed)
  const open = { endedAt: null, outcome: 'open', failure: null } as const
  await within.attempts.put({ itemId: item.id, number: claimed.attempts, startedAt: NOW, ...open })
  return claimed
}

const complete = async (within: Store, item: ItemRecord): Promise<void> => {
  const url = 'https://bsky.app/profile/account-1.bsky.social/post/3lxyzxyzxyzxy'
  const remote = { id: 'at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/app.bsky.feed.post/3lxyzxyzxyzxy', url, parts: [] }
  await within.items.put(moved(item, { kind: 'succeed', remote }))
  const closed = { endedAt: NOW, outcome: 'published', failure: null } as const
  await within.attempts.put({ itemId: item.id, number: item.attempts, startedAt: NOW, ...closed })
}
