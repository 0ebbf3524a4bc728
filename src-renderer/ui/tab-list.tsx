import { type KeyboardEvent, useEffect } from 'react'
import { sayNumber } from '../words/say.ts'
import './tab-list.css'

type TabEntry<K extends string> = {
  key: K
  name: string
  /** How much there is under it; not shown when there is nothing. */
  count: number
  urgent: boolean
}

type TabListProps<K extends string> = {
  label: string
  tabs: readonly TabEntry<K>[]
  chosen: K
  onChoose: (key: K) => void
  /** What the tabs change; its id is `panelId`, and it is labelled by `tabId(panelId, chosen)`. */
  panelId: string
}

export const tabId = (panelId: string, key: string): string => `${panelId}-${key}`

/**
 * Tabs over one panel. The library's own look through everything in their panel at every change of it, which a list that
 * changes with every step of scrolling cannot bear.
 */
export const TabList = <K extends string>({ label, tabs, chosen, onChoose, panelId }: TabListProps<K>) => {
  useEffect(() => {
    // Where there is no room for all of them, the chosen one is brought into view.
    document.getElementById(tabId(panelId, chosen))?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [panelId, chosen])

  const onKey = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.key === chosen)
    const to = tabs.at(NEXT[event.key]?.(at, tabs.length) ?? at)
    if (to === undefined || to.key === chosen) return
    event.preventDefault()
    onChoose(to.key)
    document.getElementById(tabId(panelId, to.key))?.focus()
  }
  return (
    <div className="tab-list" role="tablist" aria-label={label}>
      {tabs.map(({ key, name, count, urgent }) => (
        <button
          key={key}
          type="button"
          role="tab"
          id={tabId(panelId, key)}
          className="tab"
          aria-label={count > 0 ? `${name}, ${sayNumber(count)}` : name}
          aria-selected={key === chosen}
          {...(key === chosen ? { 'aria-controls': panelId } : {})}
          tabIndex={key === chosen ? 0 : -1}
          onClick={() => onChoose(key)}
          onKeyDown={onKey}
        >
          {name}
          {count > 0 && <span className={urgent ? 'tab-count tab-urgent' : 'tab-count'}>{sayNumber(count)}</span>}
        </button>
      ))}
    </div>
  )
}

/** Where a key leads from a tab, among so many. */
const NEXT: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}
