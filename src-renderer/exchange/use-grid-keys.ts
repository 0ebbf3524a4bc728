import { type KeyboardEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ImportField, ImportRow } from '../../src-preload/contract/model/exchange.ts'
import { useInnerKeys } from '../commands/use-inner-keys.ts'
import { useDesk } from '../shell/desk-context.ts'
import { isCommand } from '../shell/keys.ts'
import { useCopy } from '../shell/use-copy.ts'
import { say } from '../words/say.ts'
import { cellCopied, cellsPasted } from './clipboard-cells.ts'
import { fieldName } from './exchange-words.ts'

/** Where to go once a cell is written; `none`: the focus is elsewhere already. */
export type Move = 'down' | 'on' | 'back' | 'stay' | 'none'

/** `typed`: what took the place of what stood there; `pasting`: what comes out of the clipboard will. */
export type Editing = { typed?: string; pasting?: true }

/** `moved` counts steps, so that the focus follows each, and does not jump to the sheet by itself. */
type Place = { line: number; column: number; moved: number }

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
}

/** Moves about in the sheet and writes in it as in every spreadsheet. */
export const useGridKeys = (rows: readonly ImportRow[], fields: readonly ImportField[]) => {
  const { exchange, toasts } = useDesk()
  const copy = useCopy()
  const [place, setPlace] = useState<Place>({ line: 0, column: 1, moved: 0 })
  const [editing, setEditing] = useState<Editing | null>(null)
  const last = { line: rows.length - 1, column: fields.length }
  // Rows that were put right may be gone from view.
  const line = Math.max(0, Math.min(place.line, last.line))
  const row = rows[line]
  const field = fields[place.column - 1]

  const to = (nextLine: number, nextColumn: number): void => {
    setEditing(null)
    setPlace(({ moved }) => ({
      line: Math.max(0, Math.min(last.line, nextLine)),
      column: Math.max(0, Math.min(last.column, nextColumn)),
      moved: moved + 1,
    }))
  }

  const step = (key: string, all: boolean): boolean => {
    const by = STEPS[key]
    if (by) {
      const far = all ? Math.max(rows.length, fields.length) : 1
      // Left and right are as they are seen, whichever way the writing runs.
      const way = document.dir === 'rtl' ? -1 : 1
      to(line + by[0] * far, place.column + by[1] * far * way)
    } else if (key === 'Home') to(all ? 0 : line, 0)
    else if (key === 'End') to(all ? last.line : line, last.column)
    else return false
    return true
  }

  const isCell = row !== undefined && field !== undefined && place.column > 0
  const take = (): void => {
    if (row !== undefined) exchange.skip([row.row], !row.skipped)
  }
  const fill = (): void => {
    const above = rows[line - 1]
    if (isCell && above !== undefined) exchange.edit(row.row, field, above.values[field] ?? '')
  }
  const hear = useInnerKeys([
    ['exchange.edit', () => (isCell ? setEditing({}) : take())],
    ['exchange.clear', () => isCell && exchange.edit(row.row, field, '')],
    ['exchange.fill', fill],
    ['exchange.take', take],
    ['exchange.undo', exchange.undoStep],
  ])

  /** A letter takes the place of what stands there; in the first column Space does what it does to a tick. */
  const write = ({ key }: KeyboardEvent): boolean => {
    if (key.length !== 1 || row === undefined) return false
    if (isCell) setEditing({ typed: key })
    else if (key === ' ') take()
    else return false
    return true
  }

  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    const command = isCommand(event)
    if (command && event.key === 'c' && isCell) {
      event.preventDefault()
      return void copy(cellCopied(row.values[field] ?? ''), fieldName(field))
    }
    // Only a field is given what is in the clipboard: it is there before the key does its work.
    if (command && event.key === 'v' && isCell) return flushSync(() => setEditing({ pasting: true }))
    const own = hear(event.nativeEvent) || (!event.altKey && (step(event.key, command) || (!command && write(event))))
    if (!own) return
    event.preventDefault()
    event.stopPropagation()
  }

  /** As many cells as come out of another sheet are filled at once. */
  const paste = (text: string): void => {
    setEditing(null)
    if (!isCell) return
    const { cells, over } = cellsPasted(text, { rows, fields, line, column: place.column - 1 })
    const [first] = cells
    if (first !== undefined && cells.length === 1) exchange.edit(first.row, first.field, first.value)
    else if (first !== undefined) exchange.paste(cells)
    if (cells.length + over > 1) toasts.tell(say('exchange.cells-pasted', { count: cells.length, over }))
    to(line, place.column)
  }

  const commit = (value: string, move: Move): void => {
    if (row !== undefined && field !== undefined) exchange.edit(row.row, field, value)
    if (move === 'none') return setEditing(null)
    to(line + (move === 'down' ? 1 : 0), place.column + (move === 'on' ? 1 : move === 'back' ? -1 : 0))
  }

  return {
    place: { ...place, line },
    editing,
    onKey,
    paste,
    begin: () => setEditing({}),
    commit,
    cancel: () => {
      setEditing(null)
      setPlace((one) => ({ ...one, moved: one.moved + 1 }))
    },
    hold: (at: number, column: number) => {
      if (at === line && column === place.column) return
      setEditing(null)
      setPlace(({ moved }) => ({ line: at, column, moved }))
    },
  }
}
