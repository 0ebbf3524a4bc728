import { X } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useState } from 'react'
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

  /** Where only what is known can be added, its beginning is enough. */
  const isWhole = free || known.some((tag) => tag.toLowerCase() === looked)
  const firstMeant = isWhole ? typed : (offered[0]?.id ?? typed)

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
      add(event.key === 'Enter' ? firstMeant : typed)
    } else if (event.key === 'Backspace' && typed === '' && last !== undefined) onRemove(last)
  }

  const takeAway = (tag: string, { currentTarget }: MouseEvent<HTMLElement>): void => {
    focusBeside(currentTarget)
    onRemove(tag)
  }

  return (
    <fieldset className="tag-field" aria-label={say('common.tags')} onKeyDownCapture={onKey}>
      {tags.map((tag) => (
        <span key={tag} className="tag">
          {tag}
          <button
            type="button"
            aria-label={say('common.remove-tag', { tag })}
            onClick={(event) => takeAway(tag, event)}
          >
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

/** The button goes with its word: the focus goes on to that of the word beside it, or else to the field. */
const focusBeside = (button: HTMLElement): void => {
  const word = button.parentElement
  const beside = [word?.nextElementSibling, word?.previousElementSibling].find((one) => one?.matches('.tag'))
  const field = button.closest('.tag-field')?.querySelector('input')
  ;(beside?.querySelector('button') ?? field)?.focus()
}
