import { useState } from 'react'
import { useKnownTags } from '../../filter/use-known-tags.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TagField } from '../../ui/tag-field.tsx'
import { say } from '../../words/say.ts'
import type { BulkRow } from './bulk-action.ts'
import { countPosts } from './bulk-words.ts'

type BulkTagDialogProps = {
  rows: readonly BulkRow[]
  onTag: (add: readonly string[], remove: readonly string[]) => Promise<void>
  onClose: () => void
}

/** Which tags the picked posts get, and which they lose. */
export const BulkTagDialog = ({ rows, onTag, onClose }: BulkTagDialogProps) => {
  const [add, setAdd] = useState<readonly string[]>([])
  const [remove, setRemove] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const { known } = useKnownTags()
  const worn = [...new Set(rows.flatMap((row) => row.tags))].toSorted()
  return (
    <Dialog
      title={say('bulk.tag-title', { posts: countPosts(new Set(rows.map((row) => row.postId)).size) })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('common.cancel')}</Button>
          <Button
            look="primary"
            isPending={busy}
            isDisabled={add.length + remove.length === 0}
            onPress={() => {
              setBusy(true)
              void onTag(add, remove)
            }}
          >
            {say('bulk.change-tags')}
          </Button>
        </>
      }
    >
      <div className="tag-field-framed">
        <span aria-hidden="true">{say('bulk.add')}</span>
        <TagField
          label={say('bulk.tags-to-add')}
          placeholder={say('bulk.such-as')}
          tags={add}
          known={known}
          onAdd={(tag) => setAdd((before) => [...before.filter((one) => one !== tag), tag])}
          onRemove={(tag) => setAdd((before) => before.filter((one) => one !== tag))}
        />
      </div>
      {worn.length > 0 && (
        <div className="tag-field-framed">
          <span aria-hidden="true">{say('bulk.remove')}</span>
          <TagField
            label={say('bulk.tags-to-remove')}
            placeholder={say('bulk.of-those')}
            tags={remove}
            known={worn}
            free={false}
            onAdd={(tag) => setRemove((before) => [...before.filter((one) => one !== tag), tag])}
            onRemove={(tag) => setRemove((before) => before.filter((one) => one !== tag))}
          />
        </div>
      )}
    </Dialog>
  )
}
