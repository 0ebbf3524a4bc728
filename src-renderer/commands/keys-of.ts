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

/** Rooms that are never open at the same time can have the same keys. */
export const areHeardTogether = (a: CommandGroup, b: CommandGroup): boolean =>
  a === b || isEverywhere(a) || isEverywhere(b)

export const isEverywhere = (group: CommandGroup): boolean => group === 'everywhere' || group === 'going'
