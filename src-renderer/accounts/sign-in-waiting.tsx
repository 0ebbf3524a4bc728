import { ExternalLink } from 'lucide-react'
import { useId, useState } from 'react'
import { Copyable } from '../shell/copyable.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { focusFirst } from '../ui/focus-first.ts'
import { Spinner } from '../ui/spinner.tsx'
import { TextField } from '../ui/text-field.tsx'
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
      title={`Sign in with ${name}`}
      // A press beside it, on the way back from the browser, must not give it up.
      role="alertdialog"
      onClose={onCancel}
      actions={
        <>
          <Button onPress={onCancel}>Cancel</Button>
          {pasting && (
            <Button look="primary" type="submit" form={formId} isPending={step.finishing}>
              Finish
            </Button>
          )}
        </>
      }
    >
      <output ref={focusFirst} tabIndex={-1} className="sign-in-wait">
        <Spinner /> {step.finishing ? `Asking ${name}…` : `Waiting for you to agree at ${name}, in your browser.`}
      </output>
      <div className="sign-in-link">
        <Button icon={<ExternalLink size="1rem" aria-hidden="true" />} onPress={() => onOpen(step.url)}>
          Open the page again
        </Button>
        <p className="faint">Or open this link in a browser of your choice:</p>
        <Copyable text={step.url} what="link" />
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
            label="Address"
            description={`Where the browser ended after you agreed, even if it shows an error. It starts with ${step.redirect}.`}
            inputMode="url"
            first
            value={address}
            onChange={setAddress}
            failure={step.failure}
          />
        </form>
      ) : (
        <Button look="quiet" className="sign-in-paste" onPress={() => setPasting(true)}>
          The browser cannot come back? Paste the address instead
        </Button>
      )}
    </Dialog>
  )
}
