import { hook } from '../../src-preload/contract/model/hook.ts'
import type { Store } from '../core/ports.ts'
import type { HookRecord } from '../core/records.ts'
import { fromJson, toJson } from './rows/json.ts'
import type { HookTable } from './rows/outside-tables.ts'
import type { Quarantine } from './rows/quarantine.ts'
import { build, places, query } from './sqlite/query.ts'
import type { Session } from './sqlite/session.ts'

export const createHooks = (session: Session, quarantine: Quarantine): Store['hooks'] => ({
  list: () =>
    session.read((connection) =>
      quarantine.read(connection, 'hook', connection.all(all.with({})), (row) => row.id, toHook),
    ),
  put: (one) => session.write((connection) => void connection.run(put.with(toRow(one)))),
  remove: (id) => session.write((connection) => connection.run(remove.with({ id })) > 0),
})

const toRow = (one: HookRecord): HookTable => ({
  id: one.id,
  url: one.url,
  events: toJson(one.events),
  active: one.active ? 1 : 0,
  created_at: one.createdAt,
})

const toHook = (row: HookTable): HookRecord => ({
  id: row.id,
  url: row.url,
  events: fromJson(hook.shape.events, row.events),
  active: row.active === 1,
  createdAt: row.created_at,
})

const CHANGING = ['url', 'events', 'active', 'created_at'] as const satisfies (keyof HookTable)[]

const put = query<HookTable>()((place) =>
  build
    .insertInto('hook')
    .values(places(place, ['id', ...CHANGING]))
    .onConflict((conflict) => conflict.column('id').doUpdateSet(places(place, CHANGING))),
)

const remove = query<{ id: string }>()((place) => build.deleteFrom('hook').where('id', '=', place('id')))

const all = query<Record<string, never>>()(() =>
  build.selectFrom('hook').selectAll().orderBy('created_at').orderBy('id'),
)
