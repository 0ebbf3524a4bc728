import type { z } from 'zod'
import type { Failure, Reply } from '../../src-preload/contract/failure.ts'
import type { Media } from '../../src-preload/contract/model/media.ts'
import { type MethodName, methods, type Output, type Parsed } from '../../src-preload/contract/methods.ts'
import { failed, failedInEnglish, Refusal } from './refusal.ts'
import type { Log, NamedFile } from './ports.ts'
import { because } from './told.ts'
import { tellIssue } from './told-issue.ts'

/** One function for each method of the contract, input already parsed. A Refusal thrown becomes the reply. */
export type Handlers = { [M in MethodName]: (input: Parsed<M>) => Promise<Output<M>> }

/** Answers one call of whatever transport: any name, any input. Never rejects. */
export type Gate = (method: string, input: unknown) => Promise<Reply<unknown>>

/** Copies a file in as it comes, of any length, in constant memory: `media.add` for what is too large for a call. Never rejects. */
export type TakeFile = (file: NamedFile) => Promise<Reply<Media>>

/**
 * The one way in: unknown methods and malformed input are refused before a handler sees them, and what goes out has
 * passed the contract's schema.
 */
export const createGate =
  (handlers: Handlers, log: Log): Gate =>
  async (method, input) => {
    if (!isMethod(method)) {
      return {
        ok: false,
        failure: failedInEnglish(
          'unknown-method',
          `There is no method "${method.slice(0, 80)}".`,
          'See the list of methods.',
        ),
      }
    }
    const parsed = methods[method].input.safeParse(input ?? {})
    if (!parsed.success) return { ok: false, failure: invalid(parsed.error) }
    const handler = handlers[method] as (input: unknown) => Promise<unknown>
    return replyOf(method, log, async () => methods[method].output.parse(await handler(parsed.data)))
  }

/** What a use case comes to, as a reply: a Refusal is its failure, anything else one of Posthorn's own. Never rejects. */
export const replyOf = async <T>(method: string, log: Log, work: () => Promise<T>): Promise<Reply<T>> => {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure }
    log.error(`${method} failed`, { error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    return { ok: false, failure: internal(error) }
  }
}

export const isMethod = (name: string): name is MethodName => Object.hasOwn(methods, name)

const UNTOLD = { message: 'The input is not valid.', told: because('field-unfit') }

const invalid = (error: z.ZodError): Failure => {
  const [first] = error.issues
  const field = first?.path.join('.') ?? ''
  const { message, told } = first ? tellIssue(first) : UNTOLD
  return failed(
    'invalid-input',
    field === '' ? message : `${field}: ${message}`,
    'Correct it and try again; nothing was changed.',
    { ...(field !== '' && { field }), told: { ...told, ...(field !== '' && { field }) } },
  )
}

const internal = (error: unknown): Failure =>
  failed(
    'internal',
    'Posthorn met an error of its own; nothing was changed by this step.',
    'Try again. If it happens again, the log in the data folder says more.',
    { detail: error instanceof Error ? error.message : String(error), told: because('internal') },
  )
