/*
 * Loaded into Electron before the app (`-r`): message boxes are written to the file POSTHORN_DIALOGS names, one JSON line
 * each, and answered as by Escape: nothing is done.
 */
const { appendFileSync } = require('node:fs')
const { dialog } = require('electron')

dialog.showMessageBox = (...given) => {
  appendFileSync(process.env.POSTHORN_DIALOGS, `${JSON.stringify(given.at(-1))}\n`)
  return Promise.resolve({ response: given.at(-1).cancelId ?? 0, checkboxChecked: false })
}
