import { type ReactNode, useEffect, useState } from 'react'
import { say } from '../words/say.ts'
import './skeleton.css'

/** Nothing for the first moment: what loads within it should not flicker. */
const MOMENT = 300

export const AfterMoment = ({ children }: { children: ReactNode }) => {
  const [passed, setPassed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), MOMENT)
    return () => clearTimeout(timer)
  }, [])
  return passed ? children : null
}

/** The shape of rows to come. */
export const RowsSkeleton = ({ rows = 6 }: { rows?: number }) => (
  <AfterMoment>
    <output className="skeleton-rows" aria-label={say('common.loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="skeleton-row">
          <span className="skeleton skeleton-disc" />
          <span className="skeleton" style={{ width: `${70 - ((index * 17) % 40)}%` }} />
        </div>
      ))}
    </output>
  </AfterMoment>
)
