import { expect, test } from 'vitest'
import { acceleratorOf, MENU_COMMANDS, type MenuCommand } from '../../src-main/shell/menu-commands.ts'
import { COMMANDS } from '../../src-renderer/commands/command-list.ts'

test('the menus have the keys that the interface has', () => {
  const keys = new Map<string, string>(COMMANDS.map((one) => [one.id, one.keys]))
  for (const [id, own] of Object.entries(MENU_COMMANDS)) expect([id, keys.get(id)]).toEqual([id, own])
})

test.each<[MenuCommand, string | null, string | null]>([
  ['everywhere.new-post', null, 'CommandOrControl+N'],
  ['going.settings', null, 'CommandOrControl+,'],
  ['going.queue', null, 'CommandOrControl+1'],
  ['going.drafts', null, null],
  ['going.drafts', 'Mod+Shift+d', 'CommandOrControl+Shift+D'],
  ['going.drafts', 'd | Shift+d | Alt+ArrowUp', 'Alt+Up'],
  ['everywhere.palette', '', null],
  ['everywhere.palette', 'Mod+k Mod+p', null],
  ['everywhere.palette', 'Mod+Plus', 'CommandOrControl+Plus'],
  ['everywhere.help', 'F1', 'F1'],
])('%s with the keys %j is shown as %j', (command, keys, accelerator) => {
  expect(acceleratorOf(command, keys === null ? {} : { [command]: keys })).toBe(accelerator)
})
