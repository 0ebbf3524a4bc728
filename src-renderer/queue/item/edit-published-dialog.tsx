import { useState } from 'react'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { ItemRow } from '../../../src-preload/contract/methods.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useNow } from '../../time/use-now.ts'
import { say } from '../../words/say.ts'
import { wayOfWording } from '../way-back.ts'
import { editRule } from './edit-rule.ts'

/** Changes the words of a post where it stands. */
export const EditPublishedDialog = ({ row, onClose }: { row: ItemRow; onClose: () => void }) => {
  const { link, past, accounts } = useDesk()
  const now = useNow()
  const rule = editRule(accounts.channel(row.channel)?.edits ?? null, row, now)
  const [text, setText] = useState(row.text)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const save = async (): Promise<void> => {
    setBusy(true)
    const way = wayOfWording(link.bridge, row.id, row.text, text)
    const refused = await way.redo()
    setBusy(false)
    if (refused !== null) return setFailure(refused)
    past.did({ says: say('item.edited-at', { account: row.account }), ...way })
    onClose()
  }
  return (
    <Dialog
      title={say('item.edit-title', { account: row.account })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('common.cancel')}</Button>
          <Button
            look="primary"
            isPending={busy}
            isDisabled={text === row.text || rule?.over === true}
            onPress={() => void save()}
          >
            {say('item.edit-save')}
          </Button>
        </>
      }
    >
      {rule !== null &&
        (rule.over ? (
          <FailureNote failure={rule} />
        ) : (
          <p className="soft">
            {rule.message} {rule.next}
          </p>
        ))}
      <TextField label={say('item.edit-field')} lines={8} first value={text} onChange={setText} />
      {failure !== null && <FailureNote failure={failure} />}
    </Dialog>
  )
}
