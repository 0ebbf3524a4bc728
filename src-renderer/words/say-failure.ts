import type { Failure } from '../../src-preload/contract/failure.ts'
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
 * made of the reason and what it speaks of; without a reason the code tells it, with the core's own sentences beside it.
 */
export const sayFailure = (failure: Sayable): Said => {
  const { code, message, next, told } = failure
  if (locale().startsWith('en') || saidHere.has(failure)) return { message, next, own: null }
  const said = told === undefined ? null : sayTold(told)
  if (said !== null) return { ...said, own: null }
  return code === undefined
    ? { message, next, own: null }
    : { message: say(`failures.${code}`), next: say(`failures.${code}-next`), own: `${message} ${next}` }
}

/** The same in one line. */
export const sayFailureInLine = (failure: Sayable): string => {
  const { message, next } = sayFailure(failure)
  return next === '' ? message : `${message} ${next}`
}
