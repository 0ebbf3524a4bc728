import { useId, useState } from 'react'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Output } from '../../src-preload/contract/methods.ts'
import type { ApiKey } from '../../src-preload/contract/model/key.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Segments } from '../ui/segments.tsx'
import { TextField } from '../ui/text-field.tsx'
import { say } from '../words/say.ts'

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
      return setFailure({ message: say('programs.name-missing'), next: say('programs.name-missing-next') })
    setBusy(true)
    const reply = await link.bridge.call('keys.create', { name, kind })
    setBusy(false)
    if (reply.ok) onMade(reply.value)
    else setFailure(reply.failure)
  }
  return (
    <Dialog
      title={say('programs.make')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('common.cancel')}</Button>
          <Button look="primary" type="submit" form={formId} isPending={busy}>
            {say('programs.make-it')}
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
          label={say('programs.name')}
          description={say('programs.name-how')}
          first
          value={name}
          onChange={setName}
          failure={failure}
        />
        <div className="field">
          <Segments
            label={say('programs.kind')}
            chosen={kind}
            onChoose={setKind}
            options={[
              { key: 'live', label: say('programs.live') },
              { key: 'test', label: say('programs.test') },
            ]}
          />
          <p className="field-description">{say(`programs.kind-${kind}`)}</p>
        </div>
      </form>
    </Dialog>
  )
}
