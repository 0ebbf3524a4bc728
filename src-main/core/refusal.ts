import type { Failure, FailureCode, Reply } from '../../src-preload/contract/failure.ts'
import type { Sentence } from '../../src-preload/contract/model/sentence.ts'
import type { Told } from '../../src-preload/contract/model/told.ts'

/** The one error that is meant for a person: thrown where a use case cannot go on, turned into a reply at the gate. */
export class Refusal extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'Refusal'
    this.failure = failure
  }
}

type About = { field?: string; detail?: string }

/**
 * Builds a failure; `about` carries the field it concerns and what the other side said. It is told by a reason, or in
 * sentences that stand in the catalogues as they are: so whoever reads it, reads it in their own language.
 */
type Fail<R> = {
  (code: FailureCode, message: Sentence, next: Sentence, about?: About): R
  (code: FailureCode, message: string, next: string, about: About & { told: Told }): R
}

/** Builds a failure for programs and for the command line, which are answered in English alone. */
export const failedInEnglish = (
  code: FailureCode,
  message: string,
  next: string,
  about: About & { told?: Told } = {},
): Failure => ({ code, message, next, ...about })

/** Builds a failure that a person may read. */
export const failed: Fail<Failure> = (...of: Parameters<typeof failedInEnglish>) => failedInEnglish(...of)

/** Stops a use case with a failure that programs and the command line read. */
export const refuseInEnglish = (...of: Parameters<typeof failedInEnglish>): never => {
  throw new Refusal(failedInEnglish(...of))
}

/** Stops a use case with a failure that a person may read. */
export const refuse: Fail<never> = (...of: Parameters<typeof failedInEnglish>) => refuseInEnglish(...of)

/** The value of a reply, or its failure thrown. */
export const granted = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Refusal(reply.failure)
  return reply.value
}
