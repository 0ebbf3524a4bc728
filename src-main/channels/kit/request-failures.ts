import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import { failed, Refusal } from '../../core/refusal.ts'
import type { Change, ChannelTools, Connected, Outcome } from '../channel.ts'
import { notReached } from './network-failure.ts'
import { type Redact, redactFailure } from './redact.ts'
import { type Answer, RequestFailed, SIGN_IN_ON_THE_WAY } from './send-request.ts'
import { because } from '../../core/told.ts'

/** What an attempt came to that was no success. */
export type Failing = Exclude<Outcome, { kind: 'published' }>

/** How a network that is asked by single requests says no. */
export type Manners = {
  /** The name people know. */
  name: string
  host: string
  redact: Redact
  /** What a refusal means; null where it is none of the network's own. */
  judge(answer: Answer): Failing | null
  /** Seconds to wait, where the body of an answer says so, or headers of the network's own. */
  pauseIn?(body: unknown, headers: Headers): number | null
  /** It can be asked whether a post arrived. */
  asked?: boolean
}

/** A secret that cannot be one: nothing was asked. */
export class NoSecret extends Error {
  readonly failure: Failure

  constructor(message: Sentence, next: Sentence) {
    super(message)
    this.failure = failed('signed-out', message, next)
  }
}

/** What an attempt came to, by what was thrown on the way. */
export const outcomeOf = (error: unknown, manners: Manners, tools: ChannelTools): Failing => {
  const outcome = judge(error, manners, tools)
  return { ...outcome, failure: redactFailure(outcome.failure, manners.redact) }
}

/** What a live check came to, by what was thrown. */
export const refusalOf = (
  error: unknown,
  manners: Manners,
  tools: ChannelTools,
): Exclude<Connected<never>, { kind: 'valid' }> => {
  const { kind, failure } = outcomeOf(error, manners, tools)
  if (kind === 'signed-out')
    return { kind: 'refused', failure: { ...failure, code: 'wrong-credentials', field: 'secret' } }
  if (kind === 'rejected') return { kind: 'refused', failure }
  // Whoever types an address is told that it is no address of the network's.
  const page = pageIn(error)
  if (page) return { kind: 'refused', failure: redactFailure(foreign(page, manners), manners.redact) }
  const next: Sentence = 'Check the address and the connection, then try again.'
  if (kind === 'limited') return { kind: 'unreachable', failure }
  if (!(error instanceof RequestFailed) || error.answer)
    return { kind: 'unreachable', failure: { ...failure, next, told: undefined } }
  const away = notReached(manners.host, tools.network, error.cause, next)
  return { kind: 'unreachable', failure: redactFailure(away, manners.redact) }
}

/** What a change of what stands came to. It may be made again: nothing is doubled by it. */
export const changeOf = (
  error: unknown,
  manners: Manners,
  tools: ChannelTools,
): Extract<Change, { kind: 'refused' }> => {
  const { kind, failure } = outcomeOf(error, manners, tools)
  const lost = {
    message: 'No answer came to whether it was changed.',
    next: 'Look at it there, or try again.',
    told: because('change-unanswered'),
  }
  return { kind: 'refused', failure: kind === 'unclear' ? { ...failure, ...lost } : failure }
}

const judge = (error: unknown, manners: Manners, tools: ChannelTools): Failing => {
  if (error instanceof Refusal) return { kind: isPassing(error) ? 'retry' : 'rejected', failure: error.failure }
  if (error instanceof NoSecret) return { kind: 'signed-out', failure: error.failure }
  if (!(error instanceof RequestFailed))
    return { kind: 'retry', failure: notReached(manners.host, tools.network, error) }
  const { answer, mayStand, cause } = error
  if (answer?.status === 429) return limited(answer, manners, tools.clock.now())
  const judged = answer && manners.judge(answer)
  if (judged) return judged
  if (mayStand) return { kind: 'unclear', failure: answerLost(error, manners) }
  if (!answer) return { kind: 'retry', failure: notReached(manners.host, tools.network, cause) }
  if (pageIn(error)) return { kind: 'retry', failure: inTheWay(answer, manners) }
  return answer.status >= 500 || answer.status === 408 || answer.status === 425
    ? { kind: 'retry', failure: troubled(answer, manners) }
    : { kind: 'rejected', failure: foreign(answer, manners) }
}

