import { amountOf, chargesOf, counts, type Limit } from '../core/meters.ts'
import { periodAt, type Stretch } from '../core/meters-period.ts'
import type { Taken } from '../core/meters-rolling.ts'
import type { Store } from '../core/ports.ts'
import type { ChargeRecord, Millis } from '../core/records.ts'

/** What reading the meters needs of the store. */
export type Ledger = Pick<Store, 'charges' | 'items'>

type Entry = Taken & { readonly standing: ChargeRecord['standing'] }

/** How much of a limit is planned and how much used within a stretch. */
export const sumOf = async (
  { charges }: Ledger,
  limit: Limit,
  { from, to }: Stretch,
  except?: string,
): Promise<Record<ChargeRecord['standing'], number>> => {
  const total = { reserved: 0, consumed: 0 }
  for (const which of chargesOf(limit.subject)) {
    const { reserved, consumed } = await charges.sum({ ...which, from, to, except })
    total.reserved += reserved[limit.unit]
    total.consumed += consumed[limit.unit]
  }
  return total
}

/** The single charges on a limit within a stretch, oldest first. */
export const entriesOf = async (
  { charges }: Ledger,
  limit: Limit,
  { from, to }: Stretch,
  except?: string,
): Promise<Entry[]> => {
  const entries: Entry[] = []
  for (const which of chargesOf(limit.subject)) {
    for (const { at, credits, standing } of await charges.list({ ...which, from, to, except })) {
      entries.push({ at, amount: amountOf(limit.unit, credits), standing })
    }
  }
  return entries.toSorted(byTime)
}

/** What was sent and not yet answered, oldest first: it may stand on its channel, so it counts as sent. */
export const onTheWay = async ({ items }: Ledger, limit: Limit, stretch: Stretch, except: string): Promise<Taken[]> =>
  (await items.inStates(['publishing', 'unconfirmed']))
    .flatMap(({ id, accountId, charge }) =>
      id !== except && charge && counts(limit.subject, charge.feature, accountId) && holds(stretch, charge.at)
        ? [{ at: charge.at, amount: amountOf(limit.unit, charge.credits) }]
        : [],
    )
    .toSorted(byTime)

export const byTime = (a: Taken, b: Taken): number => a.at - b.at

export const holds = ({ from, to }: Stretch, at: Millis): boolean => from <= at && at < to

/** Where charges may count together with one at that instant. */
export const around = ({ window }: Limit, at: Millis): Stretch => {
  switch (window.kind) {
    case 'period':
      return periodAt(window, at)
    case 'rolling':
      return { from: at - window.seconds * 1000 + 1, to: at + window.seconds * 1000 }
    case 'balance':
      return { from: 0, to: Number.MAX_SAFE_INTEGER }
  }
}

/** A ledger in which these charges stand as well, planned. */
export const withPlanned = (
  { charges, items }: Ledger,
  planned: readonly (ChargeRecord & { readonly accountId: string })[],
): Ledger => {
  const added = (filter: Parameters<typeof charges.sum>[0]) =>
    planned.filter(
      (one) =>
        holds(filter, one.at) &&
        (filter.feature ?? one.feature) === one.feature &&
        (filter.accountId ?? one.accountId) === one.accountId,
    )
  return {
    items,
    charges: {
      ...charges,
      sum: async (filter) => {
        const sum = await charges.sum(filter)
        const more = added(filter)
        const credits = more.reduce((all, one) => all + one.credits, sum.reserved.credits)
        return { ...sum, reserved: { posts: sum.reserved.posts + more.length, credits } }
      },
      list: async (filter) => [...(await charges.list(filter)), ...added(filter)].toSorted((a, b) => a.at - b.at),
    },
  }
}
