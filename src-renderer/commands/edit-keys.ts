import type { Settings } from '../../src-preload/contract/model/settings.ts'
import { type CommandId, COMMANDS } from './command-list.ts'
import { areHeardTogether, commandOf, keysOf } from './keys-of.ts'
import { readKeys, type Sequence, writeKeys } from './presses.ts'

type Shortcuts = Settings['shortcuts']

/** A command that could not be reached any more: its keys are the same, or one of the two is the beginning of the other. */
export type Conflict = { readonly kind: 'taken' | 'begins'; readonly id: CommandId }

/** What editing fields, windows and systems keep for themselves. */
const RESERVED = new Set(
  (
    'Mod+c Mod+v Mod+x Mod+q Mod+w Mod+0 Mod+- Mod+= Mod+Plus Mod+Shift+i Tab Shift+Tab Mod+Tab Mod+Shift+Tab ' +
    'Alt+Tab Alt+F4 F11 ContextMenu'
  ).split(' '),
)

/** The presses that are not the app's to give away. */
export const reservedIn = (way: Sequence): readonly string[] =>
  way.filter((press) => RESERVED.has(press) || press.startsWith('Meta+'))

const clash = (a: Sequence, b: Sequence): Conflict['kind'] | null => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (!short.every((press, index) => long[index] === press)) return null
  return short.length === long.length ? 'taken' : 'begins'
}

const othersOf = (id: CommandId) =>
  COMMANDS.filter((other) => other.id !== id && areHeardTogether(other.group, commandOf(id).group))

/** Whom the keys would be taken from. */
export const conflictsOf = (id: CommandId, way: Sequence, shortcuts: Shortcuts): readonly Conflict[] =>
  othersOf(id).flatMap((other) => {
    const kinds = readKeys(keysOf(other.id, shortcuts)).map((theirs) => clash(way, theirs))
    const kind = kinds.find((one) => one === 'taken') ?? kinds.find((one) => one === 'begins')
    return kind == null ? [] : [{ kind, id: other.id }]
  })

/** The settings with a command's keys; its own keys need no entry. */
const put = (shortcuts: Shortcuts, id: CommandId, keys: string): Shortcuts => {
  const { [id]: _, ...rest } = shortcuts
  return keys === writeKeys(readKeys(commandOf(id).keys)) ? rest : { ...rest, [id]: keys }
}

/** The settings when a command gets these keys alone, and who had them before loses them. */
export const withKeys = (id: CommandId, way: Sequence, shortcuts: Shortcuts): Shortcuts =>
  conflictsOf(id, way, shortcuts).reduce(
    (before, other) => put(before, other.id, withoutClash(keysOf(other.id, before), way)),
    put(shortcuts, id, writeKeys([way])),
  )

const withoutClash = (keys: string, way: Sequence): string =>
  writeKeys(readKeys(keys).filter((theirs) => clash(way, theirs) === null))

export const withoutKeys = (id: CommandId, shortcuts: Shortcuts): Shortcuts => put(shortcuts, id, '')

/** The settings when a command has its own keys again; what the person gave of them to others is taken back. */
export const withOwnKeys = (id: CommandId, shortcuts: Shortcuts): Shortcuts => {
  const { [id]: _, ...rest } = shortcuts
  const own = readKeys(commandOf(id).keys)
  return othersOf(id).reduce((before, other) => {
    const theirs = before[other.id]
    if (theirs === undefined) return before
    return put(
      before,
      other.id,
      own.reduce((keys, way) => withoutClash(keys, way), theirs),
    )
  }, rest)
}

/** Commands whose keys the person changed; ids that no command has any more do not count. */
export const changedIn = (shortcuts: Shortcuts): readonly CommandId[] =>
  COMMANDS.filter(({ id }) => shortcuts[id] !== undefined).map(({ id }) => id)
