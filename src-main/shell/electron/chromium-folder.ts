import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app as electron } from 'electron'

/**
 * Keeps all that Chromium writes inside the data folder, so that two data folders share nothing. Where that cannot be
 * written it gets a folder of its own for this run: enough for the dialog that will say why Posthorn cannot start.
 */
export const keepChromiumIn = (home: string): void => {
  const folder = join(home, 'chromium')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    electron.setPath('userData', folder)
  } catch {
    electron.setPath('userData', mkdtempSync(join(tmpdir(), 'posthorn-')))
  }
}
