import { useState } from 'react'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { ItemRow } from '../../../src-preload/contract/methods.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { say } from '../../words/say.ts'
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
    toasts.tell(say(byHand ? 'item.posted-done' : 'item.found-done'))
    onClose()
  }
  const aboutUrl = failure?.field === 'url'
  return (
    <Dialog
      title={byHand ? say('item.posted-title', { account: row.account }) : say('item.found-title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('common.cancel')}</Button>
          <Button look="primary" isPending={busy} onPress={() => void settle()}>
            {say(byHand ? 'item.posted' : 'item.found-save')}
          </Button>
        </>
      }
    >
      <p>{byHand ? say('item.posted-help') : say('item.found-help', { account: row.account })}</p>
      <TextField
        label={say('item.link-field')}
        description={say('item.link-help')}
        placeholder="https://"
        value={url}
        onChange={setUrl}
        failure={aboutUrl ? { message: say('item.link-wrong'), next: say('item.link-wrong-next') } : null}
      />
      {failure !== null && !aboutUrl && <FailureNote failure={failure} />}
    </Dialog>
  )
}
