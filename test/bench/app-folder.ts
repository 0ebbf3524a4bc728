import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { AccountRecord } from '../../src-main/core/records.ts'
import { openStore } from '../../src-main/store/open-store.ts'
import { fillFolder } from './fill.ts'
import { account, createItem, log, NOW, timeOf } from './sample.ts'

const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'posthorn')
const HOUR = 3_600_000

/** By hand, each by another network's rules: nothing that is shown or checked needs the network. */
const RULES = ['x', 'linkedin', 'threads', 'mastodon', 'bluesky']

const accountsIn = (folder: string): [AccountRecord, ...AccountRecord[]] => {
  const byHand = (rules: string, number: number): AccountRecord => ({
    ...account(number),
    channel: 'assisted',
    name: `By ${rules}`,
    settings: { site: `https://${rules}.example.com/post`, rules, path: join(folder, 'to-post', rules) },
    identity: `${rules}.example.com`,
  })
  const [first = 'any', ...others] = RULES
  return [byHand(first, 0), ...others.map((rules, index) => byHand(rules, index + 1))]
}

/** A data folder with so many posts for five accounts. It is made once; what is to come lies ahead of now each time. */
export const appFolder = async (many: number): Promise<string> => {
  const folder = join(cache, `bench-app-${many}`)
  if (!existsSync(folder)) {
    const making = `${folder}.making`
    rmSync(making, { recursive: true, force: true })
    mkdirSync(making, { recursive: true })
    await fillFolder(making, many, accountsIn(folder), Date.now())
    renameSync(making, folder)
  }
  await comeAgain(folder, many)
  return folder
}

/** Nothing is due while it is measured: it would be published. */
const comeAgain = async (folder: string, many: number): Promise<void> => {
  const now = Date.now()
  const clock = { now: () => now, after: () => () => {} }
  const store = await openStore(folder, { clock, log })
  const accounts = accountsIn(folder)
  await store.transaction(async (within) => {
    for (let number = many - 1; timeOf(number, many) > NOW; number--) {
      const owner = accounts[number % accounts.length] ?? accounts[0]
      await within.items.put(createItem(number, owner, timeOf(number, many) - NOW + now + HOUR, 'scheduled'))
    }
  })
  await store.close()
}
