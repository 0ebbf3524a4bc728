import { type PointerEvent, useId, useLayoutEffect } from 'react'
import { say } from '../../words/say.ts'
import { KeyCaps } from '../key-caps.tsx'
import type { Entry } from './entry.ts'
import { LIST_ID, optionId } from './palette-option.ts'
import { type Section, sectionsOf } from './rank-entries.ts'

type PaletteListProps = {
  entries: readonly Entry[]
  active: Entry | null
  onActive: (id: string) => void
  onChoose: (entry: Entry) => void
}

/** What was found, under headings. The field above keeps the focus and the keys. */
export const PaletteList = ({ entries, active, ...pointed }: PaletteListProps) => {
  useLayoutEffect(() => {
    if (active === null) return
    // With the first one the top of the list is to be seen, its heading too.
    if (active === entries[0]) document.getElementById(LIST_ID)?.scrollTo({ top: 0 })
    else document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' })
  }, [active, entries])
  if (entries.length === 0) return null
  return (
    <div className="palette-list" {...listProps()}>
      {sectionsOf(entries).map((section) => (
        <SectionOf key={section.group} section={section} active={active} {...pointed} />
      ))}
    </div>
  )
}

const listProps = () => ({ role: 'listbox', id: LIST_ID, 'aria-label': say('commands.results') })

type SectionProps = Omit<PaletteListProps, 'entries'> & { section: Section }

const SectionOf = ({ section: { group, entries }, active, onActive, onChoose }: SectionProps) => {
  const headingId = useId()
  // The field keeps the focus, and has the keys that do the same.
  const pointerProps = (entry: Entry) => ({
    onPointerDown: (event: PointerEvent) => event.preventDefault(),
    onPointerMove: () => onActive(entry.id),
    onClick: () => onChoose(entry),
  })
  return (
    <div className="palette-section" {...groupProps(headingId)}>
      <div className="palette-heading" id={headingId} role="presentation">
        {say(`commands.group-${group}`)}
      </div>
      {entries.map((entry) => (
        <div key={entry.id} className="palette-option" {...optionProps(entry, active)} {...pointerProps(entry)}>
          <entry.icon size="1.0625rem" aria-hidden="true" />
          <span className="palette-label" dir="auto">
            {entry.label}
          </span>
          {entry.note !== '' && <span className="palette-note">{entry.note}</span>}
          {entry.keys !== '' && <KeyCaps keys={entry.keys} />}
        </div>
      ))}
    </div>
  )
}

const groupProps = (headingId: string) => ({ role: 'group', 'aria-labelledby': headingId })

const optionProps = (entry: Entry, active: Entry | null) => ({
  id: optionId(entry),
  role: 'option',
  'aria-selected': entry === active,
})
