import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { say } from '../words/say.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { useDesk } from './desk-context.ts'
import type { Toast } from './toast-store.ts'
import './toast-region.css'

/** Short news at the edge of the page, read aloud; it stays while it is pointed at or holds the focus. */
export const ToastRegion = () => {
  const { toasts: store } = useDesk()
  const toasts = useStore(store.state, (s) => s.toasts)
  const [held, setHeld] = useState(false)
  const dismiss = (id: number): void => {
    // What held them may have gone with the toast, without a word.
    setHeld(false)
    store.dismiss(id)
  }
  return (
    <section className="toasts" aria-label={say('frame.notices')}>
      <div
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        <ol aria-live="polite" aria-relevant="additions">
          {toasts.map((toast) => (
            <ToastItem key={toast.id} toast={toast} held={held} onDismiss={dismiss} />
          ))}
        </ol>
      </div>
    </section>
  )
}

type ToastItemProps = { toast: Toast; held: boolean; onDismiss: (id: number) => void }

const ToastItem = ({ toast, held, onDismiss }: ToastItemProps) => {
  const { toasts: store } = useDesk()
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => store.dismiss(toast.id), toast.stays)
    return () => clearTimeout(timer)
  }, [held, toast, store])
  return <ToastCard toast={toast} onDismiss={() => onDismiss(toast.id)} />
}

type ToastCardProps = { toast: Omit<Toast, 'id' | 'stays'>; onDismiss: () => void }

/** What it says and what can be done about it; to do so takes it away. */
export const ToastCard = ({ toast, onDismiss }: ToastCardProps) => (
  <li className={`toast toast-${toast.tone}`}>
    {toast.tone === 'done' ? (
      <CircleCheck size="1.125rem" aria-hidden="true" />
    ) : (
      <CircleAlert size="1.125rem" aria-hidden="true" />
    )}
    <div className="toast-words">
      <p>{toast.text}</p>
      {toast.next !== null && <p className="toast-next">{toast.next}</p>}
    </div>
    <div className="toast-buttons">
      {toast.actions.map((action) => (
        <Button
          key={action.label}
          size="small"
          look="quiet"
          className="toast-action"
          onPress={() => {
            onDismiss()
            action.run()
          }}
        >
          {action.label}
        </Button>
      ))}
      <IconButton label={say('frame.dismiss')} size="small" icon={<X size="1rem" />} onPress={onDismiss} />
    </div>
  </li>
)
