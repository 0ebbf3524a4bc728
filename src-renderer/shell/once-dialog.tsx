import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { say } from '../words/say.ts'
import { Copyable } from './copyable.tsx'

type OnceDialogProps = {
  title: string
  /** What it is, as in `Copy the key`. */
  what: string
  secret: string
  children: ReactNode
  onClose: () => void
}

/** Shows a secret the only time that it is ever shown. */
export const OnceDialog = ({ title, what, secret, children, onClose }: OnceDialogProps) => (
  <Dialog
    title={title}
    role="alertdialog"
    onClose={onClose}
    actions={
      <Button look="primary" onPress={onClose}>
        {say('frame.copied-it')}
      </Button>
    }
  >
    <div className="once">
      <Copyable text={secret} what={what} />
    </div>
    {children}
  </Dialog>
)
