import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { ImportField } from '../../src-preload/contract/model/exchange.ts'
import { useDesk } from '../shell/desk-context.ts'
import { focusFirst } from '../ui/focus-first.ts'
import type { Move } from './use-grid-keys.ts'

type CellFieldProps = {
  label: string
  field: ImportField
  value: string
  onCommit: (value: string, move: Move) => void
  /** It was opened for what is in the clipboard, which may be more than one cell; null: it was not. */
  onPaste: ((text: string) => void) | null
  onCancel: () => void
}

/** A cell that is being written in: Enter keeps it, Escape does not, Tab keeps it and goes on. */
export const CellField = ({ label, field, value, onCommit, onPaste, onCancel }: CellFieldProps) => {
  const { accounts } = useDesk()
  const names = useStore(accounts.state, (s) => s.accounts)
  const [typed, setTyped] = useState(value)
  const over = useRef(false)
  const list = useId()
  const end = (keep: boolean, move: Move): void => {
    if (over.current) return
    over.current = true
    if (keep) onCommit(typed, move)
    else onCancel()
  }
  const onKey = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !(event.shiftKey && field === 'text')) end(true, 'down')
    else if (event.key === 'Tab') end(true, event.shiftKey ? 'back' : 'on')
    else if (event.key === 'Escape') end(false, 'stay')
    else return
    event.preventDefault()
  }
  const onClipboard = (event: ClipboardEvent): void => {
    if (onPaste === null || over.current) return
    event.preventDefault()
    over.current = true
    onPaste(event.clipboardData.getData('text/plain'))
  }
  const common = {
    className: 'cell-field',
    'aria-label': label,
    value: typed,
    onKeyDown: onKey,
    onPaste: onClipboard,
    onBlur: () => end(true, 'none'),
  } as const
  if (field === 'text')
    return (
      <textarea {...common} ref={focusFirst} rows={4} dir="auto" onChange={(event) => setTyped(event.target.value)} />
    )
  return (
    <>
      <input
        {...common}
        ref={focusFirst}
        {...(field === 'accounts' ? { list } : {})}
        onChange={(event) => setTyped(event.target.value)}
      />
      {field === 'accounts' && (
        <datalist id={list}>
          {names.map(({ id, name }) => (
            <option key={id} value={name} aria-label={name} />
          ))}
        </datalist>
      )}
    </>
  )
}
