import type { Failure } from '../../../src-preload/contract/failure.ts'
import { failed, Refusal } from '../../core/refusal.ts'
import type { Access, ChannelTools, Connected } from '../channel.ts'
import { redactor } from '../kit/redact.ts'
import {
  ANSWER_KEPT,
  type Failing,
  type Manners,
  NoSecret,
  outcomeOf as outcomeByManners,
  refusalOf as refusalByManners,
  said,
} from '../kit/request-failures.ts'
import { type Answer, RequestFailed } from '../kit/send-request.ts'
import type { BlueskySettings } from './settings.ts'

export type From = Pick<Access<BlueskySettings>, 'settings' | 'secret'>

/** The request that writes a record failed: unlike any other it may have done its work all the same. */
export class WriteFailed extends Error {}

/** What the library says of an error: its status is 0 where there was no answer, 2 where none that it understands. */
type Read = { status: number; name: string; message: string; headers: Record<string, string | undefined> }

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
  if (endOfSession(error)) return true
  const { status, name } = readAnswer(error)
  return status === 401 || SIGNED_OUT.has(name)
}

/** What an attempt to publish came to, by what was thrown on the way. */
export const outcomeOf = (error: unknown, tools: ChannelTools, from: From): Failing =>
  outcomeByManners(asRequest(error), mannersOf(from, tools), tools)

/** What a live check came to, by what was thrown. */
export const refusalOf = (
  error: unknown,
  tools: ChannelTools,
  from: From,
): Exclude<Connected<BlueskySettings>, { kind: 'valid' }> => {
  const ended = endOfSession(error)
  const answer = readAnswer(error)
  if (!ended && isSignedOut(error)) return { kind: 'refused', failure: wrongCredentials(answer) }
  const foreign = answer.status !== 0 && answer.status < 500 && answer.status !== 429
  if (!ended && foreign) return { kind: 'refused', failure: notBluesky(answer, from) }
  return refusalByManners(asRequest(error), mannersOf(from, tools), tools)
}

/** A failure for a person, where no more than that is asked for. */
export const failureOf = (error: unknown, tools: ChannelTools, from: From): Failure =>
  outcomeOf(error, tools, from).failure

/** Reads an error of the library, whose class is not loaded here: it carries status, name, message and headers. */
export const readAnswer = (error: unknown): Read => {
  const { status, error: name, headers } = (error ?? {}) as { status?: unknown; error?: unknown; headers?: unknown }
  return {
    status: typeof status === 'number' && status !== 1 ? status : 0,
    name: typeof name === 'string' ? name : '',
    message: error instanceof Error ? error.message : String(error),
    headers: typeof headers === 'object' && headers !== null ? (headers as Read['headers']) : {},
  }
}

export const mannersOf = ({ settings, secret }: From, tools: ChannelTools): Manners => {
  const { host } = new URL(settings.service)
  return {
    name: 'Bluesky',
    host,
    redact: redactor(secret === null ? [] : [secret]),
    asked: true,
    pauseIn: (_, headers) => pauseIn(headers, tools.clock.now()),
    judge: (answer) => {
      const { error: name = '', message = '' } = (answer.body ?? {}) as { error?: string; message?: string }
      const detail = said(answer, (text) => text)
      if (answer.status === 401 || SIGNED_OUT.has(name)) {
        return { kind: 'signed-out', failure: signedOut(detail) }
      }
      // This is how a host answers whose server is away: it knows no such method, whatever the post is.
      if (answer.status === 404) return { kind: 'retry', failure: away(host, detail) }
      if (answer.status < 400 || answer.status >= 500 || answer.status === 408 || answer.status === 425) return null
      return { kind: 'rejected', failure: rejected(message, detail) }
    },
  }
}

/** What the library threw, as the request that it was. */
const asRequest = (error: unknown): unknown => {
  const ended = endOfSession(error)
  if (ended) return ended
  if (error instanceof Refusal || error instanceof RequestFailed) return error
  const writes = error instanceof WriteFailed
  const cause = writes ? error.cause : error
  if (cause instanceof RequestFailed) return cause
  const { status, name, message, headers } = readAnswer(cause)
  const unread = status > 0 && status < 300
  if (status === 0) return new RequestFailed(null, writes, rootOf(cause))
  const known = Object.entries(headers).filter((one): one is [string, string] => one[1] !== undefined)
  const answer: Answer = {
    status: unread ? 200 : status,
    headers: new Headers(known),
    body: unread ? undefined : { error: name, message },
    text: `${name}: ${message}`,
  }
  return new RequestFailed(answer, writes, cause)
}

/** That there is nothing to sign in with, wherever it came up. */
const endOfSession = (error: unknown): NoSecret | null => {
  if (error instanceof NoSecret) return error
  return error instanceof Error && error.cause !== undefined ? endOfSession(error.cause) : null
}

const rootOf = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Error ? error.cause : error

/** Seconds until a limit ends; Bluesky's own header says when, in seconds since 1970. */
const pauseIn = (headers: Headers, now: number): number | null => {
  const reset = Number(headers.get('ratelimit-reset') ?? Number.NaN)
  return Number.isFinite(reset) ? Math.max(0, reset - now / 1000) : null
}

const sayOf = ({ status, name, message }: Read): { detail: string } => ({
  detail: `${status} ${name}: ${message}`.slice(0, ANSWER_KEPT),
})

const NEW_PASSWORD = 'Make a new app password in Bluesky under Settings > Privacy and security > App passwords'

/** There is neither a session nor a password to open one with. */
export const noSession = (): NoSecret =>
  new NoSecret(
    'Bluesky is not signed in to with this account.',
    'Sign in there by the browser again, or connect with an app password.',
  )

const signedOut = (detail: { detail: string }) =>
  failed(
    'signed-out',
    'Bluesky no longer accepts the sign-in of this account.',
    'Sign in again by the browser. Or make a new app password in Bluesky under Settings > Privacy and security > App passwords, and connect again.',
    detail,
  )

const wrongCredentials = (answer: Read) =>
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
        { field: 'secret', ...sayOf(answer) },
      )

const notBluesky = (answer: Read, { settings }: From) =>
  failed(
    'channel-error',
    `${new URL(settings.service).host} does not answer like a Bluesky server.`,
    'Check the address of the server and the handle.',
    { field: 'settings.service', ...sayOf(answer) },
  )

const away = (host: string, detail: { detail: string }) =>
  failed(
    'unreachable',
    `${host} has a problem of its own right now.`,
    'Nothing to do: Posthorn tries again by itself.',
    detail,
  )

const rejected = (message: string, detail: { detail: string }) =>
  failed(
    'rejected-by-channel',
    `Bluesky refused it: ${message.slice(0, 200)}`,
    'Change what it complains about and retry.',
    detail,
  )
