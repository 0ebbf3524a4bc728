import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import './field.css'

export type MenuEntry = {
  key: string
  label: string
  icon?: ReactNode
  keys?: string
  /** What it comes to, said beside it. */
  note?: string
  danger?: boolean
  run: () => void
}

type MenuProps = { label: string; trigger: ReactNode; entries: readonly MenuEntry[] }

/** A button and what unfolds from it. */
export const Menu = ({ label, trigger, entries }: MenuProps) => (
  <MenuTrigger>
    {trigger}
    <Popover className="list-popover" placement="bottom end">
      <AriaMenu aria-label={label} onAction={(key) => entries.find((entry) => entry.key === key)?.run()}>
        {entries.map((entry) => (
          <MenuItem
            key={entry.key}
            id={entry.key}
            textValue={entry.note === undefined ? entry.label : `${entry.label}, ${entry.note}`}
            className={entry.danger === true ? 'list-option list-option-danger' : 'list-option'}
          >
            {entry.icon}
            {entry.label}
            {entry.note !== undefined && <span className="list-note">{entry.note}</span>}
            {entry.keys !== undefined && <kbd aria-hidden="true">{entry.keys}</kbd>}
          </MenuItem>
        ))}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
)
