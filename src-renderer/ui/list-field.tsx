import { X } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import { say } from '../words/say.ts'
import './field.css'
import './tag-field.css'

type ListFieldProps = {
  label: string
  description?: string
  entries: readonly string[]
  isRequired?: boolean
  onChange: (entries: string[]) => void
}

/** Entries one after another, in their order. Enter ends one, commas belong to it; Backspace takes the last back. */
export const ListField = ({ label, description, entries, isRequired = false, onChange }: ListFieldProps) => {
  const [typed, setTyped] = useState('')
  const about = useId()
  const add = (): void => {
    const entry = typed.trim()
    setTyped('')
    if (entry !== '' && !entries.includes(entry)) onChange([...entries, entry])
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing) {
      event.preventDefault()
      add()
    } else if (event.key === 'Backspace' && typed === '' && entries.length > 0) {
      event.preventDefault()
      setTyped(entries.at(-1) ?? '')
      onChange(entries.slice(0, -1))
    }
  }
  return (
    <TextField className="tag-field-framed" value={typed} onChange={setTyped} onBlur={add} isRequired={isRequired}>
      <Label>{label}</Label>
      <div className="tag-field">
        {entries.map((entry) => (
          <span key={entry} className="tag">
            {entry}
            <Button
              slot={null}
              aria-label={say('common.remove-from', { entry, field: label })}
              onPress={() => onChange(entries.filter((one) => one !== entry))}
            >
              <X size="0.75rem" aria-hidden="true" />
            </Button>
          </span>
        ))}
        <Input
          className="list-field-input"
          aria-describedby={about}
          placeholder={entries.length === 0 ? say('common.enter-after-each') : ''}
          maxLength={2000}
          onKeyDown={onKey}
        />
      </div>
      <span id={about} className="field-description">
        {description}
        <span className="unseen">
          {' '}
          {say('common.entries-so-far', { count: entries.length, entries: entries.join(', ') })}
        </span>
      </span>
    </TextField>
  )
}
