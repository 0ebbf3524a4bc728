import type { MeterState } from '../../../src-preload/contract/model/quota.ts'
import { amount, windowName } from '../../limits/meter-words.ts'
import { say, sayNumber } from '../../words/say.ts'
import type { Forecast } from './forecast-loop.ts'
import { sayFailure } from '../../words/say-failure.ts'

/** Failures that a look at the limits helps with. */
export const LIMIT_FAILURES: ReadonlySet<string> = new Set(['quota-exhausted', 'credits-exhausted'])

/** Of a channel's own limit so much is left before it is worth a word. */
const SCARCE = 0.2

/** What sending takes and what is left, in one line; null where nothing is metered. */
export const costLine = ({ entries, feature }: Forecast, meters: readonly MeterState[]): string | null => {
  const credits = entries.reduce((sum, one) => sum + one.credits, 0)
  const about = meters.filter(
    ({ subject }) =>
      subject.kind === 'everything' ||
      (subject.kind === 'feature' && subject.feature === feature) ||
      (subject.kind === 'account' && entries.some((one) => one.accountId === subject.accountId)),
  )
  const left = (['credits', 'posts'] as const).flatMap((unit) => {
    const tightest = scarcest(about.filter((meter) => meter.unit === unit && tells(meter)))
    return tightest === null ? [] : [leftWords(tightest)]
  })
  const cost = credits > 0 ? [say('composer.costs', { credits, amount: sayNumber(credits) })] : []
  const line = [...cost, ...left]
  return line.length === 0 ? null : line.join(' · ')
}

/** Accounts that get it later or not at all, for the same reason and at the same time. */
export type HeldGroup = { accountIds: string[]; at: string | null; reason: string }

export const heldGroups = ({ entries }: Forecast): HeldGroup[] => {
  const groups = new Map<string, HeldGroup>()
  for (const { accountId, at, reason: english, told } of entries) {
    if (english === null) continue
    const reason = sayFailure({ message: english, next: '', told }).message
    const known = groups.get(`${at} ${reason}`)
    if (known === undefined) groups.set(`${at} ${reason}`, { accountIds: [accountId], at, reason })
    else known.accountIds.push(accountId)
  }
  return [...groups.values()]
}

/** A person's own limit is always worth a word; a channel's only when it comes near. */
const tells = ({ source, remaining, limit }: MeterState): boolean =>
  remaining !== null && (source === 'person' || remaining <= limit * SCARCE)

const scarcest = (meters: readonly MeterState[]): MeterState | null =>
  meters.toSorted((a, b) => (a.remaining ?? Infinity) - (b.remaining ?? Infinity))[0] ?? null

const leftWords = (meter: MeterState): string => {
  const within = meter.window.kind === 'period' ? thisPeriod(meter.window.period) : null
  const span = within ?? (meter.window.kind === 'balance' ? null : windowName(meter.window))
  const left = { remaining: sayNumber(meter.remaining ?? 0), limit: amount(meter.limit, meter) }
  return span === null ? say('composer.left', left) : say('composer.left-within', { ...left, span })
}

const thisPeriod = (period: 'DAY' | 'MONTH' | 'YEAR'): string =>
  period === 'DAY' ? say('composer.this-day') : say(period === 'MONTH' ? 'composer.this-month' : 'composer.this-year')
