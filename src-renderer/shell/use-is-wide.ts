import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { remInPixels } from '../ui/rem.ts'

/** Whether the element it is put on has so much room, in rem: at the size of text that the person has. */
export const useIsWide = <E extends HTMLElement>(least: number): readonly [RefObject<E | null>, boolean] => {
  const place = useRef<E>(null)
  const [isWide, setIsWide] = useState(false)
  // Before anything is painted: nothing is drawn narrow first.
  useLayoutEffect(() => {
    const element = place.current
    if (element === null) return
    const look = (width: number): void => {
      // Put away, it has no width: what it was before is the best guess.
      if (width > 0) setIsWide(width >= least * remInPixels())
    }
    look(roomInside(element))
    const observer = new ResizeObserver(([entry]) => look(entry?.contentRect.width ?? 0))
    observer.observe(element)
    return () => observer.disconnect()
  }, [least])
  return [place, isWide]
}

/** As an observer tells it: without the padding. */
const roomInside = (element: HTMLElement): number => {
  const { paddingLeft, paddingRight } = getComputedStyle(element)
  return element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
}
