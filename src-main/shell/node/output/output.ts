import type { Failure } from '../../../../src-preload/contract/failure.ts'

/** Where a command's words go. Results to stdout, everything else to stderr. */
export type Output = {
  /** The command's one result: a JSON document with --json, else what `text` makes of it. */
  result(document: unknown, text: () => string): void
  /** Something a person should see before the command fails; nothing with --json. */
  say(text: string): void
}

/** A command that did not do all it was asked to; `about` goes into the JSON document beside the failure. */
export class Shortfall extends Error {
  readonly failure: Failure
  readonly about: Record<string, unknown>

  constructor(failure: Failure, about: Record<string, unknown>) {
    super(failure.message)
    this.name = 'Shortfall'
    this.failure = failure
    this.about = about
  }
}

export const createOutput = (json: boolean): Output => ({
  result: (document, text) => void process.stdout.write(json ? inJson(document) : `${text()}\n`),
  say: (text) => {
    if (!json) process.stdout.write(`${text}\n`)
  },
})

/** What a failure leaves: its JSON document on stdout with --json, else "what happened. what to do." on stderr, with the detail of an error of our own. */
export const printFailure = (failure: Failure, about: Record<string, unknown>, json: boolean): void => {
  if (json) process.stdout.write(inJson({ failure, ...about }))
  else
    process.stderr.write(
      `${[failure.message, failure.next, failure.code === 'internal' ? (failure.detail ?? '') : ''].join(' ').trimEnd()}\n`,
    )
}

const inJson = (document: unknown) => `${JSON.stringify(document, null, 2)}\n`
