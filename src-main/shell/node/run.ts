import { CommanderError } from 'commander'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import { failedInEnglish, Refusal } from '../../core/refusal.ts'
import { printFailure, Shortfall } from './output/output.ts'
import { createProgram } from './program.ts'

/**
 * Runs one command line and gives its exit code: 0 all was done, 1 it was refused or came to nothing, 2 the command line
 * itself is wrong. Never rejects.
 */
export const run = async (args: readonly string[]): Promise<number> => {
  const json = args.includes('--json')
  try {
    await createProgram().parseAsync(args, { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0
      // For a person commander has printed it already.
      if (json) printFailure(wrongUse(error), {}, json)
      return 2
    }
    printFailure(failureOf(error), error instanceof Shortfall ? error.about : {}, json)
    return 1
  }
}

const wrongUse = ({ message }: CommanderError): Failure =>
  failedInEnglish('invalid-input', message.replace(/^error: /, ''), 'See --help.')

const failureOf = (error: unknown): Failure =>
  error instanceof Refusal || error instanceof Shortfall
    ? error.failure
    : failedInEnglish('internal', 'Posthorn met an error of its own.', 'Try again.', {
        detail: error instanceof Error ? error.message : String(error),
      })
