import { type Command, InvalidArgumentError } from 'commander'
import type { Input } from '../../../../src-preload/contract/methods.ts'
import type { Caller } from '../caller/caller.ts'
import { collect } from './collect.ts'
import { findAccount } from './find-account.ts'
import { amount } from './numbers.ts'

/** What both lists can be narrowed by. */
export type NarrowFlags = {
  account?: string
  channel?: string
  tag?: string[]
  from?: string
  to?: string
  external?: boolean
  search?: string
  limit: number
  cursor?: string
}

export const withNarrowing = (command: Command): Command =>
  command
    .option('--account <account>', 'only this account, by name or id')
    .option('--channel <channel>', 'only this channel, such as bluesky')
    .option('--tag <tag>', 'only posts with this tag, repeatable: with all of them', collect)
    .option('--from <time>', 'not before: 2026-12-01, or 2026-12-01T09:00:00Z', (value) =>
      instant(value, 'T00:00:00.000'),
    )
    .option('--to <time>', 'not after; a date takes its whole day', (value) => instant(value, 'T23:59:59.999'))
    .option('--external', 'only posts made on the channel itself')
    .option('--no-external', 'without posts made on the channel itself')
    .option('--search <words>', 'only posts with these words')
    .option('--limit <number>', 'how many at most', amount, 50)
    .option('--cursor <cursor>', 'go on from where an earlier list ended')

type Narrowed = Pick<Input<'items.list'>, 'accountId' | 'channel' | 'tags' | 'from' | 'to' | 'external' | 'search'>

/** The flags as the contract takes them. */
export const narrowedBy = async (flags: NarrowFlags, caller: Caller): Promise<Narrowed> => ({
  ...(flags.account === undefined ? {} : { accountId: (await findAccount(caller, flags.account)).id }),
  ...(flags.channel === undefined ? {} : { channel: flags.channel }),
  ...(flags.tag === undefined ? {} : { tags: flags.tag }),
  ...(flags.from === undefined ? {} : { from: flags.from }),
  ...(flags.to === undefined ? {} : { to: flags.to }),
  ...(flags.external === undefined ? {} : { external: flags.external }),
  ...(flags.search === undefined ? {} : { search: flags.search }),
})

/** A date alone is a day of this machine's clock. */
const instant = (value: string, ofDay: string): string => {
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}${ofDay}` : value)
  if (Number.isNaN(at.getTime())) throw new InvalidArgumentError('Use a date such as 2026-12-01.')
  return at.toISOString()
}
