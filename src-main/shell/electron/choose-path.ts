import type { BrowserWindow, Dialog } from 'electron'

/** The system's own dialogs for files. */
export type Dialogs = Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>

/** What an export is called unless the person calls it otherwise. */
const EXPORT = 'posthorn.age'

/** Asks for a folder; null when the person closed the dialog. */
export const chooseFolder = async (dialogs: Dialogs, browser: BrowserWindow): Promise<string | null> => {
  const { canceled, filePaths } = await dialogs.showOpenDialog(browser, {
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** Asks for a file, one that is there or one to be written; null when the person closed the dialog. */
export const chooseFile = async (dialogs: Dialogs, browser: BrowserWindow, input: unknown): Promise<string | null> => {
  const { purpose } = (input ?? {}) as { purpose?: unknown }
  if (purpose === 'write') {
    const { canceled, filePath } = await dialogs.showSaveDialog(browser, { defaultPath: EXPORT })
    return canceled ? null : filePath || null
  }
  const { canceled, filePaths } = await dialogs.showOpenDialog(browser, { properties: ['openFile'] })
  return canceled ? null : (filePaths[0] ?? null)
}
