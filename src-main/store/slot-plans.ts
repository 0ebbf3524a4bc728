import { slotPlan } from '../../src-preload/contract/model/slot-plan.ts'
import type { Store } from '../core/ports.ts'
import type { SlotPlanRecord } from '../core/records.ts'
import { refuse } from '../core/refusal.ts'
import { foldedName } from './rows/folded-name.ts'
import { fromJson, toJson } from './rows/json.ts'
import type { SlotPlanTable } from './rows/outside-tables.ts'
import type { Quarantine } from './rows/quarantine.ts'
import { build, places, query } from './sqlite/query.ts'
import type { Session } from './sqlite/session.ts'
import { because } from '../core/told.ts'

export const createSlotPlans = (session: Session, quarantine: Quarantine): Store['slotPlans'] => ({
  list: () =>
    session.read((connection) =>
      quarantine.read(connection, 'slot-plan', connection.all(all.with({})), (row) => row.id, toPlan),
    ),
  put: (plan) =>
    session.write((connection) => {
      const row = toRow(plan)
      if (connection.first(namesake.with(row))) refuse(...taken(plan.name))
      connection.run(put.with(row))
    }),
  remove: (id) => session.write((connection) => connection.run(remove.with({ id })) > 0),
})

const toRow = (plan: SlotPlanRecord): SlotPlanTable => ({
  id: plan.id,
  name: plan.name,
  name_key: foldedName(plan.name),
  zone: plan.zone,
  times: toJson(plan.times),
  created_at: plan.createdAt,
})

const toPlan = (row: SlotPlanTable): SlotPlanRecord => ({
  id: row.id,
  name: row.name,
  zone: row.zone,
  times: fromJson(slotPlan.shape.times, row.times),
  createdAt: row.created_at,
})

const taken = (name: string) =>
  [
    'invalid-input',
    `There is already a plan of slots named "${name}".`,
    'Choose another name.',
    { field: 'name', told: because('plan-name-taken', { name }) },
  ] as const

const CHANGING = ['name', 'name_key', 'zone', 'times', 'created_at'] as const satisfies (keyof SlotPlanTable)[]

const put = query<SlotPlanTable>()((place) =>
  build
    .insertInto('slot_plan')
    .values(places(place, ['id', ...CHANGING]))
    .onConflict((conflict) => conflict.column('id').doUpdateSet(places(place, CHANGING))),
)

const namesake = query<SlotPlanTable>()((place) =>
  build.selectFrom('slot_plan').select('id').where('name_key', '=', place('name_key')).where('id', '<>', place('id')),
)

const remove = query<{ id: string }>()((place) => build.deleteFrom('slot_plan').where('id', '=', place('id')))

const all = query<Record<string, never>>()(() =>
  build.selectFrom('slot_plan').selectAll().orderBy('created_at').orderBy('id'),
)
