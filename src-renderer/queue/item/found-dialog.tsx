import { useState } from 'react'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { ItemRow } from '../../../src-preload/contract/methods.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { isByHand } from './by-hand.ts'

/** The person's word that a post stands: one whose answer was lost, or one that they posted themselves. */
export const FoundDialog = ({ row, onClose }: { row: ItemRow; onClose: () => void }) => {
  const { link, toasts } = useDesk()
  const byHand = isByHand(row)
  const [url, setUrl] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const settle = async (): Promise<void> => {
    setBusy(true)
    const address = url.trim()
    const reply = await link.bridge.call('items.settle', {
      itemId: row.id,
      found: true,
      ...(address === '' ? {} : { url: address }),
    })
    setBusy(false)
    if (!reply.ok) return setFailure(reply.failure)
    toasts.tell(byHand ? 'Marked as posted.' : 'Marked as published.')
    onClose()
  }
  const aboutUrl = failure?.field === 'url'
  return (
    <Dialog
      title={byHand ? `You posted it at ${row.account}` : 'You found it'}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isPending={busy} onPress={() => void settle()}>
            {byHand ? 'Mark as posted' : 'Mark as published'}
          </Button>
        </>
      }
    >
      <p>
        {byHand
          ? 'It moves to what is published, and Posthorn does not remind you of it again.'
          : `The post is marked as published at ${row.account}, and is not sent again.`}
      </p>
      <TextField
        label="Link to the post"
        description="If you have it. It is kept with the post."
        placeholder="https://"
        value={url}
        onChange={setUrl}
        failure={aboutUrl ? { message: 'This is not a link.', next: 'Paste it whole, with https://.' } : null}
      />
      {failure !== null && !aboutUrl && <FailureNote failure={failure} />}
    </Dialog>
  )
}
