import { sql } from 'kysely'
import type { ItemState, WaitingReason } from '../../src-preload/contract/model/item.ts'
import type { Millis } from '../core/records.ts'
import type { ItemRow } from './rows/tables.ts'
import { type Bound, build, each, type Place, query } from './sqlite/query.ts'

/** What something must be done about by now, soonest first, leaving out accounts that are busy. */
export const due = (now: Millis, limit: number, exceptAccounts: readonly string[]): Bound<ItemRow> =>
  exceptAccounts.length === 0
    ? dueNow.with({ now, limit })
    : dueElsewhere.with({ now, limit, except: JSON.stringify(exceptAccounts) })

/** What something will happen to first. */
export const soonest = (limit: number): Bound<ItemRow> => dueNow.with({ now: Number.MAX_SAFE_INTEGER, limit })

/** Everything in these states: what was planned first comes first. */
export const inStates = (
  states: readonly ItemState[],
  of: { reasons?: readonly WaitingReason[]; accountId?: string },
): Bound<ItemRow> => {
  const values = { states: JSON.stringify(states), reasons: JSON.stringify(of.reasons ?? null) }
  return of.accountId === undefined ? inState.with(values) : inStateOf.with({ ...values, accountId: of.accountId })
}

/** What of an account stands before an item that was meant for that time, looked at last. */
export const ahead = (of: Ahead): Bound<ItemRow> => before.with(of)

type Due = { now: Millis; limit: number }

const pending = (place: Place<Due>) =>
  build
    .selectFrom('item')
    .selectAll()
    .where('hidden', '=', sql.lit(0 as const))
    .where('next_at', 'is not', null)
    .where('next_at', '<=', place('now'))
    .orderBy('next_at')
    .orderBy('id')
    .limit(place('limit'))

const dueNow = query<Due>()(pending)

const dueElsewhere = query<Due & { except: string }>()((place) =>
  pending(place).where('account_id', 'not in', each<string>(place('except'))),
)

type Within = { states: string; reasons: string }

const standing = (place: Place<Within>) =>
  build
    .selectFrom('item')
    .selectAll()
    .where('hidden', '=', sql.lit(0 as const))
    .where('state', 'in', each<ItemState>(place('states')))
    .where(sql<boolean>`(${place('reasons')} = 'null' or waiting_reason in ${each(place('reasons'))})`)
    .orderBy('sort_at')
    .orderBy('seq')

const inState = query<Within>()(standing)

const inStateOf = query<Within & { accountId: string }>()((place) =>
  standing(place).where('account_id', '=', place('accountId')),
)

type Ahead = { accountId: string; meant: Millis; since: Millis; asked: number; away: number }

const before = query<Ahead>()((place) =>
  build
    .selectFrom('item')
    .selectAll()
    .where('hidden', '=', sql.lit(0 as const))
    .where('account_id', '=', place('accountId'))
    .where('state', 'in', sql<ItemState>`('waiting', 'unconfirmed')`)
    .where('sort_at', '<', place('meant'))
    .where('next_at', 'is not', null)
    .where(
      sql<boolean>`iif(state = 'waiting',
        waiting_reason in ('offline', 'turn')
          or (waiting_reason in ('unreachable', 'rate-limited') and waiting_since > ${place('since')}),
        tries < iif(json_valid(failure) and failure ->> '$.code' = 'unreachable', ${place('away')}, ${place('asked')}))`,
    )
    .orderBy('next_at', 'desc')
    .limit(sql.lit(1)),
)
