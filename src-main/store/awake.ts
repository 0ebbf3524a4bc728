import type { Store } from '../core/ports.ts'
import type { AwakeTable } from './rows/tables.ts'
import { build, places, query } from './sqlite/query.ts'
import type { Session } from './sqlite/session.ts'

/** The hours of the week in which this computer was on. */
export const createAwake = (session: Session): Store['awake'] => ({
  list: () => session.read((connection) => connection.all(all.with({}))),
  put: (hour) => session.write((connection) => void connection.run(put.with(hour))),
})

const COLUMNS = ['weeks', 'last', 'first'] as const satisfies (keyof AwakeTable)[]

const all = query<Record<string, never>>()(() => build.selectFrom('awake').selectAll())

const put = query<AwakeTable>()((place) =>
  build
    .insertInto('awake')
    .values(places(place, ['hour', ...COLUMNS]))
    .onConflict((conflict) => conflict.column('hour').doUpdateSet(places(place, COLUMNS))),
)
