import { ExternalLink } from 'lucide-react'
import { useId, useState } from 'react'
import { Copyable } from '../shell/copyable.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { focusFirst } from '../ui/focus-first.ts'
import { Spinner } from '../ui/spinner.tsx'
import { TextField } from '../ui/text-field.tsx'
import { say } from '../words/say.ts'
import type { SignInStep } from './sign-in-flow.ts'

type SignInWaitingProps = {
  /** The name of the network. */
  name: string
  step: Extract<SignInStep, { kind: 'waiting' }>
  onOpen: (url: string) => void
  onPaste: (address: string) => void
  onCancel: () => void
}

/** The person is in the browser. */
export const SignInWaiting = ({ name, step, onOpen, onPaste, onCancel }: SignInWaitingProps) => {
  const formId = useId()
  const [pasting, setPasting] = useState(false)
  const [address, setAddress] = useState('')
  return (
    <Dialog
      title={say('accounts.sign-in-with', { channel: name })}
      // A press beside it, on the way back from the browser, must not give it up.
      role="alertdialog"
      onClose={onCancel}
      actions={
        <>
          <Button onPress={onCancel}>{say('common.cancel')}</Button>
          {pasting && (
            <Button look="primary" type="submit" form={formId} isPending={step.finishing}>
              {say('accounts.finish')}
            </Button>
          )}
        </>
      }
    >
      <output ref={focusFirst} tabIndex={-1} className="sign-in-wait">
        <Spinner /> {say(step.finishing ? 'accounts.sign-in-asking' : 'accounts.sign-in-waiting', { channel: name })}
      </output>
      <div className="sign-in-link">
        <Button icon={<ExternalLink size="1rem" aria-hidden="true" />} onPress={() => onOpen(step.url)}>
          {say('accounts.sign-in-open')}
        </Button>
        <p className="faint">{say('accounts.sign-in-or')}</p>
        <Copyable text={step.url} what={say('accounts.what-link')} />
      </div>
      {pasting ? (
        <form
          id={formId}
          onSubmit={(event) => {
            event.preventDefault()
            if (address.trim() !== '') onPaste(address)
          }}
        >
          <TextField
            label={say('accounts.sign-in-address')}
            description={say('accounts.sign-in-address-how', { redirect: step.redirect })}
            inputMode="url"
            first
            value={address}
            onChange={setAddress}
            failure={step.failure}
          />
        </form>
      ) : (
        <Button look="quiet" className="sign-in-paste" onPress={() => setPasting(true)}>
          {say('accounts.sign-in-paste')}
        </Button>
      )}
    </Dialog>
  )
}
