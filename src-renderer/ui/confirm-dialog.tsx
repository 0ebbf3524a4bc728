import { type ReactNode, useState } from 'react'
import type { Failure } from '../../src-preload/contract/failure.ts'
import { say } from '../words/say.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { focusFirst } from './focus-first.ts'
import { FailureNote } from './failure-note.tsx'

type ConfirmDialogProps = {
  title: string
  children: ReactNode
  /** What will be done, as a verb: `Delete`. */
  confirm: string
  danger?: boolean
  /** Does it; what comes back is why it could not be done. */
  onConfirm: () => Promise<Failure | null>
  onClose: () => void
}

/** Asks before what cannot be taken back, and stays open until it is done. */
export const ConfirmDialog = ({ title, children, confirm, danger = false, onConfirm, onClose }: ConfirmDialogProps) => {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = async (): Promise<void> => {
    setBusy(true)
    const met = await onConfirm()
    setBusy(false)
    if (met === null) onClose()
    else setFailure(met)
  }
  return (
    <Dialog
      title={title}
      role="alertdialog"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('common.cancel')}</Button>
          <Button look={danger ? 'danger' : 'primary'} isPending={busy} onPress={() => void run()} ref={focusFirst}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      {failure !== null && <FailureNote failure={failure} />}
    </Dialog>
  )
}
