import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../../api-env.ts'
import { type AccountBook, openAccountBook } from '../kit/account-book.ts'
import { readQuery } from '../kit/read-request.ts'

export const openBook = (c: Context<ApiEnv>): Promise<AccountBook> =>
  openAccountBook(c.var.side, (alias) => alias.startsWith('sa_'))

/** The accounts a post can be aimed at. */
export const accountRoutes = (): Hono<ApiEnv> => {
  const routes = new Hono<ApiEnv>()
  routes.get('/', async (c) => {
    readQuery(c, z.strictObject({}))
    const book = await openBook(c)
    return c.json({
      accounts: book.all.map((account) => ({
        id: book.wireId(account),
        platform: account.channel,
        name: account.name,
        username: account.identity,
        status: account.connection,
        credits_per_post: account.creditsPerPost,
        created_at: account.createdAt,
      })),
    })
  })
  return routes
}
