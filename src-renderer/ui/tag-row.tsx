import { say } from '../words/say.ts'
import './tag-field.css'

/** The tags a post has. */
export const TagRow = ({ tags }: { tags: readonly string[] }) =>
  tags.length > 0 && (
    <ul className="tag-row" aria-label={say('common.tags')}>
      {tags.map((tag) => (
        <li key={tag} className="tag">
          {tag}
        </li>
      ))}
    </ul>
  )
