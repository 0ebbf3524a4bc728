import { sql } from 'kysely'
import type { Store } from '../core/ports.ts'
import type { Session } from './sqlite/session.ts'

/** Secrets come sealed and leave sealed: what is in the file is of no use without the vault. */
export const createSecrets = (session: Session): Store['secrets'] => ({
  get: async (name) =>
    session.kysely.selectFrom('secret').select(['keeper', 'sealed']).where('name', '=', name).executeTakeFirst(),
  put: async (name, { keeper, sealed }) => {
    await session.kysely
      .insertInto('secret')
      .values({ name, keeper, sealed })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ keeper, sealed }))
      .execute()
  },
  removeAll: async (prefix) => {
    await session.kysely
      .deleteFrom('secret')
      .where(sql`substr(name, 1, length(${prefix}))`, '=', prefix)
      .execute()
  },
})
