import { CornerDownLeft, Search } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import { useDesk } from '../../shell/desk-context.ts'
import { say } from '../../words/say.ts'
import { keysOf } from '../keys-of.ts'
import { KeyCaps } from '../key-caps.tsx'
import { pressOf, readKeys } from '../presses.ts'
import type { Entry } from './entry.ts'
import { PaletteList } from './palette-list.tsx'
import { LIST_ID, optionId } from './palette-option.ts'
import { useEntries } from './use-entries.ts'
import { sayFailure } from '../../words/say-failure.ts'
import './palette.css'

/** As far as a page of the list goes. */
const PAGE = 7

/** Everything by its name: what can be done, where to go, posts by their words, days. */
export const Palette = ({ onClose }: { onClose: () => void }) => (
  <ModalOverlay className="palette-veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
    <Modal className="palette-box">
      <AriaDialog className="palette" aria-label={say('commands.palette')}>
        <Finder onClose={onClose} />
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)

const Finder = ({ onClose }: { onClose: () => void }) => {
  const { settings } = useDesk()
  const [text, setText] = useState('')
  const [asks, setAsks] = useState(() => say('commands.ask'))
  const [activeId, setActiveId] = useState<string | null>(null)
  const { entries, failure, searching } = useEntries(text)
  const active = entries.find((entry) => entry.id === activeId) ?? entries[0] ?? null

  const choose = (entry: Entry): void => {
    if (entry.asks !== undefined) {
      setText('')
      setAsks(entry.asks)
      return
    }
    // First it is gone, then the thing is done: what opens or takes the focus finds the page free.
    flushSync(onClose)
    entry.run()
  }
  const step = (by: number): void => {
    const from = active === null ? -1 : entries.indexOf(active)
    const last = entries.length - 1
    // At either end one step goes round, a page does not.
    const to = Math.abs(by) > 1 ? Math.max(0, Math.min(last, from + by)) : (from + by + entries.length) % entries.length
    setActiveId(entries[to]?.id ?? null)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const press = pressOf(event.nativeEvent)
    if (press === null) return
    const { shortcuts } = settings.state.getState()
    const isOwn = readKeys(keysOf('everywhere.palette', shortcuts)).some((way) => way.join(' ') === press)
    if (isOwn) onClose()
    else if (press === 'Enter' && active !== null) choose(active)
    else if (STEPS[press] !== undefined && entries.length > 0) step(STEPS[press])
    // There is nothing else to go to.
    else if (press !== 'Enter' && press !== 'Tab' && press !== 'Shift+Tab') return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <div className="palette-field">
        <Search size="1.125rem" aria-hidden="true" />
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was asked for to type into
          autoFocus
          {...fieldProps(entries.length > 0, active)}
          aria-label={asks}
          placeholder={asks}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setActiveId(null)
          }}
          onKeyDown={onKeyDown}
          spellCheck={false}
          autoComplete="off"
          maxLength={500}
          dir="auto"
        />
      </div>
      <PaletteList entries={entries} active={active} onActive={setActiveId} onChoose={choose} />
      {entries.length === 0 && !searching && <Nothing text={text.trim()} />}
      {failure !== null && (
        <p className="palette-failure">{say('commands.search-failed', { why: sayFailure(failure).message })}</p>
      )}
      <output className="unseen">
        {text.trim() === ''
          ? ''
          : searching
            ? say('commands.searching')
            : say('commands.count', { count: entries.length })}
      </output>
      <Hints />
    </>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }

const fieldProps = (open: boolean, active: Entry | null) => ({
  role: 'combobox',
  'aria-autocomplete': 'list' as const,
  'aria-expanded': open,
  ...(open && active !== null ? { 'aria-controls': LIST_ID, 'aria-activedescendant': optionId(active) } : {}),
})

const Nothing = ({ text }: { text: string }) => (
  <div className="palette-nothing">
    <p>{say('commands.nothing', { text })}</p>
    <p className="faint">{say('commands.nothing-help', { example: say('commands.date-example') })}</p>
  </div>
)

const Hints = () => (
  <footer className="palette-hints" aria-hidden="true">
    <span>
      <KeyCaps keys="ArrowUp ArrowDown" /> {say('commands.move')}
    </span>
    <span>
      <kbd>
        <CornerDownLeft size="0.75rem" />
      </kbd>{' '}
      {say('commands.open')}
    </span>
    <span>
      <KeyCaps keys="Escape" /> {say('commands.close')}
    </span>
  </footer>
)
