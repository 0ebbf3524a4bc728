import { useState } from 'react'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { ItemRow } from '../../../src-preload/contract/methods.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** Changes the words of a post where it stands. */
export const EditPublishedDialog = ({ row, onClose }: { row: ItemRow; onClose: () => void }) => {
  const { link, toasts } = useDesk()
  const [text, setText] = useState(row.text)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const save = async (): Promise<void> => {
    setBusy(true)
    const reply = await link.bridge.call('items.edit', { itemId: row.id, text })
    setBusy(false)
    if (!reply.ok) return setFailure(reply.failure)
    toasts.tell(`Changed at ${row.account}.`)
    onClose()
  }
  return (
    <Dialog
      title={`Edit the text at ${row.account}`}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isPending={busy} isDisabled={text === row.text} onPress={() => void save()}>
            Change published text
          </Button>
        </>
      }
    >
      <TextField label="Published text" lines={8} value={text} onChange={setText} />
      {failure !== null && <FailureNote failure={failure} />}
    </Dialog>
  )
}
