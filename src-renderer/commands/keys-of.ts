import type { Settings } from '../../src-preload/contract/model/settings.ts'
import { type CommandId, COMMANDS } from './command-list.ts'
import type { Command, CommandGroup } from './command.ts'

type Shortcuts = Settings['shortcuts']

/** Its row, read as what it is. */
export const commandOf = (id: CommandId): Command & { readonly id: CommandId } => {
  const found = COMMANDS.find((one) => one.id === id)
  if (found === undefined) throw new Error(`There is no command ${id}.`)
  return found
}

/** The keys that a command has now: the person's, else its own. Empty: none. */
export const keysOf = (id: CommandId, shortcuts: Shortcuts): string => shortcuts[id] ?? commandOf(id).keys

/** Parts of a page that hear the keys before anything else does, while the focus is in them. */
const INNER: ReadonlySet<CommandGroup> = new Set<CommandGroup>(['marks', 'review', 'exchange'])

/** Rooms that are never open at the same time can have the same keys, and so can what hears them before the others. */
export const areHeardTogether = (a: CommandGroup, b: CommandGroup): boolean =>
  a === b || (!INNER.has(a) && !INNER.has(b) && (isEverywhere(a) || isEverywhere(b)))

export const isEverywhere = (group: CommandGroup): boolean => group === 'everywhere' || group === 'going'
