import { useEffect, useState } from 'react'
import type { readWhen as readWhenType } from './read-when.ts'

type ReadWhenFrom = typeof readWhenType

/** Reads times from words once the reader is there; null until then. */
export const useWhenReader = (): ReadWhenFrom | null => {
  const [read, setRead] = useState<ReadWhenFrom | null>(null)
  useEffect(() => {
    let gone = false
    const fetch = async (): Promise<void> => {
      const { readWhen } = await import('./read-when.ts')
      if (!gone) setRead(() => readWhen)
    }
    // Without it the palette still finds everything else.
    fetch().catch(() => undefined)
    return () => {
      gone = true
    }
  }, [])
  return read
}
