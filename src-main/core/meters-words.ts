import { Temporal } from 'temporal-polyfill'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Feature, MeterWindow } from '../../src-preload/contract/model/quota.ts'
import type { Limit } from './meters.ts'
import type { Millis } from './records.ts'
import { failed } from './refusal.ts'
import type { Told } from '../../src-preload/contract/model/told.ts'
import { because } from './told.ts'

/** A limit that leaves no room, and how full it is. */
export type Full = {
  readonly limit: Limit
  /** What the account is called, for limits about one. */
  readonly account: string
  readonly used: number
  /** What was asked for. */
  readonly amount: number
  /** When there is room again; null: not by itself. */
  readonly room: Millis | null
  /** The zone in which a time is told; a calendar period has its own. */
  readonly zone: string
}

/** Why something is refused that would not fit. */
export const exhausted = (full: Full): Failure =>
  failed(code(full), why(full), next(full), { told: toldFull(full, mayTry(full)) })

/** Why something waits; it is sent by itself unless `room` is null. */
export const mustWait = (full: Full): Failure =>
  full.room === null
    ? failed(code(full), why(full), `${raise(full)} It is sent as soon as there is room, or cancel it.`, {
        told: toldFull(full, full.limit.source === 'channel' ? 'wait' : 'held'),
      })
    : failed(
        code(full),
        why(full),
        full.limit.source === 'channel'
          ? 'Nothing to do: it is sent by itself as soon as there is room.'
          : `Nothing to do: it is sent by itself as soon as there is room. ${raise(full)} It goes sooner then.`,
        { told: toldFull(full, full.limit.source === 'channel' ? 'wait' : 'sooner') },
      )

const code = ({ limit }: Full) => (limit.unit === 'posts' ? 'quota-exhausted' : 'credits-exhausted')

const why = (full: Full): string => {
  const { limit, used, amount, account } = full
  const what = `${limit.limit} ${limit.limit === 1 ? limit.unit.slice(0, -1) : limit.unit}${per(limit.window)}`
  if (limit.source === 'channel') {
    return `The channel takes no more than ${what} from ${account}, and there is no room for one more by then.`
  }
  if (limit.unit === 'credits' && amount > limit.limit) {
    return `One post to ${account} takes ${amount} credits, more than the limit of ${what} for ${subject(full)}.`
  }
  if (limit.window.kind === 'rolling') {
    return `The limit of ${what} for ${subject(full)} leaves no room by then.`
  }
  return limit.unit === 'posts'
    ? `The limit of ${what} for ${subject(full)} is reached: ${used} of ${limit.limit} are planned or used.`
    : `A post to ${account} takes ${amount} credits, and of ${what} for ${subject(full)} ${used} are planned or used.`
}

/** What helps where it is refused. */
const mayTry = ({ limit, amount, room }: Full) =>
  limit.source === 'channel' ? 'elsewhen' : amount > limit.limit || room === null ? 'raise' : 'after'

const toldFull = (full: Full, then: string): Told => {
  const { limit, used, amount, account, room } = full
  const { source, unit, window } = limit
  const kind =
    source === 'channel'
      ? 'channel'
      : unit === 'credits' && amount > limit.limit
        ? 'amount'
        : window.kind === 'rolling'
          ? 'rolling'
          : unit
  return because('limit-full', {
    kind,
    unit,
    limit: limit.limit,
    window: window.kind === 'period' ? window.period : window.kind,
    windowSpan: window.kind === 'rolling' ? window.seconds : 0,
    of: limit.subject.kind === 'feature' ? limit.subject.feature : limit.subject.kind,
    account,
    used,
    amount,
    then,
    roomAt: room === null ? '' : new Date(room).toISOString(),
    zone: window.kind === 'period' ? window.zone : full.zone,
  })
}

const next = (full: Full): string => {
  const { limit, amount, room } = full
  if (limit.source === 'channel' || amount > limit.limit || room === null) return raise(full)
  const zone = limit.window.kind === 'period' ? limit.window.zone : full.zone
  const again = limit.window.kind === 'period' ? 'It starts anew' : 'There is room again'
  return `${again} at ${localTime(room, zone)}: choose a time after that, cancel something planned, or raise the limit.`
}

const raise = ({ limit }: Full): string =>
  limit.source === 'channel'
    ? 'Choose another time.'
    : limit.window.kind === 'balance'
      ? 'Raise the limit to fill it up again.'
      : 'Raise the limit in the settings.'

const per = (window: MeterWindow): string => {
  switch (window.kind) {
    case 'period':
      return { DAY: ' a day', MONTH: ' a month', YEAR: ' a year' }[window.period]
    case 'rolling':
      return ` within ${span(window.seconds)}`
    case 'balance':
      return ' in all'
  }
}

const SPANS = [
  { seconds: 86_400, one: 'day' },
  { seconds: 3600, one: 'hour' },
  { seconds: 60, one: 'minute' },
  { seconds: 1, one: 'second' },
] as const

const span = (seconds: number): string => {
  const { seconds: size, one } = SPANS.find((unit) => seconds % unit.seconds === 0) ?? { seconds: 1, one: 'second' }
  return seconds === size ? `1 ${one}` : `${seconds / size} ${one}s`
}

const FEATURES: Readonly<Record<Feature, string>> = {
  PUBLISH_POST: 'publishing at once',
  SCHEDULE_POST: 'scheduling',
  AI_TOOLS: 'suggestions',
}

const subject = ({ limit, account }: Full): string =>
  limit.subject.kind === 'feature'
    ? FEATURES[limit.subject.feature]
    : limit.subject.kind === 'account'
      ? account
      : 'everything that is published'

const localTime = (at: Millis, zone: string): string => {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime()
  return `${local.toString({ smallestUnit: 'minute' }).replace('T', ' ')} (${zone})`
}
