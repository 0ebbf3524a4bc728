import { meter } from '../../src-preload/contract/model/quota.ts'
import type { Store } from '../core/ports.ts'
import type { MeterRecord } from '../core/records.ts'
import { fromJson, toJson } from './rows/json.ts'
import type { MeterTable } from './rows/outside-tables.ts'
import type { Quarantine } from './rows/quarantine.ts'
import { build, places, query } from './sqlite/query.ts'
import type { Session } from './sqlite/session.ts'

export const createMeters = (session: Session, quarantine: Quarantine): Store['meters'] => ({
  list: () =>
    session.read((connection) =>
      quarantine.read(connection, 'meter', connection.all(all.with({})), (row) => row.id, toMeter),
    ),
  put: (one) => session.write((connection) => void connection.run(put.with(toRow(one)))),
  remove: (id) => session.write((connection) => connection.run(remove.with({ id })) > 0),
})

const toRow = ({ id, subject, unit, limit, window }: MeterRecord): MeterTable => ({
  id,
  subject: toJson(subject),
  unit,
  limit,
  window: toJson(window),
})

const toMeter = (row: MeterTable): MeterRecord => ({
  id: row.id,
  subject: fromJson(meter.shape.subject, row.subject),
  unit: meter.shape.unit.parse(row.unit),
  limit: row.limit,
  window: fromJson(meter.shape.window, row.window),
})

const CHANGING = ['subject', 'unit', 'limit', 'window'] as const satisfies (keyof MeterTable)[]

const put = query<MeterTable>()((place) =>
  build
    .insertInto('meter')
    .values(places(place, ['id', ...CHANGING]))
    .onConflict((conflict) => conflict.column('id').doUpdateSet(places(place, CHANGING))),
)

const remove = query<{ id: string }>()((place) => build.deleteFrom('meter').where('id', '=', place('id')))

const all = query<Record<string, never>>()(() => build.selectFrom('meter').selectAll().orderBy('id'))
