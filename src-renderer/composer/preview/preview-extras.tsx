import { MessageCircle } from 'lucide-react'
import { Avatar } from '../../ui/avatar.tsx'
import type { Shown } from './use-shown.ts'
import { say } from '../../words/say.ts'
import './preview-extras.css'

/** What stands beside the post: the choices of a poll, the first comment, and what else was chosen for it. */
export const PreviewExtras = ({ shown }: { shown: Shown }) => {
  const { account, mark, told } = shown
  const { choices, comment, labels } = told
  if (choices.length === 0 && comment === null && labels.length === 0) return null
  return (
    <footer className="preview-extras">
      {choices.length > 0 && (
        <ul className="preview-poll" aria-label={say('composer.poll-choices')}>
          {[...new Set(choices)].map((choice) => (
            <li key={choice} dir="auto">
              {choice}
            </li>
          ))}
        </ul>
      )}
      {comment !== null && (
        <div className="preview-comment">
          <Avatar name={account.name} accountId={account.id} mark={mark} size="small" />
          <p>
            <span className="faint">
              <MessageCircle size="0.75rem" aria-hidden="true" /> {say('composer.first-comment')}
            </span>
            <span className="marked-text" dir="auto">
              {comment}
            </span>
          </p>
        </div>
      )}
      {labels.length > 0 && (
        <ul className="preview-labels" aria-label={say('composer.chosen-for-it')}>
          {labels.map((label) => (
            <li key={label}>{label}</li>
          ))}
        </ul>
      )}
    </footer>
  )
}
