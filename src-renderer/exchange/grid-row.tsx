// The rows are drawn where they are in view, which a table cannot do: the roles say what a table would.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus */
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useStore } from 'zustand'
import type { ImportField, ImportRow } from '../../src-preload/contract/model/exchange.ts'
import { useDesk } from '../shell/desk-context.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { say, sayList } from '../words/say.ts'
import { CellField } from './cell-field.tsx'
import { fieldName, sayProblem } from './exchange-words.ts'
import type { Editing, Move } from './use-grid-keys.ts'

type GridRowProps = {
  row: ImportRow
  line: number
  fields: readonly ImportField[]
  /** The cell of it that has the focus of the sheet; 0 is the one that takes or leaves the row. */
  column: number | null
  reachable: boolean
  editing: Editing | null
  onHold: (column: number) => void
  onBegin: (typed?: string) => void
  onCommit: (value: string, move: Move) => void
  onPaste: (text: string) => void
  onCancel: () => void
}

/** A row of the sheet, with what is wrong with it below. */
export const GridRow = (props: GridRowProps) => {
  const { row, line, fields, column, reachable, editing, onHold, onBegin, onCommit, onPaste, onCancel } = props
  const { exchange } = useDesk()
  const about = `problems-${row.row}`
  const tabAt = (at: number): 0 | -1 => (column === at || (column === null && reachable && at === 1) ? 0 : -1)
  return (
    <div
      className="grid-line"
      role="row"
      aria-rowindex={line + 2}
      data-skipped={row.skipped || undefined}
      data-worst={row.problems.some(({ severity }) => severity === 'error') ? 'error' : row.problems[0]?.severity}
    >
      <span
        role="gridcell"
        className="grid-number"
        data-column={0}
        tabIndex={tabAt(0)}
        aria-label={say(row.skipped ? 'exchange.row-skipped' : 'exchange.row-taken', { row: row.row + 1 })}
        onFocus={() => onHold(0)}
      >
        <span aria-hidden="true">{row.row + 1}</span>
        <span className="grid-take" inert>
          <CheckboxField label="" hideLabel on={!row.skipped} onChange={() => undefined} />
        </span>
        <button
          type="button"
          className="grid-toggle"
          tabIndex={-1}
          aria-label={say(row.skipped ? 'exchange.take-row' : 'exchange.skip-row', { row: row.row + 1 })}
          onClick={() => exchange.skip([row.row], !row.skipped)}
        />
      </span>
      {fields.map((field, index) => {
        const at = index + 1
        const troubled = row.problems.filter((problem) => problem.field === field)
        return (
          <span
            key={field}
            role="gridcell"
            className="grid-cell"
            data-field={field}
            data-column={at}
            data-severity={troubled[0]?.severity}
            tabIndex={editing !== null && column === at ? -1 : tabAt(at)}
            {...(troubled.length > 0 ? { 'aria-describedby': about, 'aria-invalid': true } : {})}
            onFocus={() => onHold(at)}
            onDoubleClick={() => onBegin()}
          >
            {editing !== null && column === at ? (
              <CellField
                label={fieldName(field)}
                field={field}
                value={editing.typed ?? row.values[field] ?? ''}
                onCommit={onCommit}
                onPaste={editing.pasting === true ? onPaste : null}
                onCancel={onCancel}
              />
            ) : (
              <CellValue row={row} field={field} />
            )}
          </span>
        )
      })}
      {row.problems.length > 0 && (
        <span role="gridcell" className="grid-problems" aria-colspan={fields.length + 1}>
          <ul id={about}>
            {row.problems.map((problem) => (
              <li key={problem.message} data-severity={problem.severity}>
                {problem.severity === 'error' ? (
                  <CircleAlert size="0.875rem" aria-hidden="true" />
                ) : (
                  <TriangleAlert size="0.875rem" aria-hidden="true" />
                )}
                {sayProblem(problem)}
              </li>
            ))}
          </ul>
        </span>
      )}
    </div>
  )
}

/** What stands in a cell; for an account that is not named, those that were chosen for such posts. */
const CellValue = ({ row, field }: { row: ImportRow; field: ImportField }) => {
  const { exchange, accounts } = useDesk()
  const chosen = useStore(exchange.state, (s) => s.choices.accountIds)
  const value = row.values[field] ?? ''
  if (value !== '' || field !== 'accounts' || chosen.length === 0) {
    return (
      <span className="grid-value" dir="auto">
        {value}
      </span>
    )
  }
  const names = sayList(chosen.flatMap((id) => accounts.account(id)?.name ?? []))
  return (
    <span className="grid-value faint" title={say('exchange.as-chosen', { names })}>
      {names}
    </span>
  )
}
