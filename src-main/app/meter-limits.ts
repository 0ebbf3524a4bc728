import type { Feature } from '../../src-preload/contract/model/quota.ts'
import { counts, type Limit } from '../core/meters.ts'
import type { Store } from '../core/ports.ts'
import type { AccountRecord, MeterRecord } from '../core/records.ts'
import type { World } from './world.ts'

/** The limits that stand: the person's meters, kept at hand, and what each channel takes from an account. */
type Limits = {
  /** Those on which a charge counts. `account` null: no item stands for it. Called within transactions alone. */
  on(within: Pick<Store, 'meters'>, feature: Feature, account: AccountRecord | null): Promise<Limit[]>
  /** To be called within the transaction that changes a meter. */
  forget(): void
}

export const createLimits = ({ channels }: Pick<World, 'channels'>): Limits => {
  // Transactions follow one another, so what is read within one was committed by those before it.
  let known: MeterRecord[] | null = null
  return {
    on: async (within, feature, account) => {
      known ??= await within.meters.list()
      const own = known.filter(({ limit, subject }) => limit > 0 && counts(subject, feature, account?.id ?? null))
      return [...own.map(personLimit), ...(account ? channelLimits(channels, account) : [])]
    },
    forget: () => void (known = null),
  }
}

export const personLimit = ({ subject, unit, limit, window }: MeterRecord): Limit => ({
  subject,
  unit,
  limit,
  window,
  source: 'person',
})

export const channelLimits = (channels: World['channels'], account: AccountRecord): Limit[] =>
  (channels.get(account.channel)?.descriptor.rates ?? []).map(({ posts, seconds }) => ({
    subject: { kind: 'account', accountId: account.id },
    unit: 'posts',
    limit: posts,
    window: { kind: 'rolling', seconds },
    source: 'channel',
  }))
