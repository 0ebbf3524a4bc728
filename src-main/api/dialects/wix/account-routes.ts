import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Account } from '../../../../src-preload/contract/model/account.ts'
import type { ApiEnv } from '../../api-env.ts'
import type { AccountBook } from '../kit/account-book.ts'
import { ask } from '../kit/ask.ts'
import { malformed } from '../kit/malformed.ts'
import { readBody, readQuery } from '../kit/read-request.ts'
import { fail } from './application-error.ts'
import { channelName, channelOf, PLACES } from './content-kinds.ts'
import { openBook } from './find-item.ts'

const name = z.string().min(1).max(64)
const named = z.strictObject({ channelName: z.union([name, z.array(name).max(50)]).optional() })
const settings = z.record(z.string().max(64), z.record(z.string().max(64), z.string().min(1).max(200)))

const CONNECTION = {
  valid: 'VALID',
  expiring: 'VALID',
  'signed-out': 'INVALID',
  disconnected: 'DISCONNECTED',
  never: 'NEVER_CREATED',
} as const

/** Accounts: list by channel, state of a channel's connection, default page or board, disconnect. */
export const accountRoutes = (): Hono<ApiEnv> => {
  const routes = new Hono<ApiEnv>()

  routes.get('/accounts', async (c) => {
    const { channelName: asked } = readQuery(c, named)
    const book = await openBook(c)
    const channels = asked === undefined ? null : await Promise.all([asked].flat().map((one) => channel(c, one)))
    const wanted = book.all.filter((account) => channels === null || channels.includes(account.channel))
    const bare = channels?.find((one) => !wanted.some((account) => account.channel === one))
    if (bare !== undefined) {
      fail(400, 'USER_NOT_EXIST_FOR_CHANNEL', `No account was ever connected on ${channelName(bare)}.`)
    }
    return c.json({ accounts: wanted.map((account) => accountView(book, account)) })
  })

  routes.post('/accounts/:accountId/disconnect', async (c) => {
    readBody(c, z.strictObject({}))
    const { id: accountId } = (await openBook(c)).find(c.req.param('accountId'))
    await ask(c.var.side, 'accounts.disconnect', { accountId })
    const book = await openBook(c)
    return c.json({ account: accountView(book, book.find(accountId)) })
  })

  routes.get('/:channelName/long-lived-token-status', async (c) => {
    const key = await channel(c, c.req.param('channelName'))
    const { entries } = await ask(c.var.side, 'accounts.health', {})
    const states = new Set(entries.filter((one) => one.channel === key).map((one) => CONNECTION[one.connection]))
    const status = (['VALID', 'INVALID', 'DISCONNECTED'] as const).find((one) => states.has(one))
    return c.json({ status: status ?? 'NEVER_CREATED' })
  })

  routes.patch('/:channelName/settings', async (c) => {
    const wire = readBody(c, settings)
    const key = await channel(c, c.req.param('channelName'))
    await chooseDefault(c, key, wire)
    const book = await openBook(c)
    const accounts = book.all.filter((account) => account.channel === key)
    return c.json({ accounts: accounts.map((account) => accountView(book, account)) })
  })

  return routes
}

/** The channel of this name, which Posthorn must have. */
export const channel = async (c: Context<ApiEnv>, wireName: string): Promise<string> => {
  const key = channelOf(wireName)
  const { entries } = await ask(c.var.side, 'channels.list', {})
  return entries.some((one) => one.key === key)
    ? key
    : fail(428, 'UNSUPPORTED_CHANNEL', `There is no channel ${wireName.slice(0, 64)}.`)
}

const accountView = (book: AccountBook, account: Account) => {
  const wireName = channelName(account.channel)
  const first = book.all.find((one) => one.channel === account.channel && one.connection !== 'disconnected')
  const place = PLACES[account.channel]?.account ?? 'destination'
  return {
    channelName: wireName,
    [wireName.toLowerCase()]: {
      id: book.wireId(account),
      username: account.identity,
      displayName: account.name,
      ...(account.destination !== null && {
        [place]: { id: account.destination.id, displayName: account.destination.name },
      }),
      connectionStatus: CONNECTION[account.connection],
      settings: { default: first?.id === account.id },
    },
  }
}

/** Makes a page, board or location the one that its account publishes to. */
const chooseDefault = async (c: Context<ApiEnv>, key: string, wire: z.infer<typeof settings>): Promise<void> => {
  const wireKey = channelName(key).toLowerCase()
  const setting = PLACES[key]?.setting ?? 'defaultDestinationId'
  const wanted = wire[wireKey]?.[setting]
  if (wanted === undefined) return malformed([wireKey, setting], `${setting} is required.`, { missing: true })
  for (const account of (await openBook(c)).all) {
    if (account.channel !== key || account.connection === 'disconnected') continue
    const { entries } = await ask(c.var.side, 'accounts.destinations', { accountId: account.id })
    if (!entries.some(({ id }) => id === wanted)) continue
    await ask(c.var.side, 'accounts.update', { accountId: account.id, destination: wanted })
    return
  }
  malformed([wireKey, setting], 'No account on this channel can publish there.')
}
