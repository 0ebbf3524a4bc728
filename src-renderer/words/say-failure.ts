import type { Failure } from '../../src-preload/contract/failure.ts'
import { locale, say } from './say.ts'

const saidHere = new WeakSet<object>()

/** Marks a failure that the page itself met: its sentences are in the tongue that is spoken already. */
export const inOwnWords = (failure: Failure): Failure => {
  saidHere.add(failure)
  return failure
}

type Told = Pick<Failure, 'message' | 'next'> & { code?: Failure['code'] }

/** `own`: the core's sentences where they stand in another language than the rest; null: they are what is said. */
type SaidFailure = { message: string; next: string; own: string | null }

/**
 * A failure in the tongue that is spoken. The core speaks English and has the figures: in another tongue its code tells
 * what happened and what to do next, and the core's own sentences are kept beside it.
 */
export const sayFailure = (failure: Told): SaidFailure => {
  const { code, message, next } = failure
  return code === undefined || locale().startsWith('en') || saidHere.has(failure)
    ? { message, next, own: null }
    : { message: say(`failures.${code}`), next: say(`failures.${code}-next`), own: `${message} ${next}` }
}
