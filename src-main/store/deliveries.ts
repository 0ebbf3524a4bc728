import { sql } from 'kysely'
import { z } from 'zod'
import type { Store } from '../core/ports.ts'
import type { Millis } from '../core/records.ts'
import { cursorOf } from './rows/cursor.ts'
import { type DeliveryValues, toDelivery, toDeliveryValues } from './rows/delivery-row.ts'
import type { Quarantine } from './rows/quarantine.ts'
import type { DeliveryRow } from './rows/tables.ts'
import type { Connection } from './sqlite/connection.ts'
import { type Bound, build, each, type Place, places, query } from './sqlite/query.ts'
import type { Session } from './sqlite/session.ts'

const cursor = cursorOf('deliveries', z.tuple([z.number(), z.number()]))
const START: [Millis, number] = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]

export const createDeliveries = (session: Session, quarantine: Quarantine): Store['deliveries'] => {
  const records = (connection: Connection, rows: readonly DeliveryRow[]) =>
    quarantine.read(connection, 'delivery', rows, (row) => row.id, toDelivery)

  /** Rows that cannot be read are not sent any more, so a second look sees those behind them. */
  const pending = (connection: Connection, bound: Bound<DeliveryRow>) => {
    const rows = connection.all(bound)
    const read = records(connection, rows)
    return read.length === rows.length ? read : records(connection, connection.all(bound))
  }

  return {
    get: (id) => session.read((connection) => records(connection, connection.all(byId.with({ id })))[0]),
    put: (one) =>
      session.write((connection) => {
        const row = toDeliveryValues(one)
        if (connection.run(update.with(row)) === 0) connection.run(insert.with(row))
      }),
    list: ({ hookId, limit, cursor: after }) =>
      session.read((connection) => {
        const [time, seq] = after === undefined ? START : cursor.read(after)
        const from = { time, seq, limit: limit + 1 }
        const rows = connection.all(hookId === undefined ? latest.with(from) : latestOf.with({ ...from, hookId }))
        const page = rows.slice(0, limit)
        const last = page.at(-1)
        const more = last && rows.length > limit
        return { entries: records(connection, page), cursor: more ? cursor.write([last.created_at, last.seq]) : null }
      }),
    due: (now, limit, exceptHooks) =>
      session.read((connection) => pending(connection, due.with({ now, limit, except: JSON.stringify(exceptHooks) }))),
    purge: (before) => session.write((connection) => void connection.run(purge.with({ before }))),
  }
}

const CHANGING = [
  'event',
  'state',
  'attempts',
  'next_at',
  'status',
  'error',
  'created_at',
  'delivered_at',
  'body',
] as const satisfies (keyof DeliveryValues)[]

/** An answer may come after the hook was removed, and its deliveries with it; then there is nothing to keep. */
const insert = query<DeliveryValues>()((place) => {
  const columns = ['id', 'hook_id', ...CHANGING] as const
  return sql`insert into delivery (${sql.join(columns.map((column) => sql.ref(column)))})
    select ${sql.join(columns.map((column) => place(column)))}
    where exists (select 1 from hook where id = ${place('hook_id')})`
})

const update = query<DeliveryValues>()((place) =>
  build.updateTable('delivery').set(places(place, CHANGING)).where('id', '=', place('id')),
)

const byId = query<{ id: string }>()((place) => build.selectFrom('delivery').selectAll().where('id', '=', place('id')))

type From = { time: Millis; seq: number; limit: number }

const newest = (place: Place<From>) =>
  build
    .selectFrom('delivery')
    .selectAll()
    .where(sql<boolean>`(created_at, seq) < (${place('time')}, ${place('seq')})`)
    .orderBy('created_at', 'desc')
    .orderBy('seq', 'desc')
    .limit(place('limit'))

const latest = query<From>()(newest)
const latestOf = query<From & { hookId: string }>()((place) => newest(place).where('hook_id', '=', place('hookId')))

const due = query<{ now: Millis; limit: number; except: string }>()((place) =>
  build
    .selectFrom('delivery')
    .selectAll()
    .where('next_at', 'is not', null)
    .where('next_at', '<=', place('now'))
    .where('hook_id', 'not in', each<string>(place('except')))
    .orderBy('next_at')
    .orderBy('seq')
    .limit(place('limit')),
)

// Of those that were given up only the beginning is known.
const purge = query<{ before: Millis }>()((place) =>
  build
    .deleteFrom('delivery')
    .where('state', '<>', sql.lit('pending' as const))
    .where(sql<number>`coalesce(delivered_at, created_at)`, '<', place('before')),
)
