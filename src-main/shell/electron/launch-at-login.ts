import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { app as electron } from 'electron'
import { autostartEntry, autostartFile } from '../autostart-entry.ts'

/** What the system adds when it starts Posthorn by itself: it stays out of the way then. */
const HIDDEN = '--hidden'

/** Whether the system started Posthorn by itself: macOS says so in another way than by a word. */
export const startedBySystem = (): boolean =>
  process.argv.includes(HIDDEN) ||
  (process.platform === 'darwin' && electron.isPackaged && electron.getLoginItemSettings().wasOpenedAtLogin)

/** Lets the system start Posthorn, unseen, when the person signs in to the computer; or no longer. */
export const launchAtLogin = async (wanted: boolean): Promise<void> => {
  // While it is developed there is no app that could be started.
  if (!electron.isPackaged) return
  if (process.platform !== 'linux') {
    electron.setLoginItemSettings({ openAtLogin: wanted, args: [HIDDEN] })
    return
  }
  const path = autostartFile(process.env)
  if (!wanted) return rm(path, { force: true })
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, autostartEntry(process.env['APPIMAGE'] ?? process.execPath, HIDDEN))
}
