/*
 * Writes until it is killed: node kill-writer.ts <folder>. Says the number of each item once the store has
 * acknowledged it.
 */
import { writeSync } from 'node:fs'
import { openStore } from '../../src-main/store/open-store.ts'
import { aPost, anAccount, anItem } from '../fixtures/records.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const store = await openStore(process.argv[2] ?? '', {
  clock: { now: () => Date.now(), after: () => () => {} },
  log: quiet,
})
await store.accounts.put(anAccount())
for (let number = 1; ; number++) {
  const suffix = String(number).padStart(11, '0')
  await store.transaction(async (within) => {
    await within.posts.put(aPost({ id: `pst_${suffix}`, text: `Number ${number}` }))
    await within.items.put(anItem({ id: `itm_${suffix}`, postId: `pst_${suffix}`, state: 'scheduled', nextAt: number }))
    await within.attempts.put({
      itemId: `itm_${suffix}`,
      number: 1,
      startedAt: number,
      endedAt: null,
      outcome: 'open',
      failure: null,
    })
  })
  writeSync(1, `${number}\n`)
}
