import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/**
 * Whether the element it is put on is narrower than so many rem. A container query would say the same, but has the
 * styles of everything inside reckoned again whenever a row comes or goes: a list that is scrolled cannot afford it.
 */
export const useNarrow = (rem: number): readonly [RefObject<HTMLElement | null>, boolean] => {
  const place = useRef<HTMLElement>(null)
  const [narrow, setNarrow] = useState(false)
  useLayoutEffect(() => {
    const element = place.current
    if (element === null) return
    const look = (): void => {
      const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      setNarrow(element.clientWidth < rem * size)
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [rem])
  return [place, narrow]
}
