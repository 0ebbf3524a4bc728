import { app as electron, dialog } from 'electron'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import { failed, Refusal } from '../../core/refusal.ts'
import { because } from '../../core/told.ts'
import { say, sayBootFailure, speakIn } from '../words/say.ts'
import { bootQuestion, isRecoverable } from './boot-question.ts'

/**
 * Says why Posthorn cannot run, what to do about it, and ends with exit code 1. Nothing was changed by then. A damaged
 * database can be recovered right here: then Posthorn starts anew.
 */
export const giveUp = async (error: unknown, home?: string): Promise<void> => {
  const failure = failureOf(error)
  const { message, next, detail } = failure
  process.stderr.write(`${message} ${next}${detail === undefined ? '' : ` (${detail})`}\n`)
  // What the person chose stands in the database; without it the computer's language is spoken.
  speakIn('system', electron.getLocale())
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
    const { message, next } = sayBootFailure(failureOf(error))
    await dialog.showMessageBox({
      type: 'error',
      title: say('boot.not-recovered'),
      message,
      detail: next,
      buttons: [say('boot.ok')],
    })
    return false
  }
}

const tell = async ({ rows, lost }: { rows: number; lost: { table: string; rows: number }[] }, aside: string) => {
  const gone = lost.map(({ table, rows: count }) => say('boot.rows-of', { count, table })).join(', ')
  await dialog.showMessageBox({
    type: 'info',
    title: say('boot.recovered'),
    message: [say('boot.rows', { rows }), ...(gone === '' ? [] : [say('boot.rows-lost', { lost: gone })])].join(' '),
    detail: say('boot.aside', { path: aside }),
    buttons: [say('boot.start')],
  })
}

/** What to tell a person about an error met while starting. */
export const failureOf = (error: unknown): Failure =>
  error instanceof Refusal
    ? error.failure
    : failed('internal', 'Posthorn met an error of its own and cannot start.', 'Start it again.', {
        told: because('boot-internal'),
        detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
      })
