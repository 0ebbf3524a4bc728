import { isMac, readKeys, type Sequence } from '../commands/presses.ts'
import type { WordKey } from '../words/en.ts'
import { say } from '../words/say.ts'

/** Whether the person writes, or letters choose from a list: they are letters then, not commands. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches(
      'input:not([type=checkbox], [type=radio]), textarea, select, [role=spinbutton], [aria-haspopup=listbox]',
    ))

/** Whether a box lies before the page and takes all keys. */
export const isBehindDialog = (): boolean =>
  document.querySelector('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]') !== null

/** The modifier of commands: Cmd on a Mac, Ctrl elsewhere. */
export const isCommand = (event: KeyboardEvent | React.KeyboardEvent): boolean =>
  isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey

const ON_MAC: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '⏎',
  Backspace: '⌫',
  Delete: '⌦',
  Escape: 'esc',
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Plus: '+',
  Bar: '|',
  Meta: 'Super',
}

const WORDS: Readonly<Record<string, WordKey>> = {
  Mod: 'commands.key-ctrl',
  Ctrl: 'commands.key-ctrl',
  Alt: 'commands.key-alt',
  Shift: 'commands.key-shift',
  Enter: 'commands.key-enter',
  Escape: 'commands.key-escape',
  Space: 'commands.key-space',
  Delete: 'commands.key-delete',
  Backspace: 'commands.key-backspace',
  Tab: 'commands.key-tab',
  Home: 'commands.key-home',
  End: 'commands.key-end',
  PageUp: 'commands.key-page-up',
  PageDown: 'commands.key-page-down',
}

const printed = (part: string): string => {
  const sign = (isMac ? ON_MAC[part] : undefined) ?? SIGNS[part]
  if (sign !== undefined) return sign
  const word = WORDS[part]
  return word === undefined ? part.toLocaleUpperCase() : say(word)
}

/** One press as it is printed on this machine's keyboard: `Mod+Enter` as `⌘⏎` or `Ctrl+Enter`. */
export const pressName = (press: string): string =>
  press
    .split('+')
    .map(printed)
    .join(isMac ? '' : '+')

/** Presses one after the other: `G Q`. */
export const sequenceName = (way: Sequence): string => way.map(pressName).join(' ')

/** The first way of asking for something by key; empty: there is none. */
export const keyName = (keys: string): string => sequenceName(readKeys(keys)[0] ?? [])

/** The same for `aria-keyshortcuts`, which knows no sequences; undefined where there is nothing to say. */
export const keysForReaders = (keys: string): string | undefined => {
  const single = readKeys(keys).flatMap((way) => (way.length === 1 ? way : []))
  const said = single.map((press) =>
    press
      .split('+')
      .map((part) => (part === 'Mod' ? (isMac ? 'Meta' : 'Control') : part === 'Ctrl' ? 'Control' : part))
      .join('+'),
  )
  return said.length === 0 ? undefined : said.join(' ')
}
