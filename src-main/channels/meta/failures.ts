import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import type { FailureCode } from '../../../src-preload/contract/failure.ts'
import { failed } from '../../core/refusal.ts'
import type { Access, ChannelTools, Lookup } from '../channel.ts'
import { type Redact, redactor } from '../kit/redact.ts'
import { type Failing, type Manners, outcomeOf, said } from '../kit/request-failures.ts'
import type { Answer } from '../kit/send-request.ts'
import { type GraphError, graphErrorOf, isLimit, isPassing } from './graph-error.ts'
import { limitEnds } from './limit-ends.ts'
import { reasonOf } from './reasons.ts'

/** Tokens of Meta's networks, as they begin, and as they stand in an address. */
const TOKENS = /\b(?:EAA|TH[A-Z]{2}|IG[A-Z]{2})[\w-]{20,}|(?<=(?:access_token|client_secret|code)=)[^&\s"]+/g

/** How Facebook, Instagram and Threads say no. */
export const mannersOf = (
  name: string,
  { settings, secret }: { settings: { server: string }; secret: Access<unknown>['secret'] },
  tools: ChannelTools,
): Manners => {
  const known = redactor([secret?.trim() ?? ''])
  const redact: Redact = (text) => known(text).replace(TOKENS, '[secret]')
  return {
    name,
    host: new URL(settings.server).host,
    redact,
    judge: (answer) => judge(answer, name, redact, tools.clock.now()),
  }
}

/** What an attempt came to, by what was thrown on the way; all three networks can be asked what stands. */
export const failingOf = (error: unknown, manners: Manners, tools: ChannelTools): Failing => {
  const outcome = outcomeOf(error, manners, tools)
  if (outcome.kind !== 'unclear') return outcome
  return {
    ...outcome,
    failure: {
      ...outcome.failure,
      next: `Nothing to do: ${manners.name} is asked whether it stands.` satisfies Sentence,
      told: undefined,
    },
  }
}

/** What asking came to, by what was thrown on the way. */
export const unknownOf = (
  error: unknown,
  manners: Manners,
  tools: ChannelTools,
): Extract<Lookup, { kind: 'unknown' }> => ({
  kind: 'unknown',
  failure: outcomeOf(error, manners, tools).failure,
})

const judge = (answer: Answer, name: string, redact: Redact, now: number): Failing | null => {
  const about = said(answer, redact)
  const rejected = (code: FailureCode, message: Sentence, next: Sentence, field?: string): Failing => ({
    kind: 'rejected',
    failure: failed(code, message, next, { ...about, ...(field !== undefined && { field }) }),
  })
  const error = graphErrorOf(answer)
  if (answer.status === 401 || error?.code === 190 || error?.code === 102) {
    return { kind: 'signed-out', failure: failed('signed-out', endOf(error, name), SIGN_IN, about) }
  }
  if (!error) {
    if (answer.status === 403) return rejected('rejected-by-channel', `${name} did not let this account do it.`, GRANT)
    return answer.status === 413
      ? rejected('media-too-large', `A file is too large for ${name}.`, 'Attach a smaller one.', 'media')
      : null
  }
  const reason = reasonOf(error, name)
  if (reason === 'later' || (!reason && isLimit(error))) {
    const message: Sentence = `${name} takes no more from this account for now.`
    const failure = failed('rate-limited', message, `Nothing to do: Posthorn waits as long as ${name} asks.`, about)
    return { kind: 'limited', until: limitEnds(answer.headers, now), failure }
  }
  if (reason) return rejected(...reason)
  // What a server in trouble says is left to who knows whether a post was at stake.
  if (answer.status >= 500) return null
  if (isPassing(answer)) {
    const message: Sentence = `${name} has a problem of its own right now.`
    return {
      kind: 'retry',
      failure: failed('unreachable', message, 'Nothing to do: Posthorn tries again by itself.', about),
    }
  }
  const words = redact(error.error_user_msg ?? error.message).slice(0, 200)
  return rejected(
    'rejected-by-channel',
    words === '' ? `${name} refused it, and did not say why (${error.code}).` : `${name} refused it: ${words}`,
    'Change what it complains about and retry.',
  )
}

const SIGN_IN = 'Connect the account again: sign in, and agree to all that is asked.'
const GRANT = 'Connect the account again and agree to all that is asked; you must be allowed to publish there.'

/** Why a token came to its end, by its subcode. */
const ENDS: Readonly<Record<number, (name: string) => Sentence>> = {
  458: (name) => `Your developer app was removed from the account at ${name}.`,
  459: (name) => `${name} wants to see you first: there is something to confirm.`,
  460: (name) => `The password at ${name} was changed, which ended the sign-in.`,
  463: (name) => `The sign-in at ${name} has come to its end.`,
  464: (name) => `${name} wants to see you first: there is something to confirm.`,
}

const endOf = (error: GraphError | null, name: string): Sentence =>
  ENDS[error?.error_subcode ?? 0]?.(name) ?? `${name} no longer accepts the sign-in of this account.`
