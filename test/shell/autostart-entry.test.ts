import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { autostartEntry, autostartFile } from '../../src-main/shell/autostart-entry.ts'

test('the entry is where the desktop looks for it', () => {
  expect(autostartFile({})).toBe(join(homedir(), '.config', 'autostart', 'posthorn.desktop'))
  expect(autostartFile({ XDG_CONFIG_HOME: '/elsewhere' })).toBe(join('/elsewhere', 'autostart', 'posthorn.desktop'))
})

test('the entry names the program whatever its path holds', () => {
  expect(autostartEntry('/opt/Post "horn"/100% $new', '--hidden').split('\n')).toContain(
    String.raw`Exec="/opt/Post \"horn\"/100%% \$new" --hidden`,
  )
})
