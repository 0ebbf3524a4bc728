import { createContext, use } from 'react'
import type { Crowd, EntryGroup, SlotStop } from './groups.ts'

/** Where the keys are: a day, and in it a post or slot by its key; null: the day itself. */
export type Focus = { readonly day: string; readonly key: string | null }

/** Which way a post is moved by the keys. */
export type Arrow = 'left' | 'right' | 'up' | 'down'

/** What every part of the calendar shares. */
export type Board = {
  readonly zone: string
  /** A second zone to show times in. */
  readonly second: string | null
  readonly today: string
  readonly focus: Focus
  onFocus(focus: Focus): void
  /** Shows a post, beside the element that stands for it. */
  open(group: EntryGroup, element: HTMLElement): void
  write(slot: SlotStop): void
  writeOn(day: string): void
  /** Shows what there is no room for, beside the element that stands for it. */
  openCrowd(crowd: Crowd, element: HTMLElement): void
  /** Shows a day with all its posts. */
  openDay(day: string): void
  startDrag(group: EntryGroup, event: React.PointerEvent<HTMLElement>): void
}

export const BoardContext = createContext<Board | null>(null)

export const useBoard = (): Board => {
  const board = use(BoardContext)
  if (board === null) throw new Error('This component stands outside the calendar.')
  return board
}
