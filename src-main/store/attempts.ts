import { failure } from '../../src-preload/contract/failure.ts'
import { attemptOutcome } from '../../src-preload/contract/model/item.ts'
import type { Store } from '../core/ports.ts'
import type { AttemptRecord } from '../core/records.ts'
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
})

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