/** Something else that sending needs, such as the relay, cannot be reached: it may be soon. */
const isPassing = ({ failure: { code } }: Refusal): boolean =>
  code === 'unreachable' || code === 'offline' || code === 'rate-limited'

/**
 * A page, or the way to one, in place of an answer to what makes no post: it comes from whatever is on the way for now, such as where one
 * signs in to a network of a hotel. Null where it is none.
 */
const pageIn = (error: unknown): Answer | null => {
  if (!(error instanceof RequestFailed) || error.mayStand || !error.answer) return null
  const { status, body } = error.answer
  const leadsElsewhere = status >= 300 && status < 400
  return status === SIGN_IN_ON_THE_WAY || leadsElsewhere || (status < 300 && body === undefined) ? error.answer : null
}

/** An answer is kept whole up to so many characters: what is longer is a page, and tells no more. */
export const ANSWER_KEPT = 10_000

/** What was said, for the activity log: words, not markup. */
export const said = ({ status, text }: Answer, redact: Redact): { detail: string } => ({
  detail: `${status} ${redact(text.replace(/<[^>]*>/g, ' '))}`.replace(/\s+/g, ' ').trim().slice(0, ANSWER_KEPT),
})

/** In doubt a limit ends in a minute. */
const LIMIT_PAUSE = 60_000

const limited = (answer: Answer, { name, redact, pauseIn }: Manners, now: number): Failing => ({
  kind: 'limited',
  until: limitEnds(answer, pauseIn?.(answer.body, answer.headers) ?? null, now),
  failure: failed(
    'rate-limited',
    `${name} takes no more posts from this account for now.`,
    `Nothing to do: Posthorn waits as long as ${name} asks.`,
    { ...said(answer, redact), told: because('channel-asks-to-wait', { network: name }) },
  ),
})

const limitEnds = ({ headers }: Answer, pause: number | null, now: number): number => {
  const after = headers.get('retry-after') ?? ''
  const until =
    pause !== null ? now + pause * 1000 : /^\d+(\.\d+)?$/.test(after) ? now + Number(after) * 1000 : Date.parse(after)
  return Number.isFinite(until) ? Math.max(now, Math.ceil(until)) : now + LIMIT_PAUSE
}

const answerLost = ({ answer, cause }: RequestFailed, { name, redact, asked }: Manners): Failure =>
  failed(
    'answer-lost',
    'The post was sent, but no answer came back.',
    asked
      ? `Nothing to do: ${name} is asked whether it arrived.`
      : `${name} cannot be asked: look there. If it stands, say that you found it; if not, post it again.`,
    {
      ...(answer
        ? said(answer, redact)
        : { detail: redact(cause instanceof Error ? cause.message : String(cause)).slice(0, 500) }),
      told: because('answer-lost', { network: name, asked: String(asked ?? false) }),
    },
  )

const troubled = (answer: Answer, { host, redact }: Manners): Failure =>
  failed(
    'unreachable',
    `${host} has a problem of its own right now.`,
    'Nothing to do: Posthorn tries again by itself.',
    { ...said(answer, redact), told: because('host-in-trouble', { host }) },
  )

const inTheWay = (answer: Answer, { host, redact }: Manners): Failure =>
  failed(
    'unreachable',
    `Something else answers in place of ${host} right now.`,
    'Nothing to do: Posthorn tries again by itself. If you must sign in to the network you are on, do that.',
    { ...said(answer, redact), told: because('something-in-the-way', { host }) },
  )

const foreign = (answer: Answer, { name, host, redact }: Manners): Failure =>
  failed(
    'channel-error',
    `${host} does not answer like ${name}.`,
    'Check the address, and whether something on the way (a proxy, a firewall) answers in its place.',
    { ...said(answer, redact), told: because('host-not-network', { host, network: name }) },
  )
