/*
 * Opens a data folder's store in a process of its own and reads the first page of the queue: node open-child.ts
 * <folder>. Prints the milliseconds from before opening to the page.
 */
import { openStore } from '../../src-main/store/open-store.ts'
import { timed } from './measure.ts'
import { clock, log } from './sample.ts'

const { value: store, ms } = await timed(async () => {
  const opened = await openStore(process.argv[2] ?? '', { clock, log })
  await opened.items.list({ order: 'latest', limit: 50 })
  return opened
})
await store.close()
process.stdout.write(JSON.stringify({ ms }))
