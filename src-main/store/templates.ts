import { template } from '../../src-preload/contract/model/template.ts'
import type { Store } from '../core/ports.ts'
import type { TemplateRecord } from '../core/records.ts'
import { foldedName } from './rows/folded-name.ts'
import type { TemplateTable } from './rows/outside-tables.ts'
import type { Quarantine } from './rows/quarantine.ts'
import { build, places, query } from './sqlite/query.ts'
import type { Session } from './sqlite/session.ts'

export const createTemplates = (session: Session, quarantine: Quarantine): Store['templates'] => ({
  list: () =>
    session.read((connection) =>
      quarantine.read(connection, 'template', connection.all(all.with({})), (row) => row.id, toTemplate),
    ),
  put: (record) => session.write((connection) => void connection.run(put.with(toRow(record)))),
  remove: (id) => session.write((connection) => connection.run(remove.with({ id })) > 0),
})

const toRow = ({ createdAt, ...record }: TemplateRecord): TemplateTable => ({
  ...record,
  name_key: foldedName(record.name),
  created_at: createdAt,
})

const toTemplate = (row: TemplateTable): TemplateRecord => ({
  id: row.id,
  kind: template.shape.kind.parse(row.kind),
  name: row.name,
  text: row.text,
  createdAt: row.created_at,
})

const CHANGING = ['kind', 'name', 'name_key', 'text', 'created_at'] as const satisfies (keyof TemplateTable)[]

const put = query<TemplateTable>()((place) =>
  build
    .insertInto('template')
    .values(places(place, ['id', ...CHANGING]))
    .onConflict((conflict) => conflict.column('id').doUpdateSet(places(place, CHANGING))),
)

const remove = query<{ id: string }>()((place) => build.deleteFrom('template').where('id', '=', place('id')))

const all = query<Record<string, never>>()(() =>
  build.selectFrom('template').selectAll().orderBy('name_key').orderBy('id'),
)
