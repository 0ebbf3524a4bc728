import type { Context } from 'hono'
import type { Account } from '../../../../src-preload/contract/model/account.ts'
import type { When } from '../../../../src-preload/contract/model/post.ts'
import type { MeterState } from '../../../../src-preload/contract/model/quota.ts'
import type { ApiEnv } from '../../api-env.ts'
import type { AccountBook } from '../kit/account-book.ts'
import { ask } from '../kit/ask.ts'

/** The answer to a post that costs more than there is: what it would take, target by target, and what is left. */
export const insufficientCredits = async (
  c: Context<ApiEnv>,
  book: AccountBook,
  accounts: readonly Account[],
  when: When,
): Promise<Response> => {
  const accountIds = accounts.map(({ id }) => id)
  const [forecast, { meters }] = await Promise.all([
    ask(c.var.side, 'quota.forecast', { accountIds, when }),
    ask(c.var.side, 'quota.get', {}),
  ])
  return c.json(
    {
      error: 'InsufficientCredits',
      required: forecast.entries.reduce((sum, { credits }) => sum + credits, 0),
      available: leastLeft(meters, accountIds),
      breakdown: forecast.entries.flatMap(({ accountId, credits }) => {
        const account = book.get(accountId)
        return account === undefined ? [] : [{ account_id: book.wireId(account), platform: account.channel, credits }]
      }),
    },
    402,
  )
}

/** What is left of the credits that these accounts may spend: the tightest limit decides. */
const leastLeft = (meters: readonly MeterState[], accountIds: readonly string[]): number =>
  Math.min(
    ...meters.flatMap((meter) =>
      meter.unit === 'credits' &&
      meter.remaining !== null &&
      (meter.subject.kind !== 'account' || accountIds.includes(meter.subject.accountId))
        ? [meter.remaining]
        : [],
    ),
    Number.MAX_SAFE_INTEGER,
  )
