import { sql } from 'kysely'
import { z } from 'zod'
import { failure } from '../../src-preload/contract/failure.ts'
import { type AttemptOutcome, attemptOutcome } from '../../src-preload/contract/model/item.ts'
import type { Store } from '../core/ports.ts'
import type { AttemptRecord, Millis } from '../core/records.ts'
import { cursorOf } from './rows/cursor.ts'
import { fromJsonOrNull, toJsonOrNull } from './rows/json.ts'
import type { Quarantine } from './rows/quarantine.ts'
import type { AttemptTable } from './rows/tables.ts'
import { build, places, query } from './sqlite/query.ts'
import type { Session } from './sqlite/session.ts'

export const createAttempts = (session: Session, quarantine: Quarantine): Store['attempts'] => ({
  put: (attempt) => session.write((connection) => void connection.run(put.with(toRow(attempt)))),
  ofItem: (itemId) =>
    session.read((connection) =>
      quarantine.read(
        connection,
        'attempt',
        connection.all(ofItem.with({ itemId })),
        (row) => `${row.item_id}/${row.number}`,
        toAttempt,
      ),
    ),
  list: ({ accountId, problems, limit, cursor: after }) =>
    session.read((connection) => {
      const [time, itemId, number] = after === undefined ? START : cursor.read(after)
      const from = { time, itemId, number, accountId: accountId ?? null, problems: problems ? 1 : 0, limit: limit + 1 }
      const rows = connection.all(latest.with(from))
      const page = rows.slice(0, limit)
      const last = page.at(-1)
      const more = last && rows.length > limit
      return {
        entries: quarantine.read(connection, 'attempt', page, (row) => `${row.item_id}/${row.number}`, toAttempt),
        cursor: more ? cursor.write([last.started_at, last.item_id, last.number]) : null,
      }
    }),
})

const cursor = cursorOf('activity', z.tuple([z.number(), z.string(), z.number()]))
/** After every identifier there is. */
const START: [Millis, string, number] = [Number.MAX_SAFE_INTEGER, '\u{10FFFF}', Number.MAX_SAFE_INTEGER]
const NO_PROBLEM = ['open', 'published', 'handed-over', 'settled-found'] as const satisfies AttemptOutcome[]

const toRow = (attempt: AttemptRecord): AttemptTable => ({
  item_id: attempt.itemId,
  number: attempt.number,
  started_at: attempt.startedAt,
  ended_at: attempt.endedAt,
  outcome: attempt.outcome,
  failure: toJsonOrNull(attempt.failure),
})

const toAttempt = (row: AttemptTable): AttemptRecord => ({
  itemId: row.item_id,
  number: row.number,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  outcome: attemptOutcome.parse(row.outcome),
  failure: fromJsonOrNull(failure, row.failure),
})

const CHANGING = ['started_at', 'ended_at', 'outcome', 'failure'] as const satisfies (keyof AttemptTable)[]

const put = query<AttemptTable>()((place) =>
  build
    .insertInto('attempt')
    .values(places(place, ['item_id', 'number', ...CHANGING]))
    .onConflict((conflict) => conflict.doUpdateSet(places(place, CHANGING))),
)

const ofItem = query<{ itemId: string }>()((place) =>
  build.selectFrom('attempt').selectAll().where('item_id', '=', place('itemId')).orderBy('number'),
)

type From = { time: Millis; itemId: string; number: number; accountId: string | null; problems: number; limit: number }

const latest = query<From>()((place) =>
  build
    .selectFrom('attempt')
    .selectAll('attempt')
    .where(
      sql<boolean>`(attempt.started_at, attempt.item_id, attempt.number) < (${place('time')}, ${place('itemId')}, ${place('number')})`,
    )
    .where(sql<boolean>`exists (select 1 from item where item.id = attempt.item_id and item.hidden = 0
      and (${place('accountId')} is null or item.account_id = ${place('accountId')}))`)
    .where(
      sql<boolean>`(${place('problems')} = 0 or attempt.outcome not in (${sql.join(NO_PROBLEM.map((one) => sql.lit(one)))}))`,
    )
    .orderBy('attempt.started_at', 'desc')
    .orderBy('attempt.item_id', 'desc')
    .orderBy('attempt.number', 'desc')
    .limit(place('limit')),
)
