import type { Virtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useLayoutEffect, useRef } from 'react'

type QueueSlotProps = {
  virtual: Virtualizer<HTMLDivElement, Element>
  /** The line that stands here now. */
  lineKey: string
  index: number
  /** Pixels from the list's top. */
  start: number
  /** How many lines the list has; -1: not known yet. */
  count: number
  children: ReactNode
}

/** A place in the list, where one line after another is drawn. Each of them is measured when it comes. */
export const QueueSlot = ({ virtual, lineKey, index, start, count, children }: QueueSlotProps) => {
  const place = useRef<HTMLLIElement>(null)
  useLayoutEffect(() => {
    const element = place.current
    virtual.measureElement(element)
    return () => {
      // Else it would count as the gone line's for ever, and no longer be watched when that comes back elsewhere.
      if (virtual.elementsCache.get(lineKey) === element) virtual.elementsCache.delete(lineKey)
    }
  }, [virtual, lineKey])
  return (
    <li
      ref={place}
      data-index={index}
      className="queue-slot"
      style={{ translate: `0 ${start}px` }}
      aria-setsize={count}
      aria-posinset={index + 1}
    >
      {children}
    </li>
  )
}
