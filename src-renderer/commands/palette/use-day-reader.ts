import { useEffect, useState } from 'react'
import type { readDay as readDayType } from './read-day.ts'

type ReadDay = typeof readDayType

/** Reads days from words once the reader is there; null until then. */
export const useDayReader = (): ReadDay | null => {
  const [read, setRead] = useState<ReadDay | null>(null)
  useEffect(() => {
    let gone = false
    const fetch = async (): Promise<void> => {
      const { readDay } = await import('./read-day.ts')
      if (!gone) setRead(() => readDay)
    }
    // Without it the palette still finds everything else.
    fetch().catch(() => undefined)
    return () => {
      gone = true
    }
  }, [])
  return read
}
