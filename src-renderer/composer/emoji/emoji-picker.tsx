import { Search } from 'lucide-react'
import { useState } from 'react'
import { Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { focusFirst } from '../../ui/focus-first.ts'
import { Segments } from '../../ui/segments.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { say } from '../../words/say.ts'
import { findEmoji } from './emoji-data.ts'
import { useEmoji } from './use-emoji.ts'
import './emoji.css'

/** The groups of signs, each with the one that stands for it. */
const GROUPS = [
  { key: '0', sign: '😀' },
  { key: '1', sign: '👋' },
  { key: '3', sign: '🐻' },
  { key: '4', sign: '🍎' },
  { key: '5', sign: '🚗' },
  { key: '6', sign: '⚽' },
  { key: '7', sign: '💡' },
  { key: '8', sign: '❤️' },
  { key: '9', sign: '🏁' },
] as const
type Group = (typeof GROUPS)[number]['key']

const MOST = 120

/** Signs to choose from, by group or by name. */
export const EmojiPicker = ({ onPick }: { onPick: (sign: string) => void }) => {
  const entries = useEmoji(true)
  const [group, setGroup] = useState<Group>('0')
  const [typed, setTyped] = useState('')
  const shown =
    entries === null
      ? []
      : typed.trim() === ''
        ? entries.filter((one) => one.group === Number(group))
        : findEmoji(entries, typed, MOST)
  return (
    <div className="emoji-picker">
      <SearchField className="search-box" aria-label={say('composer.emoji-search')} value={typed} onChange={setTyped}>
        <Search size="0.9375rem" aria-hidden="true" />
        <Input
          ref={focusFirst}
          placeholder={say('composer.emoji-search')}
          onKeyDown={(event) => {
            const [first] = shown
            if (event.key !== 'Enter' || first === undefined) return
            event.preventDefault()
            onPick(first.sign)
          }}
        />
      </SearchField>
      <Segments
        label={say('composer.emoji-groups')}
        chosen={group}
        onChoose={(key) => {
          setTyped('')
          setGroup(key)
        }}
        options={GROUPS.map(({ key, sign }) => ({
          key,
          label: say(`composer.group-${key}`),
          icon: <span aria-hidden="true">{sign}</span>,
        }))}
      />
      {entries === null ? (
        <Spinner />
      ) : (
        <ListBox
          aria-label={say('composer.emoji-choices')}
          className="emoji-grid"
          layout="grid"
          items={shown.map((one) => ({ ...one, id: one.sign }))}
          onAction={(key) => onPick(String(key))}
          renderEmptyState={() => <p className="faint">{say('composer.emoji-none')}</p>}
        >
          {(one) => (
            <ListBoxItem id={one.id} textValue={one.name} aria-label={one.name} className="emoji">
              <span title={one.name} aria-hidden="true">
                {one.sign}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      )}
    </div>
  )
}
