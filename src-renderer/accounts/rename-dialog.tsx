import { useId, useState } from 'react'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Account } from '../../src-preload/contract/model/account.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { fieldWords } from './schema-form.ts'

/** Another name for an account. */
export const RenameDialog = ({ account, onClose }: { account: Account; onClose: () => void }) => {
  const { link, accounts } = useDesk()
  const formId = useId()
  const [name, setName] = useState(account.name)
  const [failure, setFailure] = useState<Failure | null>(null)
  const rename = async (): Promise<void> => {
    const reply = await link.bridge.call('accounts.rename', { accountId: account.id, name })
    if (!reply.ok) return setFailure(reply.failure)
    accounts.hear({ kind: 'account-changed', account: reply.value })
    onClose()
  }
  return (
    <Dialog
      title={`Rename ${account.name}`}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={formId}>
            Rename
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault()
          void rename()
        }}
      >
        <TextField
          label="Name"
          first
          value={name}
          onChange={setName}
          failure={failure === null ? null : fieldWords(failure)}
        />
      </form>
    </Dialog>
  )
}
