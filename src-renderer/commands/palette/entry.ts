import type { LucideIcon } from 'lucide-react'
import type { CommandGroup } from '../command.ts'

type EntryGroup = CommandGroup | 'recent' | 'day' | 'settings' | 'accounts' | 'posts'

/** A line of the palette. */
export type Entry = {
  readonly id: string
  readonly group: EntryGroup
  readonly icon: LucideIcon
  readonly label: string
  /** Said beside it; empty: nothing. */
  readonly note: string
  /** As they are kept; empty: none. */
  readonly keys: string
  /** What it is found by. */
  readonly names: readonly string[]
  readonly run: () => void
  /** Instead of doing something it asks for more to be typed: for what, in words. */
  readonly asks?: string
}
