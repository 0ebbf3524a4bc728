import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import { isBehindDialog, isTyping } from '../shell/keys.ts'
import { useNow } from '../time/use-now.ts'
import { Spinner } from '../ui/spinner.tsx'
import { groupByDay } from './day-groups.ts'
import { usePicks } from './bulk/picks.ts'
import { QueueRow } from './queue-row.tsx'
import type { QueueOrder } from './queue-filter.ts'

const ROW = 76
const DAY = 44
/** How far before the end the next page is asked for, in lines. */
const AHEAD = 30

type QueueListProps = {
  rows: readonly ItemRow[]
  order: QueueOrder
  zone: string
  openId: string | null
  /** Whether more follows than is loaded. */
  endless: boolean
  onOpen: (row: ItemRow) => void
  onEdit: (row: ItemRow) => void
  onNearEnd: () => void
}

/** The queue as a list that only draws what is in view. J, K and the arrows walk through it. */
export const QueueList = ({ rows, order, zone, openId, endless, onOpen, onEdit, onNearEnd }: QueueListProps) => {
  const scroll = useRef<HTMLDivElement>(null)
  const today = useNow(60_000)
  const picks = usePicks()
  const [activeId, setActiveId] = useState<string | null>(openId)
  const lines = useMemo(() => groupByDay(rows, order, zone, today), [rows, order, zone, today])

  // It mutates as it scrolls, which only a compiler that memoises would mind; there is none here.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => (lines[index]?.kind === 'day' ? DAY : ROW),
    getItemKey: (index) => {
      const line = lines[index]
      return line?.kind === 'row' ? line.row.id : `day ${line?.key}`
    },
    overscan: 8,
  })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0

  useEffect(() => {
    if (endless && last >= lines.length - AHEAD) onNearEnd()
  }, [endless, last, lines.length, onNearEnd])

  const active = rows.some((row) => row.id === activeId) ? activeId : (rows[0]?.id ?? null)

  const walk = useCallback(
    (step: 1 | -1): void => {
      const inside = scroll.current?.contains(document.activeElement) === true
      const from = rows.findIndex((row) => row.id === active)
      // The first key only takes hold of the list.
      const to = rows[inside ? Math.max(0, Math.min(rows.length - 1, from + step)) : Math.max(0, from)]
      if (to === undefined) return
      setActiveId(to.id)
      virtual.scrollToIndex(lines.findIndex((line) => line.kind === 'row' && line.row.id === to.id))
      requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-item="${to.id}"]`)?.focus())
      if (openId !== null) onOpen(to)
    },
    [rows, lines, active, virtual, openId, onOpen],
  )

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target) || isBehindDialog() || isInTabs(event.target)) return
      const row = rows.find((one) => one.id === active)
      if (event.key === 'j' || event.key === 'ArrowDown') walk(1)
      else if (event.key === 'k' || event.key === 'ArrowUp') walk(-1)
      else if (event.key === 'e' && row !== undefined && !row.external) onEdit(row)
      else if (event.key === 'x' && row !== undefined) picks.toggle(row)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [rows, active, walk, onEdit, picks])

  return (
    <div className="queue-scroll" ref={scroll}>
      <ul className="queue-list" aria-label="Posts" style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start, key }) => {
          const line = lines[index]
          if (line === undefined) return null
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="queue-slot"
              style={{ translate: `0 ${start}px` }}
              aria-setsize={endless ? -1 : lines.length}
              aria-posinset={index + 1}
            >
              {line.kind === 'day' ? (
                <h2 className="queue-day">{line.label}</h2>
              ) : (
                <QueueRow
                  row={line.row}
                  order={order}
                  zone={zone}
                  active={line.row.id === active}
                  open={line.row.id === openId}
                  onOpen={() => {
                    setActiveId(line.row.id)
                    onOpen(line.row)
                  }}
                />
              )}
            </li>
          )
        })}
      </ul>
      {endless && (
        <output className="queue-more">
          <Spinner /> Loading more
        </output>
      )}
    </div>
  )
}

const isInTabs = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=tablist]') !== null
