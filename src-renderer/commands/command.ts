import type { WordKey } from '../words/en.ts'

export type CommandGroup = 'everywhere' | 'going' | 'writing' | 'marks' | 'queue' | 'review' | 'calendar' | 'exchange'

/** Something a person can ask for by key, from the palette, or both. What it does is bound by the room it belongs to. */
export type Command = {
  /** What it is called in the settings: `queue.next`. */
  readonly id: string
  readonly group: CommandGroup
  readonly name: WordKey
  /**
   * Keys until the person chooses others: `Mod+Shift+Enter`, a single letter (only while nobody types), or one after the
   * other (`g q`); several ways apart by ` | `; empty: none.
   */
  readonly keys: string
}
