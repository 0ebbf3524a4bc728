import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import type { ItemRow } from '../../../../src-preload/contract/methods.ts'
import type { ItemState } from '../../../../src-preload/contract/model/item.ts'
import { act, type Work, withExamples } from '../act.ts'
import { findAccount } from '../input/find-account.ts'
import { itemTable } from '../output/item-lines.ts'

type ItemFlags = { state?: string[]; account?: string; search?: string; limit: number; cursor?: string }

/** As many as the contract gives at once. */
const PAGE = 200

/** `posthorn items`: the queue. */
export const declareItems = (program: Command): void => {
  withExamples(
    program
      .command('items')
      .description('the queue: every post at every account')
      .option('--state <state>', 'only these states: draft, scheduled, waiting, published, ...; repeatable', states)
      .option('--account <account>', 'only this account, by name or id')
      .option('--search <words>', 'only posts with these words')
      .option('--limit <number>', 'how many at most', amount, 50)
      .option('--cursor <cursor>', 'go on from where an earlier list ended'),
    'items',
    'items --state failed,waiting --account Alice',
    'items --search "spring sale" --limit 500 --json',
  ).action(act(items))
}

const items = async ({ caller, out }: Work, flags: ItemFlags) => {
  const accountId = flags.account === undefined ? undefined : (await findAccount(caller, flags.account)).id
  const entries: ItemRow[] = []
  let cursor = flags.cursor ?? null
  do {
    const page = await caller.call('items.list', {
      limit: Math.min(PAGE, flags.limit - entries.length),
      // What is no state is for the gate to refuse.
      ...(flags.state ? { states: flags.state as ItemState[] } : {}),
      ...(accountId === undefined ? {} : { accountId }),
      ...(flags.search === undefined ? {} : { search: flags.search }),
      ...(cursor === null ? {} : { cursor }),
    })
    entries.push(...page.entries)
    cursor = page.cursor
  } while (cursor !== null && entries.length < flags.limit)
  out.result({ entries, cursor }, () =>
    cursor === null ? itemTable(entries) : `${itemTable(entries)}\nThere are more: --cursor ${cursor}`,
  )
}

const states = (value: string, before: readonly string[] = []) => [
  ...before,
  ...value.split(',').map((one) => one.trim()),
]

const amount = (value: string): number => {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Use a whole number, at least 1.')
  return number
}
