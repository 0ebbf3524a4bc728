import { type ReactNode, useEffect, useRef } from 'react'
import './stage.css'

type StageBodyProps = { titleId: string; className?: string; children: ReactNode }

/** A stage of the import. Who came to it from the one before hears its name, and goes on in it. */
export const StageBody = ({ titleId, className = '', children }: StageBodyProps) => {
  const body = useRef<HTMLElement>(null)
  useEffect(() => {
    const at = document.activeElement
    const came = at === document.body || body.current?.parentElement?.contains(at) === true
    if (came) body.current?.focus({ preventScroll: true })
  }, [])
  return (
    <section className={`stage-body ${className}`} aria-labelledby={titleId} tabIndex={-1} ref={body}>
      {children}
    </section>
  )
}
