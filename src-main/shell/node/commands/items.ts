import type { Command } from 'commander'
import type { ItemRow } from '../../../../src-preload/contract/methods.ts'
import type { ItemState } from '../../../../src-preload/contract/model/item.ts'
import { act, type Work, withExamples } from '../act.ts'
import { type NarrowFlags, narrowedBy, withNarrowing } from '../input/narrowing.ts'
import { itemTable } from '../output/item-lines.ts'

type ItemFlags = NarrowFlags & { state?: string[] }

/** As many as the contract gives at once. */
const PAGE = 200

/** `posthorn items`: the queue. */
export const declareItems = (program: Command): void => {
  withExamples(
    withNarrowing(
      program
        .command('items')
        .description('the queue: every post at every account')
        .option('--state <state>', 'only these states: draft, scheduled, waiting, published, ...; repeatable', states),
    ),
    'items',
    'items --state failed,waiting --account Alice',
    'items --tag launch --from 2026-12-01 --to 2026-12-31',
    'items --search "spring sale" --limit 500 --json',
  ).action(act(items))
}

const items = async ({ caller, out }: Work, flags: ItemFlags) => {
  const narrowed = await narrowedBy(flags, caller)
  const entries: ItemRow[] = []
  let cursor = flags.cursor ?? null
  do {
    const page = await caller.call('items.list', {
      // What is no state is for the gate to refuse.
      ...(flags.state ? { states: flags.state as ItemState[] } : {}),
      ...narrowed,
      limit: Math.min(PAGE, flags.limit - entries.length),
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
