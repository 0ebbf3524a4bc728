import type { Feature, Meter, MeterSubject, MeterWindow } from '../../src-preload/contract/model/quota.ts'

/** A limit as it is typed: every part of it a choice or a number. */
export type LimitForm = {
  /** `everything`, `feature:...`, `account:...`. */
  readonly subject: string
  readonly unit: Meter['unit']
  readonly limit: number
  readonly window: 'DAY' | 'MONTH' | 'YEAR' | 'rolling' | 'balance'
  /** Of the rolling window, in whole hours. */
  readonly hours: number
  /** Of the calendar period. */
  readonly zone: string
}

const HOUR = 3600

export const formOf = (meter: Meter | null, zone: string): LimitForm => ({
  subject: meter === null ? 'everything' : subjectKey(meter.subject),
  unit: meter?.unit ?? 'posts',
  limit: meter?.limit ?? 5,
  window: meter === null ? 'DAY' : meter.window.kind === 'period' ? meter.window.period : meter.window.kind,
  hours: meter?.window.kind === 'rolling' ? Math.max(1, Math.round(meter.window.seconds / HOUR)) : 24,
  zone: meter?.window.kind === 'period' ? meter.window.zone : zone,
})

export const meterOf = ({ subject, unit, limit, window, hours, zone }: LimitForm): Meter => ({
  subject: subjectOf(subject),
  unit,
  limit,
  window: windowOf(window, hours, zone),
})

export const subjectKey = (subject: MeterSubject): string => {
  if (subject.kind === 'everything') return 'everything'
  return subject.kind === 'feature' ? `feature:${subject.feature}` : `account:${subject.accountId}`
}

const subjectOf = (key: string): MeterSubject => {
  const [kind, name = ''] = key.split(':')
  if (kind === 'feature') return { kind, feature: name as Feature }
  return kind === 'account' ? { kind, accountId: name } : { kind: 'everything' }
}

const windowOf = (window: LimitForm['window'], hours: number, zone: string): MeterWindow => {
  if (window === 'rolling') return { kind: 'rolling', seconds: hours * HOUR }
  return window === 'balance' ? { kind: 'balance' } : { kind: 'period', period: window, zone }
}
