import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import { formatMomentInText } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { remInPixels } from '../ui/rem.ts'
import { useLate } from '../ui/use-late.ts'
import { Spinner } from '../ui/spinner.tsx'
import { say } from '../words/say.ts'
import { groupByDay, inPost } from './day-groups.ts'
import { isMovable, landingAt } from './line.ts'
import { type QueueFilter, TABS, writeQueueFilter } from './queue-filter.ts'
import { createPlaces } from './places.ts'
import { QueueRow } from './queue-row.tsx'
import { QueueSlot } from './queue-slot.tsx'
import { useDragRows } from './use-drag-rows.ts'
import { useKeptScroll } from './use-kept-scroll.ts'
import { useQueueKeys } from './use-queue-keys.ts'
import { useReorder } from './use-reorder.ts'
import { useHeir } from './use-heir.ts'

/** Heights at the usual text size, in rem: most lines have them, so that little moves when they are drawn. */
const ROW = 3.9375
const DAY = 2.3125
/** Lines that are drawn beyond what is in view, while it moves; at rest they would only be late with what was searched. */
const AHEAD_OF_SCROLL = 3
/** How far before the end the next page is asked for, in lines. */
const AHEAD = 25

type QueueListProps = {
  rows: readonly ItemRow[]
  /** The words that they were found by, marked in them. */
  foundBy: string
  filter: QueueFilter
  zone: string
  openId: string | null
  /** Whether more follows than is loaded; and whether it is on its way. */
  endless: boolean
  loading: boolean
  /** What is on show is about to be replaced. */
  stale: boolean
  onOpen: (row: ItemRow) => void
  onPick: (rows: readonly ItemRow[]) => void
  onNearEnd: () => void
}

