import type { Store } from '../core/ports.ts'
import type { Session } from './sqlite/session.ts'

export const createUploads = (session: Session): Store['uploads'] => ({
  get: async (itemId, name) => {
    const row = await session.kysely
      .selectFrom('upload')
      .select('value')
      .where('item_id', '=', itemId)
      .where('name', '=', name)
      .executeTakeFirst()
    return row?.value ?? null
  },
  put: async (itemId, name, value) => {
    await session.kysely
      .insertInto('upload')
      .values({ item_id: itemId, name, value })
      .onConflict((conflict) => conflict.columns(['item_id', 'name']).doUpdateSet({ value }))
      .execute()
  },
  ofItem: (itemId) =>
    session.kysely.selectFrom('upload').select(['name', 'value']).where('item_id', '=', itemId).execute(),
  items: async () => {
    const rows = await session.kysely.selectFrom('upload').select('item_id').distinct().execute()
    return rows.map(({ item_id }) => item_id)
  },
  remove: async (itemId, name) => {
    const gone = session.kysely.deleteFrom('upload').where('item_id', '=', itemId)
    await (name === undefined ? gone : gone.where('name', '=', name)).execute()
  },
})
