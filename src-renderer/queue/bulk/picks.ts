import { createContext, use, useCallback, useMemo, useRef, useState } from 'react'
import type { ItemRow } from '../../../src-preload/contract/methods.ts'

/** The rows that are picked out, to do the same to all of them. */
export type Picks<T = ItemRow> = {
  readonly rows: ReadonlyMap<string, T>
  /** Picks it, or lets go of it; `toHere`: picks all from the one before up to it. */
  toggle(row: T, toHere?: boolean): void
}

export const PicksContext = createContext<Picks>({ rows: new Map(), toggle: () => undefined })

export const usePicks = (): Picks => use(PicksContext)

/** The ids picked after a row was pressed; `from` is the one that was pressed before. */
export const pickedAfter = (
  before: ReadonlySet<string>,
  rows: readonly { id: string }[],
  id: string,
  from: string | null,
): ReadonlySet<string> => {
  const [first, last] = [rows.findIndex((row) => row.id === from), rows.findIndex((row) => row.id === id)]
  if (from !== null && first !== -1 && last !== -1) {
    const between = rows.slice(Math.min(first, last), Math.max(first, last) + 1)
    return new Set([...before, ...between.map((row) => row.id)])
  }
  return before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])
}

/** What is picked out of these rows; what left the list is no longer picked. */
export const usePicking = <T extends { id: string }>(rows: readonly T[]) => {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const anchor = useRef<string | null>(null)
  const picked = useMemo(() => (ids.size === 0 ? [] : rows.filter((row) => ids.has(row.id))), [rows, ids])
  const picks = useMemo<Picks<T>>(
    () => ({
      rows: new Map(picked.map((row) => [row.id, row])),
      toggle: ({ id }, toHere = false) => {
        const from = toHere ? anchor.current : null
        setIds((before) => pickedAfter(before, rows, id, from))
        anchor.current = id
      },
    }),
    [picked, rows],
  )
  const pick = useCallback((some: readonly T[]) => {
    anchor.current = null
    setIds(new Set(some.map((row) => row.id)))
  }, [])
  return { picked, picks, pick }
}
