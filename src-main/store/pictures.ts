import type { Store } from '../core/ports.ts'
import type { Session } from './sqlite/session.ts'

export const createPictures = (session: Session): Store['pictures'] => ({
  get: async (accountId) => {
    const row = await session.kysely
      .selectFrom('account_picture')
      .selectAll()
      .where('account_id', '=', accountId)
      .executeTakeFirst()
    if (!row) return undefined
    const { name, source, mime, bytes, fetched_at: fetchedAt } = row
    return { accountId, name, source, mime, bytes, fetchedAt }
  },
  put: async ({ accountId, name, source, mime, bytes, fetchedAt }) => {
    const rest = { name, source, mime, bytes, fetched_at: fetchedAt }
    await session.kysely
      .insertInto('account_picture')
      .values({ account_id: accountId, ...rest })
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet(rest))
      .execute()
  },
  remove: async (accountId) => {
    await session.kysely.deleteFrom('account_picture').where('account_id', '=', accountId).execute()
  },
})
