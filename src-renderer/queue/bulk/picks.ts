import { createContext, use } from 'react'
import type { ItemRow } from '../../../src-preload/contract/methods.ts'

/** The rows that are picked out, to do the same to all of them. */
export type Picks = {
  readonly rows: ReadonlyMap<string, ItemRow>
  toggle(row: ItemRow): void
}

export const PicksContext = createContext<Picks>({ rows: new Map(), toggle: () => undefined })

export const usePicks = (): Picks => use(PicksContext)
