import { CircleAlert } from 'lucide-react'
import { say } from '../../words/say.ts'

/** How many settings are wrong, beside the heading of what they are folded into. */
export const ToCorrect = ({ count }: { count: number }) =>
  count > 0 && (
    <span className="options-trouble">
      <CircleAlert size="0.875rem" aria-hidden="true" />
      {say('composer.to-correct', { count })}
    </span>
  )
