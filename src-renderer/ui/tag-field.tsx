import { X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { say } from '../words/say.ts'
import './tag-field.css'

type TagFieldProps = {
  /** What the field adds: `Add a tag`. */
  label: string
  placeholder: string
  tags: readonly string[]
  /** What is offered while typing. */
  known: readonly string[]
  /** Whether words that are not known may be added. */
  free?: boolean
  onAdd: (tag: string) => void
  onRemove: (tag: string) => void
  onFocus?: () => void
}

/** Words one after another, completed from those in use. A comma or Enter ends a word, Backspace takes the last back. */
export const TagField = ({ label, placeholder, tags, known, free = true, onAdd, onRemove, onFocus }: TagFieldProps) => {
  const [typed, setTyped] = useState('')
  const chosen = new Set(tags.map((tag) => tag.toLowerCase()))
  /** Where any word may be added, none is offered before the first letter; and none right after one was taken. */
  const [offering, setOffering] = useState(false)
  const looked = typed.trim().toLowerCase()
  const offered = !offering
    ? []
    : known
        .filter((tag) => tag.toLowerCase().includes(looked) && !chosen.has(tag.toLowerCase()))
        .map((tag) => ({ id: tag }))

  const add = (words: string): void => {
    for (const word of words.split(',')) {
      const meant = known.find((tag) => tag.toLowerCase() === word.trim().toLowerCase())
      if (meant !== undefined || (free && word.trim() !== '')) onAdd(meant ?? word.trim())
    }
    setTyped('')
    setOffering(false)
  }
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const last = tags.at(-1)
    const picking = event.target instanceof HTMLInputElement && event.target.hasAttribute('aria-activedescendant')
    const ends = event.key === ',' || (event.key === 'Enter' && !picking && !event.ctrlKey && !event.metaKey)
    if (ends && (typed !== '' || event.key === ',')) {
      event.preventDefault()
      event.stopPropagation()
      add(typed)
    } else if (event.key === 'Backspace' && typed === '' && last !== undefined) onRemove(last)
  }

  return (
    <fieldset className="tag-field" onKeyDownCapture={onKey}>
      {tags.map((tag) => (
        <span key={tag} className="tag">
          {tag}
          <button type="button" aria-label={say('common.remove-tag', { tag })} onClick={() => onRemove(tag)}>
            <X size="0.75rem" aria-hidden="true" />
          </button>
        </span>
      ))}
      <ComboBox
        aria-label={label}
        allowsCustomValue
        menuTrigger={free ? 'input' : 'focus'}
        items={offered}
        inputValue={typed}
        onInputChange={(words) => {
          setTyped(words)
          if (words !== '') setOffering(true)
        }}
        value={null}
        onChange={(key) => {
          if (typeof key === 'string') add(key)
        }}
        onBlur={() => add(typed)}
        onFocus={() => {
          setOffering(!free)
          onFocus?.()
        }}
      >
        <Input placeholder={placeholder} maxLength={200} />
        <Popover className="list-popover">
          <ListBox>
            {(option: { id: string }) => (
              <ListBoxItem className="list-option" textValue={option.id}>
                {option.id}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </fieldset>
  )
}
