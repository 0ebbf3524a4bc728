import type { Feature, FeatureQuota, MeterState } from '../../src-preload/contract/model/quota.ts'
import type { Limit } from '../core/meters.ts'
import type { Stretch } from '../core/meters-period.ts'
import { fullestStretch } from '../core/meters-rolling.ts'
import type { Millis } from '../core/records.ts'
import { around, entriesOf, type Ledger, sumOf } from './meter-ledger.ts'
import { isoInstant } from './views.ts'

/**
 * How a limit stands now: in the period that holds now, in all, or, where it is rolling, in the fullest stretch that
 * holds now, so that what remains is what could be sent at once beside all that is planned.
 */
export const meterState = async (ledger: Ledger, limit: Limit, id: string | null, now: Millis): Promise<MeterState> => {
  const { reserved, consumed, resetsAt } =
    limit.window.kind === 'rolling'
      ? await inStretch(ledger, limit, limit.window.seconds * 1000, now)
      : await inWindow(ledger, limit, around(limit, now))
  return {
    ...limit,
    id,
    reserved,
    consumed,
    remaining: limit.limit === 0 ? null : Math.max(0, limit.limit - reserved - consumed),
    resetsAt: resetsAt === null ? null : isoInstant(resetsAt),
  }
}

const inWindow = async (ledger: Ledger, limit: Limit, window: Stretch) => {
  const { reserved, consumed } = await sumOf(ledger, limit, window)
  const used = reserved + consumed > 0
  return { reserved, consumed, resetsAt: used && limit.window.kind === 'period' ? window.to : null }
}

const inStretch = async (ledger: Ledger, limit: Limit, span: Millis, now: Millis) => {
  const held = fullestStretch(await entriesOf(ledger, limit, around(limit, now)), span, now)
  const sum = { reserved: 0, consumed: 0 }
  for (const { standing, amount } of held) sum[standing] += amount
  const [first] = held
  return { ...sum, resetsAt: first ? first.at + span : null }
}

/** A feature by the meter of a calendar period that leaves it the least; without one it is not metered. */
export const featureQuota = (feature: Feature, meters: readonly MeterState[]): FeatureQuota => {
  const quotas = meters.flatMap(({ subject, unit, window, limit, reserved, consumed, remaining, resetsAt }) =>
    subject.kind === 'feature' && subject.feature === feature && unit === 'posts' && window.kind === 'period'
      ? [{ limit, currentUsage: reserved + consumed, remaining, period: window.period, resetsAt }]
      : [],
  )
  const [tightest] = quotas.toSorted((a, b) => (a.remaining ?? Infinity) - (b.remaining ?? Infinity))
  if (!tightest) return { feature, enabled: true, quota: null }
  const { remaining, ...quota } = tightest
  return { feature, enabled: true, quota: { ...quota, remainingUsage: remaining ?? 0 } }
}
