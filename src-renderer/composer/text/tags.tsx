import { X } from 'lucide-react'
import { useState } from 'react'
import { useSession, useWriting } from '../use-session.ts'

/** Words to find posts by. They are never put into the text. */
export const Tags = () => {
  const session = useSession()
  const tags = useWriting((s) => s.draft.tags)
  const [typed, setTyped] = useState('')
  const add = (): void => {
    for (const tag of typed.split(',')) session.change({ kind: 'add-tag', tag })
    setTyped('')
  }
  return (
    <fieldset className="tags" aria-label="Tags">
      {tags.map((tag) => (
        <span key={tag} className="tag">
          {tag}
          <button
            type="button"
            aria-label={`Remove tag ${tag}`}
            onClick={() => session.change({ kind: 'remove-tag', tag })}
          >
            <X size="0.75rem" aria-hidden="true" />
          </button>
        </span>
      ))}
      <input
        aria-label="Add a tag"
        placeholder={tags.length === 0 ? 'Add tags to find it by; they are not published' : 'Add a tag'}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          const last = tags.at(-1)
          if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === ',') {
            event.preventDefault()
            add()
          } else if (event.key === 'Backspace' && typed === '' && last !== undefined) {
            session.change({ kind: 'remove-tag', tag: last })
          }
        }}
      />
    </fieldset>
  )
}
