import type { Settings } from '../../src-preload/contract/model/settings.ts'

/** Commands of the interface that stand in the menus, with the keys they have until the person chooses others. */
export const MENU_COMMANDS = {
  'everywhere.new-post': 'Mod+N | n',
  'everywhere.palette': 'Mod+K',
  'everywhere.help': '?',
  'going.today': 'g t',
  'going.queue': 'g q | Mod+1',
  'going.calendar': 'g c',
  'going.drafts': 'g d',
  'going.slots': 'g l',
  'going.accounts': 'g a',
  'going.settings': 'Mod+, | g s',
  'going.exchange': 'g i',
  'going.activity': 'g y',
  'going.health': 'g h',
} as const
export type MenuCommand = keyof typeof MENU_COMMANDS

/** What the system's menus call keys that have other names in a page. */
const NAMES: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl',
  Ctrl: 'Control',
  Meta: 'Super',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Escape: 'Esc',
  Bar: '|',
}

/** One press, held together with a modifier, or a function key: a menu knows no others, and a letter alone is for writing. */
const isForMenu = (way: string): boolean =>
  /^(?:(?:Mod|Ctrl|Meta|Alt|Shift)\+)*F\d+$|^(?:Mod|Ctrl|Meta|Alt)\+\S+$/.test(way)

/** The accelerator that a menu shows for a command; null: it has no keys that a menu could have. */
export const acceleratorOf = (command: MenuCommand, shortcuts: Settings['shortcuts']): string | null => {
  const way = (shortcuts[command] ?? MENU_COMMANDS[command]).split(' | ').find(isForMenu)
  if (way === undefined) return null
  return way
    .split('+')
    .map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join('+')
}
