import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { say } from '../words/say.ts'
import { IconButton } from './button.tsx'
import './dialog.css'

type DialogProps = {
  title: string
  /** `alertdialog` interrupts: for questions that must be answered. */
  role?: 'dialog' | 'alertdialog'
  onClose: () => void
  children: ReactNode
  /** Buttons at the bottom; the last one is the one to press. */
  actions?: ReactNode
}

/** A box before everything else; Escape and a press outside close it, unless it is a question. */
export const Dialog = ({ title, role = 'dialog', onClose, children, actions }: DialogProps) => (
  <ModalOverlay
    className="dialog-veil"
    isOpen
    isDismissable={role === 'dialog'}
    onOpenChange={(open) => {
      if (!open) onClose()
    }}
  >
    <Modal className="dialog-box">
      <AriaDialog className="dialog" role={role}>
        <header className="dialog-head">
          <Heading slot="title">{title}</Heading>
          {role === 'dialog' && (
            <IconButton label={say('common.close')} icon={<X size="1.125rem" />} onPress={onClose} />
          )}
        </header>
        <div className="dialog-body">{children}</div>
        {actions !== undefined && <footer className="dialog-actions">{actions}</footer>}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)
