import { X } from 'lucide-react'
import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
import { formatDay } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { say } from '../words/say.ts'
import type { Filters } from './narrowing.ts'
import './filter-chips.css'

type FilterChip = { key: string; label: string; without: () => void }

const NONE: readonly FilterChip[] = []

type FilterChipsProps = {
  narrowing: Filters
  onChange: (change: Partial<Filters>) => void
  /** What this list alone is narrowed by. */
  more?: readonly FilterChip[]
}

/** What the list is narrowed to, in words; a press takes one away. */
export const FilterChips = ({ narrowing, onChange, more = NONE }: FilterChipsProps) => {
  const { accounts } = useDesk()
  const now = useNow(60_000)
  useStore(accounts.state)
  const { accountId, channel, tags, from, to, external } = narrowing
  const day = (date: string): string => formatDay(Date.parse(`${date}T12:00:00Z`), 'UTC', now)
  const one = <T,>(value: T | null, key: keyof Filters, label: (value: T) => string): FilterChip[] =>
    value === null ? [] : [{ key, label: label(value), without: () => onChange({ [key]: null }) }]
  const chips = [
    ...one(accountId, 'accountId', (id) => accounts.account(id)?.name ?? say('filter.account-gone')),
    ...one(channel, 'channel', (key) => accounts.channel(key)?.name ?? key),
    ...tags.map((tag) => ({
      key: `tag ${tag}`,
      label: say('filter.tag', { tag }),
      without: () => onChange({ tags: tags.filter((other) => other !== tag) }),
    })),
    ...more,
    ...one(from, 'from', (date) => say('filter.from-day', { day: day(date) })),
    ...one(to, 'to', (date) => say('filter.to-day', { day: day(date) })),
    ...one(external, 'external', (there) => say(there ? 'filter.made-there' : 'filter.made-here')),
  ]
  if (chips.length === 0) return null
  return (
    <ul className="filter-chips" aria-label={say('filter.by')}>
      {chips.map(({ key, label, without }) => (
        <li key={key}>
          <button type="button" className="filter-chip" aria-label={say('filter.without', { label })} onClick={without}>
            <span>{label}</span>
            <X size="0.8125rem" aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}
