import { type RefObject, useEffect, useRef, useState } from 'react'

/** Whether the element it is put on has so much room, in rem: at the size of text that the person has. */
export const useIsWide = <E extends HTMLElement>(least: number): readonly [RefObject<E | null>, boolean] => {
  const place = useRef<E>(null)
  const [isWide, setIsWide] = useState(false)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const observer = new ResizeObserver(([entry]) => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      // Put away, it has no width: what it was before is the best guess.
      if (entry !== undefined && entry.contentRect.width > 0) setIsWide(entry.contentRect.width >= least * rem)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [least])
  return [place, isWide]
}
