import { Search, X } from 'lucide-react'
import { type RefObject, useRef } from 'react'
import { say } from '../words/say.ts'
import { focusLine } from './focus-home.ts'
import './search-box.css'

export type SearchBoxProps = {
  label: string
  search: string
  onSearch: (text: string) => void
  field?: RefObject<HTMLInputElement | null>
}

/**
 * Searches as you type: every letter is told at once. The system's own field: with every letter the answer waits until
 * it is drawn, and the library's takes three times as long.
 */
export const SearchBox = ({ label, search, onSearch, field }: SearchBoxProps) => {
  const own = useRef<HTMLInputElement>(null)
  const input = field ?? own
  return (
    <div className="search-box">
      <Search size="0.9375rem" aria-hidden="true" />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={search}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={(event) => {
          // On into what was found.
          if (event.key === 'ArrowDown' && focusLine()) event.preventDefault()
          if (event.key !== 'Escape' || search === '') return
          // What else would be closed by it stays open.
          event.preventDefault()
          event.stopPropagation()
          onSearch('')
        }}
      />
      {search !== '' && (
        <button
          type="button"
          aria-label={say('common.clear-search')}
          onClick={() => {
            onSearch('')
            input.current?.focus()
          }}
        >
          <X size="0.875rem" aria-hidden="true" />
        </button>
      )}
    </div>
  )
}
