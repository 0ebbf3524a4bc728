import type { AccountHealth } from '../../src-preload/contract/model/account.ts'
import type { Handlers } from '../core/gate.ts'
import type { AccountRecord, Millis } from '../core/records.ts'
import { listDestinations } from './destinations.ts'
import { findAccount } from './lookups.ts'
import type { Parts } from './parts.ts'
import { isoInstant } from './views.ts'
import { because } from '../core/told.ts'

type Recommendation = AccountHealth['recommendations'][number]

const DAY: Millis = 86_400_000
/** An account that was not looked at for so long may have ended without anybody noticing. */
const STALE: Millis = 30 * DAY

/** How accounts stand, and where they can publish to. */
export const createAccountHealthHandlers = (parts: Parts) => {
  const { store, channels, clock } = parts.world

  const healthOf = async (account: AccountRecord): Promise<AccountHealth> => {
    const held = (await store.items.inStates(['waiting'], { accountId: account.id })).length
    const lastPublishedAt = await store.items.lastPublishedAt(account.id)
    return {
      channel: account.channel,
      accountId: account.id,
      connection: account.connection,
      checkedAt: account.checkedAt === null ? null : isoInstant(account.checkedAt),
      lastPublishedAt: lastPublishedAt === null ? null : isoInstant(lastPublishedAt),
      held,
      recommendations: recommend(account, held, clock.now()),
    }
  }

  return {
    'accounts.health': async () => {
      const accounts = await store.accounts.list()
      const used = new Set(accounts.map(({ channel }) => channel))
      const unused = [...channels.values()].map(({ descriptor }) => descriptor).filter(({ key }) => !used.has(key))
      return {
        entries: [
          ...(await Promise.all(accounts.map(healthOf))),
          ...unused.map(({ key, name }) => neverConnected(key, name)),
        ],
      }
    },
    'accounts.destinations': async ({ accountId }) => ({
      entries: [...(await listDestinations(parts, await findAccount(store, accountId)))],
    }),
  } satisfies Partial<Handlers>
}

const recommend = (account: AccountRecord, held: number, now: Millis): Recommendation[] => [
  ...connectionAdvice(account, now),
  ...(isCut(account) ? [] : permissionAdvice(account)),
  ...(held > 0
    ? [
        {
          severity: 'warning' as const,
          message: held === 1 ? 'A post waits for this account.' : `${held} posts wait for this account.`,
          next: isCut(account) ? 'They go on when it is connected again.' : 'Look at them in the queue.',
          told: because('advice-waiting', { count: held, cut: String(isCut(account)) }),
        },
      ]
    : []),
  ...(!isCut(account) && account.checkedAt !== null && now - account.checkedAt >= STALE
    ? [
        {
          severity: 'note' as const,
          message: `It was not checked for ${Math.floor((now - account.checkedAt) / DAY)} days.`,
          next: 'Check it, so that the next post does not have to find out.',
          told: because('advice-unchecked', { days: Math.floor((now - account.checkedAt) / DAY) }),
        },
      ]
    : []),
]

const isCut = ({ connection }: AccountRecord) => connection === 'signed-out' || connection === 'disconnected'

const connectionAdvice = (account: AccountRecord, now: Millis): Recommendation[] => {
  switch (account.connection) {
    case 'signed-out':
      return [
        {
          severity: 'error',
          message: account.failure?.message ?? 'The channel no longer accepts the sign-in of this account.',
          next: account.failure?.next ?? 'Connect it again.',
          told: account.failure ? account.failure.told : because('advice-signed-out'),
        },
      ]
    case 'disconnected':
      return [
        {
          severity: 'note',
          message: 'It is disconnected.',
          next: 'Connect it again to publish with it.',
          told: because('advice-cut'),
        },
      ]
    case 'expiring':
      return [
        {
          severity: 'warning',
          message: `Its sign-in ends ${inDays((account.expiresAt ?? now) - now)}.`,
          next: 'Connect it again before that.',
          told: because('advice-expiring', { days: daysIn((account.expiresAt ?? now) - now) }),
        },
      ]
    case 'valid':
      // What a check met that says nothing of the credential, such as a server that did not answer.
      return account.failure
        ? [
            {
              severity: 'warning',
              message: account.failure.message,
              next: account.failure.next,
              told: account.failure.told,
            },
          ]
        : []
  }
}

/** What the network did not allow is found out now, and not by the post that needs it. */
const permissionAdvice = ({ permissions }: AccountRecord): Recommendation[] => {
  const missing = permissions.filter(({ granted }) => !granted)
  if (missing.length === 0) return []
  return [
    {
      severity: 'warning',
      message: `${missing.length === 1 ? 'A permission is' : `${missing.length} permissions are`} missing: ${missing.map(({ name, why }) => `${name} (${purpose(why)})`).join(', ')}.`,
      next: 'Connect it again, and allow all that is asked for.',
      told: because('advice-permissions', { count: missing.length, names: missing.map(({ name }) => name).join(', ') }),
    },
  ]
}

/** `To post.` as a part of a sentence. */
const purpose = (why: string) => why.replace(/\.$/, '').replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())

/** Days that have begun; none is left: 0. */
const daysIn = (left: Millis): number => Math.max(0, Math.ceil(left / DAY))

const inDays = (left: Millis): string => {
  const days = daysIn(left)
  return days === 0 ? 'now' : days === 1 ? 'within a day' : `in ${days} days`
}

const neverConnected = (channel: string, name: string): AccountHealth => ({
  channel,
  accountId: null,
  connection: 'never',
  checkedAt: null,
  lastPublishedAt: null,
  held: 0,
  recommendations: [
    {
      severity: 'note',
      message: `Nothing was ever connected on ${name}.`,
      next: 'Add an account to publish there.',
      told: because('advice-never', { channel: name }),
    },
  ],
})
