import type { Failure } from '../../../src-preload/contract/failure.ts'
import { failed, Refusal } from '../../core/refusal.ts'
import type { Access, ChannelTools, Connected, Outcome } from '../channel.ts'
import { notReached } from '../kit/network-failure.ts'
import { redactor } from '../kit/redact.ts'
import { type Answer, RequestFailed } from '../kit/send-request.ts'
import type { MastodonSettings } from './settings.ts'

type From = Pick<Access<MastodonSettings>, 'settings' | 'secret'>

/** What an attempt to publish came to, by what was thrown on the way. */
export const outcomeOf = (error: unknown, tools: ChannelTools, from: From): Exclude<Outcome, { kind: 'published' }> => {
  if (error instanceof Refusal) return { kind: 'rejected', failure: error.failure }
  const { answer, mayStand } = readError(error)
  if (answer?.status === 401) return { kind: 'signed-out', failure: signedOut(from, answer) }
  if (answer?.status === 429) return limited(from, answer, tools.clock.now())
  if (answer && isElsewhere(answer)) return { kind: 'rejected', failure: notMastodon(from, answer) }
  if (answer && isRefusal(answer)) return { kind: 'rejected', failure: rejected(from, answer) }
  if (mayStand) return { kind: 'unclear', failure: answerLost(from, error) }
  return { kind: 'retry', failure: noAnswer(error, tools, from) }
}

/** What a live check came to, by what was thrown. */
export const refusalOf = (error: unknown, tools: ChannelTools, from: From): Refused => {
  if (error instanceof Refusal) return { kind: 'refused', failure: error.failure }
  const { answer } = readError(error)
  if (answer?.status === 429) {
    return { kind: 'unreachable', failure: limited(from, answer, tools.clock.now()).failure }
  }
  if (!answer || answer.status >= 500) {
    const next = 'Check the address of the server and the connection, then try again.'
    return { kind: 'unreachable', failure: noAnswer(error, tools, from, next) }
  }
  // A token that is none is 401, or as some servers say it, not to be processed.
  const unknown = [401, 403, 422].includes(answer.status)
  return { kind: 'refused', failure: unknown ? wrongToken(from, answer) : notMastodon(from, answer) }
}
type Refused = Exclude<Connected<MastodonSettings>, { kind: 'valid' }>

/** A failure for a person, where no more than that is asked for. */
export const failureOf = (error: unknown, tools: ChannelTools, from: From): Failure =>
  outcomeOf(error, tools, from).failure

const readError = (error: unknown): Pick<RequestFailed, 'answer' | 'mayStand'> =>
  error instanceof RequestFailed ? error : { answer: null, mayStand: false }

const causeOf = (error: unknown): unknown => (error instanceof Error && error.cause ? error.cause : error)

/** A request that took too long, or came too early, is none. */
const isRefusal = ({ status }: Answer): boolean => status >= 300 && status < 500 && status !== 408 && status !== 425

const isElsewhere = ({ status }: Answer): boolean => status >= 300 && status < 400

const hostOf = ({ settings }: From): string => new URL(settings.server).host

/** What a server said in its own words: of JSON the error, of a page its text; never a token. */
const wordsOf = ({ body, text }: Answer, { secret }: From): string => {
  const { error, error_description: more } = (body ?? {}) as { error?: unknown; error_description?: unknown }
  const said = [error, more].filter((one) => typeof one === 'string').join(': ')
  return redact(said || text.replace(/<[^>]*>/g, ' '), secret)
}

const redact = (words: string, secret: string | null): string =>
  redactor(secret === null ? [] : [secret])(words)
    .replace(/Bearer\s+\S+/gi, 'Bearer [secret]')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 500)

const said = (answer: Answer, from: From): { detail: string } => ({
  detail: `${answer.status} ${wordsOf(answer, from)}`.trim(),
})

const noAnswer = (error: unknown, { network }: ChannelTools, from: From, next?: string): Failure => {
  const { answer } = readError(error)
  if (!answer) return notReached(hostOf(from), network, causeOf(error), next)
  return failed(
    'unreachable',
    `${hostOf(from)} has a problem of its own right now.`,
    next ?? 'Nothing to do: Posthorn tries again by itself.',
    said(answer, from),
  )
}

const limited = (from: From, answer: Answer, now: number): Extract<Outcome, { kind: 'limited' }> => ({
  kind: 'limited',
  until: limitEnds(answer.headers, now),
  failure: failed(
    'rate-limited',
    `${hostOf(from)} takes no more requests from this account for now.`,
    'Nothing to do: Posthorn waits as long as the server asks.',
    said(answer, from),
  ),
})

/**
 * When a limit ends. Mastodon tells the time, by its own clock; others so many seconds, or the seconds since 1970. In
 * doubt in five minutes.
 */
const limitEnds = (headers: Headers, now: number): number => {
  const theirs = Date.parse(headers.get('date') ?? '')
  const ahead = Number.isNaN(theirs) ? 0 : theirs - now
  for (const name of ['retry-after', 'x-ratelimit-reset']) {
    const value = headers.get(name) ?? ''
    const figure = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN
    const until = figure < 1e9 ? now + figure * 1000 : (figure >= 1e9 ? figure * 1000 : Date.parse(value)) - ahead
    if (Number.isFinite(until)) return Math.max(now, Math.ceil(until))
  }
  return now + 300_000
}

const newToken = (from: From) =>
  `Make a new application on ${hostOf(from)} under Preferences > Development with the scopes read and write`

const signedOut = (from: From, answer: Answer) =>
  failed(
    'signed-out',
    `${hostOf(from)} no longer accepts the access token of this account.`,
    `${newToken(from)}, and connect again with its access token.`,
    said(answer, from),
  )

const wrongToken = (from: From, answer: Answer) =>
  failed(
    'wrong-credentials',
    `${hostOf(from)} does not accept this access token.`,
    `${newToken(from)}, and copy its access token whole.`,
    { field: 'secret', ...said(answer, from) },
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
  const about = { field: 'settings.server', ...said(answer, from) }
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
  const words = wordsOf(answer, from).slice(0, 200)
  const what = `${hostOf(from)} refused it`
  const message = words === '' ? `${what}, and did not say why (${answer.status}).` : `${what}: ${words}`
  return failed('rejected-by-channel', message, 'Change what it complains about and retry.', said(answer, from))
}

const answerLost = (from: From, error: unknown) => {
  const { answer } = readError(error)
  const cause = causeOf(error)
  return failed(
    'answer-lost',
    'The post was sent, but no answer came back.',
    `Nothing to do: ${hostOf(from)} is asked whether it arrived.`,
    answer
      ? said(answer, from)
      : { detail: redact(cause instanceof Error ? cause.message : String(cause), from.secret) },
  )
}
