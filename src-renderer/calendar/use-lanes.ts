import { type RefObject, useEffect, useState } from 'react'
import { remInPixels } from '../ui/rem.ts'

/** In less than this a time and its first words cannot be read, in rem. */
const LANE = 6
/** More than these side by side are a crowd, however wide the window is. */
const MOST = 3

/** How many posts can stand side by side in a day of a week, as wide as its days are now; `first`: one that is on show. */
export const useLanes = (week: RefObject<HTMLElement | null>, first: string): number => {
  const [lanes, setLanes] = useState(1)
  useEffect(() => {
    const column = week.current?.querySelector(`.cal-column[data-drop-day="${first}"]`)
    if (column == null) return
    const observer = new ResizeObserver(() => {
      const rem = remInPixels()
      setLanes(Math.min(Math.max(Math.floor(column.clientWidth / rem / LANE), 1), MOST))
    })
    observer.observe(column)
    return () => observer.disconnect()
  }, [week, first])
  return lanes
}
