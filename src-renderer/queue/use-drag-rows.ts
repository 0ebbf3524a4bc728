import { type DragEvent, type RefObject, useState } from 'react'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import { watchDragEnd } from './watch-drag-end.ts'

/** What a dragged row is known by, so that nothing else is taken for one. */
const ROW_TYPE = 'application/x-posthorn-item'

/** Where a dragged row would go: before which row of the list. */
type Drag = { row: ItemRow; gap: number | null }

type DragRowsProps = {
  list: RefObject<HTMLElement | null>
  rows: readonly ItemRow[]
  /** The row before which something stands that is dropped so far from the list's upper edge, in pixels. */
  gapAt: (y: number) => number
  onDrop: (row: ItemRow, gap: number) => void
}

/**
 * Dragging a row of a list to another place in it, by the pointer; the keyboard has keys of its own. The list listens for
 * all its rows: what a row costs is paid thousands of times while it is scrolled.
 */
export const useDragRows = ({ list, rows, gapAt, onDrop }: DragRowsProps) => {
  const [drag, setDrag] = useState<Drag | null>(null)
  const gapUnder = (event: DragEvent): number => gapAt(event.clientY - (list.current?.getBoundingClientRect().top ?? 0))
  const dragProps = {
    onDragStart: ({ target, dataTransfer }: DragEvent): void => {
      if (!(target instanceof HTMLElement)) return
      const id = target.querySelector('[data-item]')?.getAttribute('data-item')
      const row = rows.find((one) => one.id === id)
      if (row === undefined) return
      dataTransfer.setData(ROW_TYPE, row.id)
      dataTransfer.setData('text/plain', row.text)
      dataTransfer.effectAllowed = 'move'
      setDrag({ row, gap: null })
      watchDragEnd(target, document, () => setDrag(null))
    },
    onDragOver: (event: DragEvent): void => {
      // What comes from outside, such as files, is somebody else's.
      if (drag === null || !event.dataTransfer.types.includes(ROW_TYPE)) return
      event.preventDefault()
      const gap = gapUnder(event)
      if (gap !== drag.gap) setDrag({ ...drag, gap })
    },
    onDragLeave: ({ currentTarget, relatedTarget }: DragEvent): void => {
      const inside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
      if (drag !== null && !inside) setDrag({ ...drag, gap: null })
    },
    onDrop: (event: DragEvent): void => {
      if (drag === null) return
      event.preventDefault()
      onDrop(drag.row, gapUnder(event))
      setDrag(null)
    },
  }
  return { drag, dragProps }
}
