// The rows are drawn where they are in view, which a table cannot do: the roles say what a table would.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useCallback, useEffect, useRef } from 'react'
import type { ImportField, ImportRow } from '../../src-preload/contract/model/exchange.ts'
import { say } from '../words/say.ts'
import { fieldName } from './exchange-words.ts'
import { GridRow } from './grid-row.tsx'
import { useGridKeys } from './use-grid-keys.ts'
import './row-grid.css'

/** About how high a row is, in pixels; each is measured as it comes into view. */
const ROW = 48

type RowGridProps = { rows: readonly ImportRow[]; fields: readonly ImportField[] }

/** The rows as a sheet to be worked in by the keyboard; only those in view are drawn. */
export const RowGrid = ({ rows, fields }: RowGridProps) => {
  const scroll = useRef<HTMLDivElement>(null)
  // Where it changes all rows are measured anew, so it must not with every step of scrolling.
  const keyAt = useCallback((index: number): number => rows[index]?.row ?? index, [rows])
  const { place, editing, onKey, paste, begin, commit, cancel, hold } = useGridKeys(rows, fields)
  const { line, column, moved } = place
  // It mutates as it scrolls, which only a compiler that memoises would mind; there is none here.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    getItemKey: keyAt,
    overscan: 8,
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range)
      // The row that has the focus stays there, or the focus would go with it.
      return line >= rows.length || inView.includes(line) ? inView : [...inView, line].toSorted((a, b) => a - b)
    },
  })

  useEffect(() => {
    if (moved === 0) return undefined
    virtual.scrollToIndex(line)
    const frame = requestAnimationFrame(() => {
      const cell = scroll.current?.querySelector<HTMLElement>(`[data-line="${line}"] [data-column="${column}"]`)
      // Who is writing in it by now goes on.
      if (cell?.contains(document.activeElement) !== true) cell?.focus()
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    })
    return () => cancelAnimationFrame(frame)
  }, [line, column, moved, virtual])

  return (
    <div
      className="grid-scroll"
      style={{ '--others': fields.length - 1 } as CSSProperties}
      ref={scroll}
      role="grid"
      aria-label={say('exchange.grid')}
      aria-rowcount={rows.length + 1}
      aria-colcount={fields.length + 1}
      onKeyDown={onKey}
    >
      <div className="grid-line grid-heading" role="row" aria-rowindex={1}>
        <span role="columnheader" className="grid-number">
          {say('exchange.row')}
        </span>
        {fields.map((field) => (
          <span key={field} role="columnheader" className="grid-head" data-field={field}>
            {fieldName(field)}
          </span>
        ))}
      </div>
      <div role="rowgroup" className="grid-body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index]
          if (row === undefined) return null
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              role="presentation"
              className="grid-slot"
              data-index={index}
              data-line={index}
              style={{ translate: `0 ${start}px` }}
            >
              <GridRow
                row={row}
                line={index}
                fields={fields}
                column={line === index ? column : null}
                reachable={line === index || (line >= rows.length && index === 0)}
                editing={line === index ? editing : null}
                onHold={(at) => hold(index, at)}
                onBegin={begin}
                onCommit={commit}
                onPaste={paste}
                onCancel={cancel}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
