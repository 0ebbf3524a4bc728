import { type RefObject, useEffect, useState } from 'react'
import type { DayRange } from './days.ts'

/** In less than this a time and its first words cannot be read, in rem. */
const LANE = 6
/** More than these side by side are a crowd, however wide the window is. */
const MOST = 3

/** How many posts can stand side by side in one day of a week, as wide as its days are now. */
export const useLanes = (week: RefObject<HTMLElement | null>, { from, count }: DayRange): number => {
  const [lanes, setLanes] = useState(1)
  useEffect(() => {
    const column = week.current?.querySelector('.cal-column')
    if (column == null) return
    const observer = new ResizeObserver(() => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      setLanes(Math.min(Math.max(Math.floor(column.clientWidth / rem / LANE), 1), MOST))
    })
    observer.observe(column)
    return () => observer.disconnect()
  }, [week, from, count])
  return lanes
}
