import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { say } from '../words/say.ts'
import { IconButton } from './button.tsx'
import { useFocusBack } from './use-focus-back.ts'
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
export const Dialog = ({ title, role = 'dialog', onClose, children, actions }: DialogProps) => {
  const box = useFocusBack()
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen
      isDismissable={role === 'dialog'}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className="dialog-box">
        <AriaDialog className="dialog" role={role} ref={box}>
          <header className="dialog-head">
            <Heading slot="title">{title}</Heading>
            {role === 'dialog' && (
              <IconButton label={say('common.close')} icon={<X size="1.125rem" />} onPress={onClose} />
            )}
          </header>
          <DialogBody>{children}</DialogBody>
          {actions !== undefined && <footer className="dialog-actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

const REACHABLE = 'a[href], button, input, select, textarea, summary, [tabindex]'

/** Words alone that are longer than the box can be scrolled by the keyboard as well. */
const DialogBody = ({ children }: { children: ReactNode }) => {
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = body.current
    if (box === null) return
    const look = (): void => {
      const stuck = box.scrollHeight > box.clientHeight && box.querySelector(REACHABLE) === null
      if (stuck) box.tabIndex = 0
      else box.removeAttribute('tabindex')
    }
    const observer = new ResizeObserver(look)
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  return (
    <div className="dialog-body" ref={body}>
      {children}
    </div>
  )
}
