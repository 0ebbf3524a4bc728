import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { say } from '../words/say.ts'
import './search-box.css'

/** A letter is searched for at once; who types faster than this, in milliseconds, with the next one. */
const PAUSE = 80

type SearchBoxProps = { label: string; search: string; onSearch: (text: string) => void }

/** Searches as you type; `/` jumps into it. */
export const SearchBox = ({ label, search, onSearch }: SearchBoxProps) => {
  const [typed, setTyped] = useState(search)
  const field = useRef<HTMLInputElement>(null)

  // Changed from outside, such as by a button that clears it; what was searched for from here is no news.
  const [known, setKnown] = useState(search)
  if (known !== search) {
    setKnown(search)
    setTyped(search)
  }
  const askedAt = useRef(-PAUSE)
  useEffect(() => {
    if (typed === known) return
    const ask = (): void => {
      askedAt.current = performance.now()
      setKnown(typed)
      onSearch(typed)
    }
    const timer = setTimeout(ask, Math.max(0, askedAt.current + PAUSE - performance.now()))
    return () => clearTimeout(timer)
  }, [typed, known, onSearch])

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const inField = event.target instanceof HTMLElement && event.target.matches('input, textarea, [role=spinbutton]')
      if (event.key !== '/' || inField || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      field.current?.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  return (
    <SearchField className="search-box" aria-label={label} value={typed} onChange={setTyped}>
      <Search size="0.9375rem" aria-hidden="true" />
      <Input ref={field} placeholder={label} />
      {typed !== '' && (
        <Button aria-label={say('common.clear-search')}>
          <X size="0.875rem" aria-hidden="true" />
        </Button>
      )}
    </SearchField>
  )
}
