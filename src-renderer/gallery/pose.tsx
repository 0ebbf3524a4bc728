import { type ReactNode, useEffect, useRef } from 'react'

type PoseProps = {
  /** What it is doing: the library marks it with these, such as `data-hovered`. */
  as?: 'hovered' | 'pressed' | 'focus-visible' | 'focused' | 'open'
  /** Which element of it; the first one that can be pressed or written in, else. */
  on?: string
  caption: string
  children: ReactNode
}

const REACHABLE = 'button, input, textarea, label, [tabindex]'

/** A component held still in a state that otherwise lasts as long as a finger does. */
export const Pose = ({ as, on = REACHABLE, caption, children }: PoseProps) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (as !== undefined) place.current?.querySelector(on)?.setAttribute(`data-${as}`, 'true')
  }, [as, on])
  return (
    <div className="pose">
      <div ref={place} className="pose-place">
        {children}
      </div>
      <span className="pose-caption">{caption}</span>
    </div>
  )
}
