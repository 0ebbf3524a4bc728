import { useId, useState } from 'react'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Output } from '../../src-preload/contract/methods.ts'
import type { ApiKey } from '../../src-preload/contract/model/key.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Segments } from '../ui/segments.tsx'
import { TextField } from '../ui/text-field.tsx'

const KINDS: Readonly<Record<ApiKey['kind'], string>> = {
  live: 'It writes and publishes as you.',
  test: 'It opens a sandbox with accounts of its own, which publishes nowhere.',
}

type NewKeyDialogProps = { onMade: (made: Output<'keys.create'>) => void; onClose: () => void }

/** Who the key is for, and what it may do. */
export const NewKeyDialog = ({ onMade, onClose }: NewKeyDialogProps) => {
  const { link } = useDesk()
  const formId = useId()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<ApiKey['kind']>('live')
  const [failure, setFailure] = useState<Pick<Failure, 'message' | 'next'> | null>(null)
  const [busy, setBusy] = useState(false)
  const make = async (): Promise<void> => {
    if (name.trim() === '')
      return setFailure({ message: 'The key needs a name.', next: 'Such as that of the program.' })
    setBusy(true)
    const reply = await link.bridge.call('keys.create', { name, kind })
    setBusy(false)
    if (reply.ok) onMade(reply.value)
    else setFailure(reply.failure)
  }
  return (
    <Dialog
      title="Make a key"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={formId} isPending={busy}>
            Make the key
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <TextField
          label="Name"
          description="The program that will use it."
          first
          value={name}
          onChange={setName}
          failure={failure}
        />
        <div className="field">
          <Segments
            label="Kind of key"
            chosen={kind}
            onChoose={setKind}
            options={[
              { key: 'live', label: 'Live' },
              { key: 'test', label: 'Test' },
            ]}
          />
          <p className="field-description">{KINDS[kind]}</p>
        </div>
      </form>
    </Dialog>
  )
}
