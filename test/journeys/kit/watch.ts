import { join } from 'node:path'
import type { Desktop } from './desktop.ts'

/*
 * What Posthorn asks of the system, noted instead of done: a browser, or a box that nobody would answer.
 */

/** To be loaded before the app (`-r`): message boxes go to the file that POSTHORN_DIALOGS names. */
export const DIALOG_NOTES = join(import.meta.dirname, 'note-dialogs.cjs')

declare global {
  // In Electron's main process.
  var noted: unknown[]
}

const read = (desktop: Desktop) => () => desktop.electron.evaluate(() => globalThis.noted)

/** From now on links are noted instead of opened; returns the way to read them. */
export const watchBrowser = async (desktop: Desktop): Promise<() => Promise<unknown[]>> => {
  await desktop.electron.evaluate(({ shell }) => {
    globalThis.noted = []
    shell.openExternal = (url) => {
      globalThis.noted.push(url)
      return Promise.resolve()
    }
  })
  return read(desktop)
}

/** From now on questions are noted and answered by the button with this number; returns the way to read them. */
export const answerQuestions = async (desktop: Desktop, button: number): Promise<() => Promise<unknown[]>> => {
  await desktop.electron.evaluate(({ dialog }, response) => {
    globalThis.noted = []
    dialog.showMessageBox = (...given: unknown[]) => {
      globalThis.noted.push(given.at(-1))
      return Promise.resolve({ response, checkboxChecked: false })
    }
  }, button)
  return read(desktop)
}
