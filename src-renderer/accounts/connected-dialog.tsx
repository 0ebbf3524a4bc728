import { Check } from 'lucide-react'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Account } from '../../src-preload/contract/model/account.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { focusFirst } from '../ui/focus-first.ts'
import { say } from '../words/say.ts'
import { PermissionList } from './permission-list.tsx'

type ConnectedDialogProps = {
  account: Account
  /** Why another try came to nothing. */
  failure: Failure | null
  busy: boolean
  /** Asks for the permissions again. */
  onAgain: () => void
  onDone: () => void
}

/** What came of signing in: who one is there, and what one may do. */
export const ConnectedDialog = ({ account, failure, busy, onAgain, onDone }: ConnectedDialogProps) => {
  const missing = account.permissions.filter(({ granted }) => !granted).length
  return (
    <Dialog
      title={say('accounts.connected-title', { name: account.name })}
      onClose={onDone}
      actions={
        <>
          {missing > 0 && (
            <Button onPress={onAgain} isPending={busy}>
              {say('accounts.sign-in-again')}
            </Button>
          )}
          <Button ref={focusFirst} look="primary" onPress={onDone}>
            {say('accounts.done')}
          </Button>
        </>
      }
    >
      <output className="connected-as">
        <Check size="1rem" aria-hidden="true" /> {say('accounts.signed-in-as', { identity: account.identity })}{' '}
        {missing === 0 ? say('accounts.all-granted') : say('accounts.some-missing', { count: missing })}
      </output>
      {failure !== null && <FailureNote failure={failure} />}
      <PermissionList permissions={account.permissions} />
    </Dialog>
  )
}