/** The queue as a list that only draws what is in view. J, K and the arrows walk through it; what is upcoming is dragged. */
export const QueueList = (props: QueueListProps) => {
  const { rows, foundBy, filter, zone, openId, endless, loading, stale, onOpen, onPick, onNearEnd } = props
  const { order } = TABS[filter.tab]
  const scroll = useRef<HTMLDivElement>(null)
  const today = useNow(60_000)
  const [activeId, setActiveId] = useState<string | null>(openId)
  const lines = useMemo(() => groupByDay(rows, order, zone, today), [rows, order, zone, today])
  const rem = useMemo(remInPixels, [])
  const [places] = useState(createPlaces)

  // Where it changes all lines are measured anew, so it must not with every step of scrolling.
  const keyAt = useCallback(
    (index: number): string => {
      const line = lines[index]
      return line?.kind === 'row' ? line.row.id : `day ${line?.key}`
    },
    [lines],
  )
  const activeAt = useMemo(
    () => lines.findIndex((line) => line.kind === 'row' && line.row.id === activeId),
    [lines, activeId],
  )
  // It mutates as it scrolls, which only a compiler that memoises would mind; there is none here.
  // oxlint-disable-next-line react/incompatible-library
  const virtual: Virtualizer<HTMLDivElement, Element> = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => (lines[index]?.kind === 'day' ? DAY : ROW) * rem,
    getItemKey: keyAt,
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor({ ...range, overscan: virtual.isScrolling ? AHEAD_OF_SCROLL : 0 })
      // The line that has the focus stays there, or the focus would go with it.
      return activeAt === -1 || inView.includes(activeAt) ? inView : [...inView, activeAt].toSorted((a, b) => a - b)
    },
  })
  const shown = virtual.getVirtualItems()
  const last = virtual.range?.endIndex ?? 0
  const scrolled = (virtual.scrollOffset ?? 0) > 0
  useKeptScroll(virtual, lines, writeQueueFilter(filter))

  useEffect(() => {
    // Who has not scrolled yet may not want more than there is.
    if (endless && last >= lines.length - (scrolled ? AHEAD : 1)) onNearEnd()
  }, [endless, last, lines, scrolled, onNearEnd])

  const active = useMemo(() => rows.find((row) => row.id === activeId) ?? rows[0] ?? null, [rows, activeId])
  const focus = useCallback(
    (row: ItemRow): void => {
      setActiveId(row.id)
      const at = lines.findIndex((line) => line.kind === 'row' && line.row.id === row.id)
      // The first one is seen with its day.
      virtual.scrollToIndex(at === 1 ? 0 : at)
      const reach = (): boolean => {
        const line = scroll.current?.querySelector<HTMLElement>(`[data-item="${row.id}"]`)
        line?.focus()
        return line != null
      }
      // What is far away is drawn once it was scrolled to.
      requestAnimationFrame(() => void (reach() || requestAnimationFrame(reach)))
    },
    [virtual, lines],
  )

  const inherit = useCallback(
    (row: ItemRow): void => {
      // Who is elsewhere, as in the box that asked, stays there.
      if (document.activeElement === document.body) focus(row)
      else setActiveId(row.id)
    },
    [focus],
  )
  useHeir(rows, activeId, inherit)

  const inView = shown.flatMap(({ index }) => {
    const line = lines[index]
    return line === undefined ? [] : [{ key: keyAt(index), kind: line.kind }]
  })
  // Whoever is at a line keeps it, also where it went out of view.
  const drawn = places.of(inView, activeId)

  const ordered = order === 'soonest'
  const move = useReorder(zone)
  const listed = { rows, endless, now: today }
  const keyProps = useQueueKeys({ list: scroll, listed, active, ordered, openId, focus, move, onOpen, onPick })

  /** A place in the list's own pixels, as the row before which something stands there. */
  const gapAt = (y: number): number => {
    const at = virtual.getVirtualItemForOffset(y + (virtual.scrollOffset ?? 0))
    const line = at && lines[at.index]
    if (at === undefined || line === undefined) return rows.length
    if (line.kind === 'row')
      return y + (virtual.scrollOffset ?? 0) < at.start + at.size / 2 ? line.index : line.index + 1
    const next = lines[at.index + 1]
    return next?.kind === 'row' ? next.index : rows.length
  }
  const { drag, dragProps } = useDragRows({
    list: scroll,
    rows,
    gapAt,
    onDrop: (row, gap) => void move(row, landingAt(listed, row, gap)),
  })
  const focusRow = useCallback((row: ItemRow) => setActiveId(row.id), [])
  const openRow = useCallback(
    (row: ItemRow) => {
      setActiveId(row.id)
      onOpen(row)
    },
    [onOpen],
  )
  const late = useLate(stale)
  const landing = drag?.gap == null ? null : landingAt(listed, drag.row, drag.gap)

  return (
    <div
      className="queue-scroll"
      ref={scroll}
      {...dragProps}
      {...keyProps}
      aria-busy={stale}
      data-late={late || undefined}
    >
      <ul
        className="queue-list"
        aria-label={say('queue.list')}
        data-dragging={drag !== null || undefined}
        data-scrolling={(virtual.isScrolling && drag === null) || undefined}
      >
        {shown.map(({ index, start }) => {
          const key = keyAt(index)
          const line = lines[index]
          if (line === undefined) return null
          return (
            <QueueSlot
              key={drawn.get(key)}
              virtual={virtual}
              lineKey={key}
              index={index}
              start={start}
              count={endless ? -1 : lines.length}
            >
              {line.kind === 'day' ? (
                <h2 className="queue-day">{line.label}</h2>
              ) : (
                <>
                  {drag?.gap === line.index && <DropMark landing={landing} zone={zone} now={today} />}
                  <QueueRow
                    row={line.row}
                    inPost={inPost(lines, index, order)}
                    order={order}
                    zone={zone}
                    search={foundBy}
                    active={line.row.id === active?.id}
                    open={line.row.id === openId}
                    dragged={drag?.row.id === line.row.id}
                    aside={drag !== null && drag.row.accountId !== line.row.accountId}
                    movable={ordered && isMovable(line.row, today)}
                    onFocus={focusRow}
                    onOpen={openRow}
                  />
                  {drag?.gap === rows.length && line.index === rows.length - 1 && (
                    <DropMark landing={landing} zone={zone} now={today} atEnd />
                  )}
                </>
              )}
            </QueueSlot>
          )
        })}
      </ul>
      <div aria-hidden="true" style={{ height: virtual.getTotalSize() }} />
      {loading && (
        <output className="queue-more">
          <Spinner /> {say('queue.loading-more')}
        </output>
      )}
    </div>
  )
}

type DropMarkProps = { landing: ReturnType<typeof landingAt> | null; zone: string; now: number; atEnd?: boolean }

/** Where a dragged post would go, and which time it would take. */
const DropMark = ({ landing, zone, now, atEnd = false }: DropMarkProps) => {
  const at = landing?.kind === 'moves' ? landing.takes.schedule?.at : undefined
  return (
    <div className="queue-drop" data-end={atEnd || undefined} data-stays={at === undefined || undefined}>
      <span>
        {at === undefined
          ? say('queue.drop-stays')
          : say('queue.drop-at', { time: formatMomentInText(Date.parse(at), zone, now) })}
      </span>
    </div>
  )
}
