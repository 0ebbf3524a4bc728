import { type RefObject, useEffect, useRef, useState } from 'react'
import { remInPixels } from '../ui/rem.ts'

/** What a line takes with its gap, and what the head of a day takes, in rem. */
const LINE = 1.625
const HEAD = 1.75

/** For how many lines each of so many weeks has room, in the element it is put on. */
export const useRoomFor = (weeks: number): readonly [RefObject<HTMLDivElement | null>, number] => {
  const place = useRef<HTMLDivElement>(null)
  const [fits, setFits] = useState(3)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      const rem = remInPixels()
      setFits(Math.max(Math.floor((element.clientHeight / weeks / rem - HEAD) / LINE), 1))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [weeks])
  return [place, fits]
}
