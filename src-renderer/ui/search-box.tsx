import { Search, X } from 'lucide-react'
import type { RefObject } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { say } from '../words/say.ts'
import './search-box.css'

export type SearchBoxProps = {
  label: string
  search: string
  onSearch: (text: string) => void
  field?: RefObject<HTMLInputElement | null>
}

/** Searches as you type: every letter is told at once. */
export const SearchBox = ({ label, search, onSearch, field }: SearchBoxProps) => (
  <SearchField className="search-box" aria-label={label} value={search} onChange={onSearch}>
    <Search size="0.9375rem" aria-hidden="true" />
    <Input {...(field && { ref: field })} placeholder={label} />
    {search !== '' && (
      <Button aria-label={say('common.clear-search')}>
        <X size="0.875rem" aria-hidden="true" />
      </Button>
    )}
  </SearchField>
)
