import { settingsChange } from '../../src-preload/contract/model/settings.ts'
import type { Settings } from '../../src-preload/contract/model/settings.ts'
import type { Store } from '../core/ports.ts'
import type { Quarantine } from './rows/quarantine.ts'
import { toJson } from './rows/json.ts'
import type { SettingTable } from './rows/tables.ts'
import { build, places, query } from './sqlite/query.ts'
import type { Session } from './sqlite/session.ts'

/** Each setting is a row of its own, so that one that cannot be read leaves the others. */
export const createSettings = (session: Session, quarantine: Quarantine): Store['settings'] => ({
  get: () =>
    session.read((connection) => {
      const rows = connection.all(all.with({}))
      return Object.assign({}, ...quarantine.read(connection, 'setting', rows, (row) => row.name, toSetting))
    }),
  put: (change) =>
    session.write((connection) => {
      for (const [name, value] of Object.entries(change)) {
        if (value !== undefined) connection.run(put.with({ name, value: toJson(value) }))
      }
    }),
})

const isSetting = (name: string): name is keyof Settings => Object.hasOwn(settingsChange.shape, name)

const toSetting = ({ name, value }: SettingTable): Partial<Settings> =>
  isSetting(name) ? (settingsChange.parse({ [name]: JSON.parse(value) }) as Partial<Settings>) : {}

const all = query<Record<string, never>>()(() => build.selectFrom('setting').selectAll())

const put = query<SettingTable>()((place) =>
  build
    .insertInto('setting')
    .values(places(place, ['name', 'value']))
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: place('value') })),
)
