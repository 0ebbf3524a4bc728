import type { Feature, MeterState, MeterSubject, MeterWindow } from '../../src-preload/contract/model/quota.ts'
import { formatMomentInText } from '../time/format-time.ts'

type Names = { account: (accountId: string) => string }
type Clock = { zone: string; now: number }

export const FEATURE_NAMES: Readonly<Record<Feature, string>> = {
  PUBLISH_POST: 'Published at once',
  SCHEDULE_POST: 'Scheduled posts',
  AI_TOOLS: 'Suggestions',
}

const DAY = 86_400

/** What a limit is about. */
export const subjectName = (subject: MeterSubject, names: Names): string => {
  if (subject.kind === 'everything') return 'Everything that is published'
  return subject.kind === 'feature' ? FEATURE_NAMES[subject.feature] : names.account(subject.accountId)
}

const PERIODS = { DAY: 'a day', MONTH: 'a month', YEAR: 'a year' } as const

/** `a day`, `in any 24 hours`, `in all`. */
export const windowName = (window: MeterWindow): string => {
  if (window.kind === 'period') return PERIODS[window.period]
  return window.kind === 'balance' ? 'in all' : `in any ${spanName(window.seconds)}`
}

/** A span in the largest unit that fits whole; a day is told in hours, since it is no calendar day. */
const spanName = (seconds: number): string => {
  if (seconds % DAY === 0 && seconds > DAY) return `${seconds / DAY} days`
  if (seconds % 3600 === 0) return seconds === 3600 ? 'hour' : `${seconds / 3600} hours`
  if (seconds % 60 === 0) return seconds === 60 ? 'minute' : `${seconds / 60} minutes`
  return `${seconds} seconds`
}

type Counted = Pick<MeterState, 'unit' | 'subject'>

/** So many of what it counts: `1 post`, `20 credits`, `3 uses`. */
export const amount = (count: number, { unit, subject }: Counted): string => {
  const uses = unit === 'posts' && subject.kind === 'feature' && subject.feature === 'AI_TOOLS'
  const word = unit === 'credits' ? 'credit' : uses ? 'use' : 'post'
  return `${count.toLocaleString('en')} ${count === 1 ? word : `${word}s`}`
}

/** The limit itself: `5 posts a day`, `Counted only, a day`. */
export const limitName = (meter: Counted & Pick<MeterState, 'limit' | 'window'>): string =>
  meter.limit === 0
    ? `Counted only, ${windowName(meter.window)}`
    : `${amount(meter.limit, meter)} ${windowName(meter.window)}`

/** How it stands: `2 used, 1 planned, 2 left`. */
export const standing = ({ consumed, reserved, remaining }: MeterState): string =>
  [
    `${consumed.toLocaleString('en')} used`,
    ...(reserved > 0 ? [`${reserved.toLocaleString('en')} planned`] : []),
    ...(remaining === null ? [] : [`${remaining.toLocaleString('en')} left`]),
  ].join(', ')

/** When something becomes free again; null when there is nothing to say. */
export const resetWords = ({ resetsAt, window, limit }: MeterState, { zone, now }: Clock): string | null => {
  if (limit === 0) return null
  if (window.kind === 'balance') return 'It does not reset: raise it to fill it up.'
  if (resetsAt === null) return null
  const when = formatMomentInText(Date.parse(resetsAt), zone, now)
  return window.kind === 'period' ? `Begins anew ${when}.` : `The next one is free ${when}.`
}
