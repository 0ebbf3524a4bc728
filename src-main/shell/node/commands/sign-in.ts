import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Input } from '../../../../src-preload/contract/methods.ts'
import { Refusal } from '../../../core/refusal.ts'
import type { Caller } from '../caller/caller.ts'
import { openBrowser } from '../open-browser.ts'

const LOOK_AGAIN = 500

/** How a person at a terminal is led through a sign-in; a test brings its own. */
export type Terminal = {
  tell(text: string): void
  open(url: string): void
  /** Calls back with each line that is typed; returns the way to stop. Nothing is asked where nobody can type. */
  lines(typed: (line: string) => void): () => void
}

export const terminal: Terminal = {
  // Not the command's result.
  tell: (text) => void process.stderr.write(`${text}\n`),
  open: openBrowser,
  lines: (typed) => {
    if (!process.stdin.isTTY) return () => {}
    const reader = createInterface({ input: process.stdin })
    reader.on('line', typed)
    return () => reader.close()
  },
}

/**
 * Begins a sign-in, shows the way to it, and waits until the person is back; gives its id. Throws a Refusal that says why
 * nothing came of it.
 */
export const signInBy = async (
  caller: Caller,
  asked: Input<'signIns.start'>,
  browser: boolean,
  { tell, open, lines }: Terminal = terminal,
): Promise<string> => {
  const { signInId, url, redirect } = await caller.call('signIns.start', asked)
  tell(`Sign in and agree here:\n\n${url}\n`)
  if (browser) open(url)
  tell(`Waiting until the browser is back. If it cannot come back, paste the address it ended at (${redirect}?...):`)
  const stop = lines((line) => {
    if (line.trim() !== '') void paste(caller, signInId, line, tell)
  })
  try {
    for (;;) {
      const { state, failure } = await caller.call('signIns.get', { signInId })
      if (state === 'arrived') return signInId
      if (failure) throw new Refusal(failure)
      await sleep(LOOK_AGAIN)
    }
  } finally {
    stop()
  }
}

const paste = async (caller: Caller, signInId: string, address: string, tell: Terminal['tell']): Promise<void> => {
  try {
    await caller.call('signIns.finish', { signInId, address })
  } catch (error) {
    tell(error instanceof Refusal ? `${error.failure.message} ${error.failure.next}` : String(error))
  }
}
