import type { Feature, Meter, MeterSubject } from '../../src-preload/contract/model/quota.ts'
import type { ChargeFilter } from './ports.ts'
import type { MeterRecord } from './records.ts'

/** What something is limited by: a meter of the person's, or a limit that a channel sets for each of its accounts. */
export type Limit = Meter & { readonly source: 'person' | 'channel' }

/** The features that stand for a post; only these count in what is published in all. */
const POSTING = ['PUBLISH_POST', 'SCHEDULE_POST'] as const satisfies Feature[]

/** Whether a charge counts on a meter about that. `accountId` null: no item stands for it. */
export const counts = (subject: MeterSubject, feature: Feature, accountId: string | null): boolean => {
  switch (subject.kind) {
    case 'feature':
      return subject.feature === feature
    case 'account':
      return subject.accountId === accountId
    case 'everything':
      return POSTING.some((one) => one === feature)
  }
}

/** Which charges count on a meter about that: the sum of these. */
export const chargesOf = (subject: MeterSubject): readonly Pick<ChargeFilter, 'feature' | 'accountId'>[] => {
  switch (subject.kind) {
    case 'feature':
      return [{ feature: subject.feature }]
    case 'account':
      return [{ accountId: subject.accountId }]
    case 'everything':
      return POSTING.map((feature) => ({ feature }))
  }
}

/** How much one charge takes of a meter. */
export const amountOf = (unit: Meter['unit'], credits: number): number => (unit === 'posts' ? 1 : credits)

/** Whether two meters limit the same thing in the same way; the zone of a period makes no other meter of it. */
export const sameKind = (a: Meter, b: Meter): boolean => kindOf(a) === kindOf(b)

const kindOf = ({ subject, unit, window }: Meter | MeterRecord): string => {
  const about = {
    feature: 'feature' in subject ? subject.feature : null,
    account: 'accountId' in subject ? subject.accountId : null,
  }
  const over = window.kind === 'period' ? window.period : window.kind === 'rolling' ? window.seconds : null
  return JSON.stringify([about, unit, window.kind, over])
}
