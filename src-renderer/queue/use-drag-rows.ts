import { type RefObject, useCallback, useState } from 'react'
import { type DropItem, useDrop } from 'react-aria'
import type { ItemRow } from '../../src-preload/contract/methods.ts'

/** What a dragged row is known by, so that nothing else is taken for one. */
export const ROW_TYPE = 'application/x-posthorn-item'

/** Where a dragged row would go: before which row of the list. */
type Drag = { row: ItemRow; gap: number | null }

type DragRowsProps = {
  list: RefObject<HTMLElement | null>
  /** The row before which something stands that is dropped so far from the list's upper edge, in pixels. */
  gapAt: (y: number) => number
  onDrop: (row: ItemRow, gap: number) => void
}

/** Dragging a row of a list to another place in it. */
export const useDragRows = ({ list, gapAt, onDrop }: DragRowsProps) => {
  const [drag, setDrag] = useState<Drag | null>(null)
  const over = (y: number): void => {
    const gap = gapAt(y)
    setDrag((before) => (before === null || before.gap === gap ? before : { ...before, gap }))
  }
  const { dropProps } = useDrop({
    ref: list,
    // What comes from outside, such as files, is somebody else's.
    isDisabled: drag === null,
    getDropOperation: (types) => (types.has(ROW_TYPE) ? 'move' : 'cancel'),
    onDropEnter: ({ y }) => over(y),
    onDropMove: ({ y }) => over(y),
    onDropExit: () => setDrag((before) => before && { ...before, gap: null }),
    onDrop: ({ items, y }) => {
      if (drag !== null && items.some(isRow)) onDrop(drag.row, gapAt(y))
      setDrag(null)
    },
  })
  const begin = useCallback((row: ItemRow) => setDrag({ row, gap: null }), [])
  const end = useCallback(() => setDrag(null), [])
  return { drag, dropProps, begin, end }
}

const isRow = (item: DropItem): boolean => item.kind === 'text' && item.types.has(ROW_TYPE)
