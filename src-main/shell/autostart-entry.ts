import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where a Linux desktop looks for what it starts at sign-in: https://specifications.freedesktop.org/autostart-spec/latest/ */
export const autostartFile = (env: Readonly<Record<string, string | undefined>>): string =>
  join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'autostart', 'posthorn.desktop')

/** Quoted as the desktop entry specification has it. */
export const autostartEntry = (executable: string, flag: string): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Posthorn',
    `Exec="${executable.replaceAll(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%')}" ${flag}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
