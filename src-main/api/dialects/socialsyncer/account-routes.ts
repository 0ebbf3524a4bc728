import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Account, AccountHealth } from '../../../../src-preload/contract/model/account.ts'
import { refuseInEnglish } from '../../../core/refusal.ts'
import type { ApiEnv } from '../../api-env.ts'
import { type AccountBook, openAccountBook } from '../kit/account-book.ts'
import { ask } from '../kit/ask.ts'
import { readQuery } from '../kit/read-request.ts'
import { channelOf, platformOf } from './platforms.ts'

const filter = z.strictObject({ platform: z.string().min(1).max(64).optional() })

/** Aliases that Socialit's programs use are not told to these. */
export const openBook = (c: Context<ApiEnv>): Promise<AccountBook> =>
  openAccountBook(c.var.side, (alias) => !alias.startsWith('sa_'))

/** Accounts: list, health, disconnect. */
export const accountRoutes = (): Hono<ApiEnv> => {
  const routes = new Hono<ApiEnv>()

  routes.get('/', async (c) => {
    const { platform } = readQuery(c, filter)
    const book = await openBook(c)
    const wanted = book.all.filter(
      (account) =>
        account.connection !== 'disconnected' && (platform === undefined || account.channel === channelOf(platform)),
    )
    return c.json({
      accounts: wanted.map((account) => ({ ...named(book, account), connectedAt: account.createdAt })),
    })
  })

  routes.get('/health', async (c) => {
    readQuery(c, z.strictObject({}))
    const book = await openBook(c)
    const { entries } = await ask(c.var.side, 'accounts.health', {})
    return c.json({
      accounts: entries.flatMap((health) => {
        const account = health.accountId === null ? undefined : book.get(health.accountId)
        return account === undefined ? [] : [{ ...named(book, account), ...healthView(health) }]
      }),
    })
  })

  routes.delete('/:platform/:accountId', async (c) => {
    const account = (await openBook(c)).find(c.req.param('accountId'))
    if (account.channel !== channelOf(c.req.param('platform'))) {
      refuseInEnglish('not-found', 'Account not found', 'List the accounts and use platform and id of one.')
    }
    await ask(c.var.side, 'accounts.disconnect', { accountId: account.id })
    return c.json({ platform: platformOf(account.channel), accountId: c.req.param('accountId'), disconnected: true })
  })

  return routes
}

const named = (book: AccountBook, account: Account) => ({
  platform: platformOf(account.channel),
  accountId: book.wireId(account),
  username: account.identity,
})

const HEALTH = {
  valid: 'healthy',
  expiring: 'warning',
  'signed-out': 'unhealthy',
  disconnected: 'unhealthy',
  never: 'unhealthy',
} as const

const healthView = (health: AccountHealth) => ({
  health: HEALTH[health.connection],
  tokenValid: health.connection === 'valid' || health.connection === 'expiring',
  // Posthorn does not know them; the key is there for clients that read it.
  permissions: [] as string[],
  recommendations: health.recommendations.map(({ message, next }) => `${message} ${next}`),
})
