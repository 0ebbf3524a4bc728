import { useEffect, useRef } from 'react'
import type { ItemRow } from '../../src-preload/contract/methods.ts'

/** When the row that keys are about leaves the list, they go on with the one that stood after it, or else before it. */
export const useHeir = (rows: readonly ItemRow[], activeId: string | null, onHeir: (row: ItemRow) => void): void => {
  const before = useRef(rows)
  useEffect(() => {
    const were = before.current
    before.current = rows
    const at = were.findIndex((row) => row.id === activeId)
    if (at === -1 || rows.some((row) => row.id === activeId)) return
    const left = new Set(rows.map((row) => row.id))
    const heir = [...were.slice(at + 1), ...were.slice(0, at).toReversed()].find((row) => left.has(row.id))
    if (heir !== undefined) onHeir(heir)
  }, [rows, activeId, onHeir])
}
