import { mkdir, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { app as electron } from 'electron'

/** What the system adds when it starts Posthorn by itself: it stays out of the way then. */
export const HIDDEN = '--hidden'

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
  await writeFile(path, autostartEntry(process.env['APPIMAGE'] ?? process.execPath))
}

/** https://specifications.freedesktop.org/autostart-spec/latest/ */
export const autostartFile = (env: Readonly<Record<string, string | undefined>>): string =>
  join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'autostart', 'posthorn.desktop')

/** Quoted as the desktop entry specification has it. */
export const autostartEntry = (executable: string): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Posthorn',
    `Exec="${executable.replaceAll(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%')}" ${HIDDEN}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
