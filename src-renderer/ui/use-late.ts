import { useEffect, useState } from 'react'

/** What takes longer than this, in milliseconds, is shown to take its time. */
const LATE = 300

/**
 * Whether something is waited for so long that it should be seen. Not left to a delay in the style: each short wait would
 * have the page make a layer, and take it down again.
 */
export const useLate = (waiting: boolean): boolean => {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!waiting) return undefined
    const timer = setTimeout(() => setLate(true), LATE)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [waiting])
  return late
}
