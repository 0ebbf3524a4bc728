import { useKnownTags } from '../../filter/use-known-tags.ts'
import { TagField } from '../../ui/tag-field.tsx'
import { say } from '../../words/say.ts'
import { useSession, useWriting } from '../use-session.ts'
import './tags.css'

/** Words to find posts by. They are never put into the text. */
export const Tags = () => {
  const session = useSession()
  const tags = useWriting((s) => s.draft.tags)
  const { known, again } = useKnownTags()
  return (
    <div className="tags">
      <TagField
        label={say('composer.tag-add')}
        placeholder={tags.length === 0 ? say('composer.tag-add-first') : say('composer.tag-add')}
        tags={tags}
        known={known}
        onFocus={again}
        onAdd={(tag) => session.change({ kind: 'add-tag', tag })}
        onRemove={(tag) => session.change({ kind: 'remove-tag', tag })}
      />
    </div>
  )
}
