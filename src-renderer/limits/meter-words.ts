import type { Feature, MeterState, MeterSubject, MeterWindow } from '../../src-preload/contract/model/quota.ts'
import { formatMomentInText } from '../time/format-time.ts'
import { say } from '../words/say.ts'

type Names = { account: (accountId: string) => string }
type Clock = { zone: string; now: number }

export const FEATURES = ['PUBLISH_POST', 'SCHEDULE_POST', 'AI_TOOLS'] as const satisfies readonly Feature[]

export const featureName = (feature: Feature): string => say(`limits.feature-${feature}`)

const DAY = 86_400

/** What a limit is about. */
export const subjectName = (subject: MeterSubject, names: Names): string => {
  if (subject.kind === 'everything') return say('limits.everything')
  return subject.kind === 'feature' ? featureName(subject.feature) : names.account(subject.accountId)
}

/** `a day`, `in any 24 hours`, `in all`. */
export const windowName = (window: MeterWindow): string => {
  if (window.kind === 'period') return say(`limits.per-${window.period}`)
  return window.kind === 'balance' ? say('limits.in-all') : say('limits.in-any', { span: spanName(window.seconds) })
}

/** A span in the largest unit that fits whole; a day is told in hours, since it is no calendar day. */
const spanName = (seconds: number): string => {
  if (seconds % DAY === 0 && seconds > DAY) return say('limits.span-days', { count: seconds / DAY })
  if (seconds % 3600 === 0) return say('limits.span-hours', { count: seconds / 3600 })
  if (seconds % 60 === 0) return say('limits.span-minutes', { count: seconds / 60 })
  return say('limits.span-seconds', { count: seconds })
}

type Counted = Pick<MeterState, 'unit' | 'subject'>

/** So many of what it counts: `1 post`, `20 credits`, `3 uses`. */
export const amount = (count: number, { unit, subject }: Counted): string => {
  const uses = unit === 'posts' && subject.kind === 'feature' && subject.feature === 'AI_TOOLS'
  return say(`limits.amount-${uses ? 'uses' : unit}`, { count })
}

/** The limit itself: `5 posts a day`, `Counted only, a day`. */
export const limitName = (meter: Counted & Pick<MeterState, 'limit' | 'window'>): string =>
  meter.limit === 0
    ? say('limits.counted-only', { window: windowName(meter.window) })
    : say('limits.so-many-in', { amount: amount(meter.limit, meter), window: windowName(meter.window) })

/** How it stands: `2 used, 1 planned, 2 left`. */
export const standing = ({ consumed, reserved, remaining }: MeterState): string =>
  [
    say('limits.used', { count: consumed }),
    ...(reserved > 0 ? [say('limits.planned', { count: reserved })] : []),
    ...(remaining === null ? [] : [say('limits.left', { count: remaining })]),
  ].join(', ')

/** When something becomes free again; null when there is nothing to say. */
export const resetWords = ({ resetsAt, window, limit }: MeterState, { zone, now }: Clock): string | null => {
  if (limit === 0) return null
  if (window.kind === 'balance') return say('limits.no-reset')
  if (resetsAt === null) return null
  const when = formatMomentInText(Date.parse(resetsAt), zone, now)
  return say(window.kind === 'period' ? 'limits.begins-anew' : 'limits.next-free', { moment: when })
}
