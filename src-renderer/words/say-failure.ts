import type { Failure } from '../../src-preload/contract/failure.ts'
import { sayAsChannelIfKnown } from './say-as-channel.ts'
import { sayTold } from './say-told.ts'
import { locale, say } from './say.ts'

const saidHere = new WeakSet<object>()

/** Marks a failure that the page itself met: its sentences are in the tongue that is spoken already. */
export const inOwnWords = <const T extends object>(failure: T): T => {
  saidHere.add(failure)
  return failure
}

/** What happened and what to do next, as the core tells it: a failure, a problem of a post, advice. */
export type Sayable = Pick<Failure, 'message' | 'next' | 'told'> & { code?: Failure['code'] }

/** `own`: the core's sentences where they stand in another language than the rest; null: they are what is said. */
type Said = { message: string; next: string; own: string | null }

/**
 * What the core says, in the tongue that is spoken. In English these are its own sentences. In another tongue they are
 * made of the reason and what it speaks of, or by the sentences themselves; where both are unknown the code tells it, with
 * the core's own sentences beside it.
 */
export const sayFailure = (failure: Sayable): Said => {
  const { code, message, next, told } = failure
  if (locale().startsWith('en') || saidHere.has(failure)) return { message, next, own: null }
  const said = told === undefined ? sayAsSaid(failure) : sayTold(told)
  if (said !== null) return { ...said, own: null }
  return code === undefined
    ? { message, next, own: null }
    : { message: say(`failures.${code}`), next: say(`failures.${code}-next`), own: `${message} ${next}` }
}

/** The same with the account's name in front, for where nothing else tells whose it is. */
export const ofAccount = (failure: Failure, name: string): Failure => {
  const { message, next, told = { reason: 'as-said', about: { message, next } } } = failure
  return { ...failure, message: `${name}: ${message}`, told: { ...told, of: name } }
}

/** The same for where it stands beside its field, whose name it needs not say again. */
export const besideField = <T extends Pick<Sayable, 'told'>>(failure: T): T => {
  const { told } = failure
  if (told?.field === undefined) return failure
  const { field: _named, ...rest } = told
  return { ...failure, told: rest }
}

/** Sentences of a channel that stand in the catalogue as they are; null where they do not. */
const sayAsSaid = ({ code, message, next }: Sayable): { message: string; next: string } | null => {
  const said = sayAsChannelIfKnown(message)
  if (said === null) return null
  const then = next === '' ? '' : sayAsChannelIfKnown(next)
  return { message: said, next: then ?? (code === undefined ? next : say(`failures.${code}-next`)) }
}

/** The same in one line. */
export const sayFailureInLine = (failure: Sayable): string => {
  const { message, next } = sayFailure(failure)
  return next === '' ? message : `${message} ${next}`
}
