import { app as electron, dialog } from 'electron'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import { failed, Refusal } from '../../core/refusal.ts'
import { bootQuestion, isRecoverable } from './boot-question.ts'

/**
 * Says why Posthorn cannot run, what to do about it, and ends with exit code 1. Nothing was changed by then. A damaged
 * database can be recovered right here: then Posthorn starts anew.
 */
export const giveUp = async (error: unknown, home?: string): Promise<void> => {
  const failure = failureOf(error)
  const { message, next, detail } = failure
  process.stderr.write(`${message} ${next}${detail === undefined ? '' : ` (${detail})`}\n`)
  if (home !== undefined && isRecoverable(failure)) {
    const usable = await recovered(home, failure)
    if (usable) electron.relaunch()
    return electron.exit(usable ? 0 : 1)
  }
  const { choices: _none, ...question } = bootQuestion(failure, null)
  await dialog.showMessageBox({ type: 'error', ...question })
  electron.exit(1)
}

/** Asks how to go on with a damaged database, and does it; says whether it is usable again. */
const recovered = async (home: string, failure: Failure): Promise<boolean> => {
  const { goodSnapshots, recoverHome } = await import('../recover-home.ts')
  const [newest] = await goodSnapshots(home)
  const { choices, ...question } = bootQuestion(failure, { newest })
  const { response } = await dialog.showMessageBox({
    type: 'error',
    ...question,
    defaultId: 0,
    cancelId: choices.length,
  })
  const chosen = choices[response]
  if (!chosen) return false
  try {
    const { salvaged, aside } = await recoverHome(home, 'desktop', chosen)
    if (salvaged) await tell(salvaged, aside)
    return true
  } catch (error) {
    const { message, next } = failureOf(error)
    await dialog.showMessageBox({
      type: 'error',
      title: 'It could not be recovered',
      message,
      detail: next,
      buttons: ['OK'],
    })
    return false
  }
}

const tell = async ({ rows, lost }: { rows: number; lost: { table: string; rows: number }[] }, aside: string) => {
  const gone = lost.map(({ table, rows: count }) => `${count} of ${table}`).join(', ')
  await dialog.showMessageBox({
    type: 'info',
    title: 'The database was recovered',
    message: `${rows} rows could be read.${gone === '' ? '' : ` These could not: ${gone}.`}`,
    detail: `The damaged database is kept: ${aside}`,
    buttons: ['Start Posthorn'],
  })
}

/** What to tell a person about an error met while starting. */
export const failureOf = (error: unknown): Failure =>
  error instanceof Refusal
    ? error.failure
    : failed('internal', 'Posthorn met an error of its own and cannot start.', 'Start it again.', {
        detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
      })
