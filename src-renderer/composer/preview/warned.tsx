import { EyeOff } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { say } from '../../words/say.ts'
import './warned.css'

type WarnedProps = { warning: string | null; children: ReactNode }

/** What a warning stands before; people see it once they ask for it. */
export const Warned = ({ warning, children }: WarnedProps) => {
  const [open, setOpen] = useState(false)
  if (warning === null) return children
  return (
    <>
      <p className="preview-warning" dir="auto">
        <EyeOff size="0.875rem" aria-hidden="true" />
        <span>{warning}</span>
        <button type="button" className="fold-more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? 'composer.show-less' : 'composer.show-more')}
        </button>
      </p>
      {open && children}
    </>
  )
}
