import { matchSorter } from 'match-sorter'
import { say } from '../words/say.ts'
import type { CommandGroup } from './command.ts'
import { type CommandId, COMMANDS } from './command-list.ts'
import { commandOf } from './keys-of.ts'

type CommandSection = { readonly group: CommandGroup; readonly ids: readonly CommandId[] }

/** The commands that a text names, by group, in their order; all of them without a text. */
export const findCommands = (text: string): readonly CommandSection[] => {
  const ids = COMMANDS.map(({ id }) => id)
  const named =
    text.trim() === ''
      ? ids
      : matchSorter(ids, text.trim(), {
          keys: [(id) => say(commandOf(id).name), (id) => say(`commands.group-${commandOf(id).group}`)],
        })
  const groups = [...new Set(COMMANDS.map(({ group }): CommandGroup => group))]
  return groups
    .map((group) => ({ group, ids: ids.filter((id) => commandOf(id).group === group && named.includes(id)) }))
    .filter((section) => section.ids.length > 0)
}
