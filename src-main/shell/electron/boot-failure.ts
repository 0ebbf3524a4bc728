import { app as electron, dialog } from 'electron'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import { failed, Refusal } from '../../core/refusal.ts'

/** Says why Posthorn cannot run, what to do about it, and ends with exit code 1. Nothing was changed by then. */
export const giveUp = async (error: unknown): Promise<void> => {
  const { message, next, detail } = failureOf(error)
  process.stderr.write(`${message} ${next}${detail === undefined ? '' : ` (${detail})`}\n`)
  await dialog.showMessageBox({
    type: 'error',
    title: 'Posthorn cannot start',
    message,
    detail: next,
    buttons: ['Quit'],
  })
  electron.exit(1)
}

/** What to tell a person about an error met while starting. */
export const failureOf = (error: unknown): Failure =>
  error instanceof Refusal
    ? error.failure
    : failed('internal', 'Posthorn met an error of its own and cannot start.', 'Start it again.', {
        detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
      })
