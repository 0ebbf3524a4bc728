import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import { failed } from '../../core/refusal.ts'
import type { Access, ChannelTools, Connected } from '../channel.ts'
import { redactor } from '../kit/redact.ts'
import {
  type Failing,
  type Manners,
  outcomeOf as outcomeByManners,
  refusalOf as refusalByManners,
  said,
} from '../kit/request-failures.ts'
import { type Answer, RequestFailed } from '../kit/send-request.ts'
import type { MastodonSettings } from './settings.ts'

type From = Pick<Access<MastodonSettings>, 'settings' | 'secret'>

/** What an attempt to publish came to, by what was thrown on the way. */
export const outcomeOf = (error: unknown, tools: ChannelTools, from: From): Failing =>
  outcomeByManners(error, mannersOf(from, tools), tools)

/** What a live check came to, by what was thrown. */
export const refusalOf = (
  error: unknown,
  tools: ChannelTools,
  from: From,
): Exclude<Connected<MastodonSettings>, { kind: 'valid' }> => {
  const status = error instanceof RequestFailed ? (error.answer?.status ?? 0) : 0
  // A token that is none is 401, or as some servers say it, not to be processed.
  if (error instanceof RequestFailed && error.answer && [401, 403, 422].includes(status)) {
    return { kind: 'refused', failure: wrongToken(from, error.answer) }
  }
  if (error instanceof RequestFailed && error.answer && status < 500 && status !== 429) {
    return { kind: 'refused', failure: notMastodon(from, error.answer) }
  }
  return refusalByManners(error, mannersOf(from, tools), tools)
}

/** A failure for a person, where no more than that is asked for. */
export const failureOf = (error: unknown, tools: ChannelTools, from: From): Failure =>
  outcomeOf(error, tools, from).failure

export const mannersOf = (from: From, { clock }: ChannelTools): Manners => {
  const host = hostOf(from)
  return {
    name: host,
    host,
    redact,
    asked: true,
    pauseIn: (_, headers) => pauseIn(headers, clock.now()),
    judge: (answer) => {
      if (answer.status === 401) return { kind: 'signed-out', failure: signedOut(from, answer) }
      if (hasMoved(answer)) return { kind: 'rejected', failure: notMastodon(from, answer) }
      return isRefusal(answer) ? { kind: 'rejected', failure: rejected(from, answer) } : null
    },
  }

  function redact(words: string): string {
    return redactor(from.secret === null ? [] : [from.secret])(words).replace(/Bearer\s+\S+/gi, 'Bearer [secret]')
  }
}

/** A request that took too long, or came too early, is none. */
const isRefusal = ({ status }: Answer): boolean => status >= 400 && status < 500 && status !== 408 && status !== 425

const isElsewhere = ({ status }: Answer): boolean => status >= 300 && status < 400

/** For good; else it is something on the way that leads elsewhere for now. */
const hasMoved = ({ status }: Answer): boolean => status === 301 || status === 308

const hostOf = ({ settings }: From): string => new URL(settings.server).host

/** What a server said in its own words: of JSON the error, of a page its text. */
const wordsOf = ({ text }: Answer): string => {
  const { error, error_description: more } = (parse(text) ?? {}) as { error?: unknown; error_description?: unknown }
  const words = [error, more].filter((one) => typeof one === 'string').join(': ')
  return (words || text.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim()
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** For the log; it is redacted with the rest of a failure. */
const detailOf = (answer: Answer) => said({ ...answer, text: wordsOf(answer) }, (text) => text)

/**
 * Seconds until a limit ends. Mastodon tells the time, by its own clock; others so many seconds, or the seconds since
 * 1970. In doubt it is five minutes.
 */
const pauseIn = (headers: Headers, now: number): number => {
  const theirs = Date.parse(headers.get('date') ?? '')
  const ahead = Number.isNaN(theirs) ? 0 : theirs - now
  for (const name of ['retry-after', 'x-ratelimit-reset']) {
    const value = headers.get(name) ?? ''
    const figure = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN
    const until = figure < 1e9 ? now + figure * 1000 : (figure >= 1e9 ? figure * 1000 : Date.parse(value)) - ahead
    if (Number.isFinite(until)) return Math.max(0, (until - now) / 1000)
  }
  return 300
}

const newToken = (from: From) =>
  `Sign in by the browser; or make a new application on ${hostOf(from)} under Preferences > Development with the scopes read and write` as const

const signedOut = (from: From, answer: Answer) =>
  failed(
    'signed-out',
    `${hostOf(from)} no longer accepts the access token of this account.`,
    `${newToken(from)}, and connect again with its access token.`,
    detailOf(answer),
  )

const wrongToken = (from: From, answer: Answer) =>
  failed(
    'wrong-credentials',
    `${hostOf(from)} does not accept this access token.`,
    `${newToken(from)}, and copy its access token whole.`,
    { field: 'secret', ...detailOf(answer) },
  )

export const missingScopes = (from: From, scopes: readonly string[]) =>
  failed(
    'wrong-credentials',
    `This access token may not do what is needed: it lacks ${scopes.join(', ')}.`,
    `${newToken(from)}, and use its access token.`,
    { field: 'secret' },
  )

const notMastodon = (from: From, answer: Answer) => {
  const elsewhere = answer.headers.get('location')
  const moved = isElsewhere(answer) && elsewhere !== null && URL.canParse(elsewhere, from.settings.server)
  const about = { field: 'settings.server', ...detailOf(answer) }
  if (moved) {
    const { origin } = new URL(elsewhere, from.settings.server)
    return failed(
      'channel-error',
      `${hostOf(from)} sends one on to ${origin}.`,
      `Use ${origin} if you trust it.`,
      about,
    )
  }
  return failed(
    'channel-error',
    `${hostOf(from)} does not answer like a Mastodon server.`,
    'Check the address of the server: it is the one you see when you are signed in there.',
    about,
  )
}

const rejected = (from: From, answer: Answer) => {
  const words = wordsOf(answer).slice(0, 200)
  const host = hostOf(from)
  const message: Sentence =
    words === '' ? `${host} refused it, and did not say why (${answer.status}).` : `${host} refused it: ${words}`
  return failed('rejected-by-channel', message, 'Change what it complains about and retry.', detailOf(answer))
}
