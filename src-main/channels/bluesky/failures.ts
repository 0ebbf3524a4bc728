import type { Failure } from '../../../src-preload/contract/failure.ts'
import { failed, Refusal } from '../../core/refusal.ts'
import type { ChannelTools, Connected, Outcome } from '../channel.ts'
import { neverLeft, notReached } from '../kit/network-failure.ts'
import type { BlueskySettings } from './settings.ts'

/** There is neither a session nor a password to open one with. */
export class NoSession extends Error {}

/** The request that writes a record failed: unlike any other it may have done its work all the same. */
export class WriteFailed extends Error {}

/** What a server answered, or that none did (`status` 0). */
type Answer = { status: number; name: string; message: string; headers: Record<string, string | undefined> }

const SIGNED_OUT = new Set([
  'AccountDeactivated',
  'AccountSuspended',
  'AccountTakedown',
  'AuthFactorTokenRequired',
  'AuthMissing',
  'AuthenticationRequired',
  'ExpiredToken',
  'InvalidToken',
])

export const isSignedOut = (error: unknown): boolean => {
  if (error instanceof NoSession) return true
  const { status, name } = readAnswer(error)
  return status === 401 || SIGNED_OUT.has(name)
}

/** What an attempt to publish came to, by what was thrown on the way. */
export const outcomeOf = (error: unknown, tools: ChannelTools, settings: BlueskySettings): Outcome => {
  if (error instanceof Refusal) return { kind: 'rejected', failure: error.failure }
  const cause = error instanceof WriteFailed ? error.cause : error
  const answer = readAnswer(cause)
  if (isSignedOut(cause)) return { kind: 'signed-out', failure: signedOut(answer) }
  if (answer.status === 429) return limited(answer, tools.clock.now())
  // 404 is how a host answers whose server is away: it knows no such method, whatever the post is.
  if (answer.status >= 400 && answer.status < 500 && answer.status !== 404) {
    return { kind: 'rejected', failure: rejected(answer) }
  }
  if (error instanceof WriteFailed && answer.status !== 404 && !neverLeft(rootOf(cause)))
    return { kind: 'unclear', failure: answerLost(answer) }
  return { kind: 'retry', failure: noAnswer(cause, tools, settings) }
}

/** What a live check came to, by what was thrown. */
export const refusalOf = (error: unknown, tools: ChannelTools, settings: BlueskySettings): Refused => {
  const answer = readAnswer(error)
  if (isSignedOut(error)) return { kind: 'refused', failure: wrongCredentials(answer) }
  if (answer.status === 429) return { kind: 'unreachable', failure: limited(answer, tools.clock.now()).failure }
  if (answer.status !== 0 && answer.status < 500) return { kind: 'refused', failure: notBluesky(answer, settings) }
  const next = 'Check the address of the server and the connection, then try again.'
  return { kind: 'unreachable', failure: noAnswer(error, tools, settings, next) }
}
type Refused = Exclude<Connected<BlueskySettings>, { kind: 'valid' }>

/** A failure for a person, where no more than that is asked for. */
export const failureOf = (error: unknown, tools: ChannelTools, settings: BlueskySettings): Failure => {
  const outcome = outcomeOf(error, tools, settings)
  return outcome.kind === 'published' ? answerLost(readAnswer(error)) : outcome.failure
}

const noAnswer = (error: unknown, { network }: ChannelTools, settings: BlueskySettings, next?: string): Failure => {
  const { host } = new URL(settings.service)
  const answer = readAnswer(error)
  if (answer.status === 0) return notReached(host, network, rootOf(error), next)
  return failed(
    'unreachable',
    `${host} has a problem of its own right now.`,
    next ?? 'Nothing to do: Posthorn tries again by itself.',
    { detail: said(answer) },
  )
}

/** Reads an error of the library, whose class is not loaded here: it carries status, name, message and headers. */
export const readAnswer = (error: unknown): Answer => {
  const { status, error: name, headers } = (error ?? {}) as { status?: unknown; error?: unknown; headers?: unknown }
  return {
    // The library says 1 where there was no answer, 2 where there was none that it understands.
    status: typeof status === 'number' && status !== 1 ? status : 0,
    name: typeof name === 'string' ? name : '',
    message: error instanceof Error ? error.message : String(error),
    headers: typeof headers === 'object' && headers !== null ? (headers as Answer['headers']) : {},
  }
}

const rootOf = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Error ? error.cause : error

const said = ({ status, name, message }: Answer): string => `${status} ${name}: ${message}`.slice(0, 500)

const limited = (answer: Answer, now: number): Extract<Outcome, { kind: 'limited' }> => {
  const failure = failed(
    'rate-limited',
    'Bluesky takes no more requests from this account for now.',
    'Nothing to do: Posthorn waits as long as Bluesky asks.',
    { detail: said(answer) },
  )
  return { kind: 'limited', until: limitEnds(answer.headers, now), failure }
}

/** When the limit ends: in Unix seconds by Bluesky's own header, else by the common one; in doubt in five minutes. */
const limitEnds = (headers: Answer['headers'], now: number): number => {
  const reset = Number(headers['ratelimit-reset'] ?? Number.NaN)
  if (Number.isFinite(reset)) return Math.max(now, reset * 1000)
  const after = headers['retry-after'] ?? ''
  const until = /^\d+$/.test(after) ? now + Number(after) * 1000 : Date.parse(after)
  return Number.isFinite(until) ? Math.max(now, until) : now + 300_000
}

const NEW_PASSWORD = 'Make a new app password in Bluesky under Settings > Privacy and security > App passwords'

const signedOut = (answer: Answer) =>
  failed(
    'signed-out',
    'Bluesky no longer accepts the sign-in of this account.',
    `${NEW_PASSWORD}, and connect again.`,
    {
      detail: said(answer),
    },
  )

const wrongCredentials = (answer: Answer) =>
  answer.name === 'AuthFactorTokenRequired'
    ? failed(
        'wrong-credentials',
        'This is the password of the account, which Bluesky guards with a code by e-mail.',
        `${NEW_PASSWORD}, and use that one.`,
        { field: 'secret' },
      )
    : failed(
        'wrong-credentials',
        'Bluesky does not accept this handle with this password.',
        `Check the handle. ${NEW_PASSWORD} if in doubt.`,
        { field: 'secret', detail: said(answer) },
      )

const notBluesky = (answer: Answer, { service }: BlueskySettings) =>
  failed(
    'channel-error',
    `${new URL(service).host} does not answer like a Bluesky server.`,
    'Check the address of the server and the handle.',
    { field: 'settings.service', detail: said(answer) },
  )

const rejected = (answer: Answer) =>
  failed(
    'rejected-by-channel',
    `Bluesky refused it: ${answer.message.slice(0, 200)}`,
    'Change what it complains about and retry.',
    {
      detail: said(answer),
    },
  )

const answerLost = (answer: Answer) =>
  failed(
    'answer-lost',
    'The post was sent, but no answer came back.',
    'Nothing to do: Bluesky is asked whether it arrived.',
    { detail: said(answer) },
  )
