import { openStore } from '../../src-main/store/open-store.ts'
import type { AccountRecord, Millis } from '../../src-main/core/records.ts'
import { createDice } from './measure.ts'
import { clock, createItem, log, NOW, post, stateOf, textOf, timeOf } from './sample.ts'

/** Makes a data folder with so many posts, each with an item, through the store itself; what is now stands at `now`. */
export const fillFolder = async (
  folder: string,
  many: number,
  accounts: readonly [AccountRecord, ...AccountRecord[]],
  now: Millis = NOW,
): Promise<void> => {
  const store = await openStore(folder, { clock, log })
  const dice = createDice(1)
  for (const one of accounts) await store.accounts.put(one)
  for (let start = 0; start < many; start += 10_000) {
    await store.transaction(async (within) => {
      for (let number = start; number < Math.min(many, start + 10_000); number++) {
        const at = timeOf(number, many)
        const owner = accounts[Math.floor(accounts.length * dice() ** 2)] ?? accounts[0]
        const shown = at - NOW + now
        await within.posts.put(post(number, shown, textOf(dice)))
        await within.items.put(createItem(number, owner, shown, stateOf(at, dice)))
      }
    })
  }
  await store.close()
}
