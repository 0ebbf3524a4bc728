import type { Failure, FailureCode, Reply } from '../../src-preload/contract/failure.ts'
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

/** Builds a failure; `about` carries the field it concerns, what the other side said, and what its sentences say. */
export const failed = (
  code: FailureCode,
  message: string,
  next: string,
  about: { field?: string; detail?: string; told?: Told } = {},
): Failure => ({ code, message, next, ...about })

/** Stops a use case with a failure. */
export const refuse = (...of: Parameters<typeof failed>): never => {
  throw new Refusal(failed(...of))
}

/** The value of a reply, or its failure thrown. */
export const granted = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Refusal(reply.failure)
  return reply.value
}
