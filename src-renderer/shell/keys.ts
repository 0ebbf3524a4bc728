/** Whether the person writes: single letters are letters then, not commands. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [role=spinbutton]'))

/** Whether a box lies before the page and takes all keys. */
export const isBehindDialog = (): boolean =>
  document.querySelector('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]') !== null

const onMac = /mac/i.test(globalThis.navigator?.platform ?? '')

/** The modifier of commands: Cmd on a Mac, Ctrl elsewhere. */
export const isCommand = (event: KeyboardEvent | React.KeyboardEvent): boolean =>
  onMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey

/** A key as it is printed on this machine's keyboard: `Mod+Enter` as `⌘⏎` or `Ctrl+Enter`. */
export const keyName = (keys: string): string =>
  onMac ? keys.replace('Mod+', '⌘').replace('Shift+', '⇧').replace('Enter', '⏎') : keys.replace('Mod', 'Ctrl')
