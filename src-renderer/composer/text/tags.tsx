import { useKnownTags } from '../../filter/use-known-tags.ts'
import { TagField } from '../../ui/tag-field.tsx'
import { useSession, useWriting } from '../use-session.ts'

/** Words to find posts by. They are never put into the text. */
export const Tags = () => {
  const session = useSession()
  const tags = useWriting((s) => s.draft.tags)
  const { known, again } = useKnownTags()
  return (
    <div className="tags">
      <TagField
        label="Add a tag"
        placeholder={tags.length === 0 ? 'Add tags to find it by; they are not published' : 'Add a tag'}
        tags={tags}
        known={known}
        onFocus={again}
        onAdd={(tag) => session.change({ kind: 'add-tag', tag })}
        onRemove={(tag) => session.change({ kind: 'remove-tag', tag })}
      />
    </div>
  )
}
