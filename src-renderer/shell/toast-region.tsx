import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { Button, IconButton } from '../ui/button.tsx'
import { useDesk } from './desk-context.ts'
import type { Toast } from './toast-store.ts'
import './toast-region.css'

/** Short news at the edge of the page, read aloud; it stays while it is pointed at or holds the focus. */
export const ToastRegion = () => {
  const { toasts: store } = useDesk()
  const toasts = useStore(store.state, (s) => s.toasts)
  const [held, setHeld] = useState(false)
  return (
    <section
      className="toasts"
      aria-label="Notices"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <ol aria-live="polite" aria-relevant="additions">
        {toasts.map((toast) => (
          <ToastItem key={toast.id} toast={toast} held={held} onDismiss={() => store.dismiss(toast.id)} />
        ))}
      </ol>
    </section>
  )
}

type ToastItemProps = { toast: Toast; held: boolean; onDismiss: () => void }

const ToastItem = ({ toast, held, onDismiss }: ToastItemProps) => {
  useEffect(() => {
    if (held) return
    const timer = setTimeout(onDismiss, toast.stays)
    return () => clearTimeout(timer)
    // A new function each time must not begin the wait anew.
  }, [held, toast])
  return (
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
      <IconButton label="Dismiss" size="small" icon={<X size="1rem" />} onPress={onDismiss} />
    </li>
  )
}
