import { Undo2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { ImportProblem } from '../../src-preload/contract/model/exchange.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { RowsSkeleton } from '../ui/skeleton.tsx'
import { say, sayNumber } from '../words/say.ts'
import { FixBar } from './fix-bar.tsx'
import { gridFields } from './grid-fields.ts'
import { RowGrid } from './row-grid.tsx'
import { StageBody } from './stage-body.tsx'
import { StageFoot } from './stage-list.tsx'
import './rows-stage.css'

export type Shown = ImportProblem['code'] | 'problems' | 'all'

/** Every row as it would be, to be put right where it stands. */
export const RowsStage = () => {
  const { exchange } = useDesk()
  const { check, choices, busy, steps } = useStore(exchange.state)
  const [shown, setShown] = useState<Shown>('all')
  const rows = useMemo(() => (check?.rows ?? []).filter(({ problems }) => isShown(problems, shown)), [check, shown])
  const fields = useMemo(() => gridFields(choices.mapping), [choices.mapping])
  if (check === null) return busy === null ? null : <RowsSkeleton />
  const { counts } = check
  const taken = counts.rows - counts.skipped
  return (
    <StageBody className="rows-body" titleId="rows-title">
      <div className="rows-head">
        <div>
          <h2 id="rows-title">{say('exchange.rows-title', { count: counts.rows })}</h2>
          <output className="soft">
            {counts.errors > 0 ? say('exchange.rows-errors', { count: counts.errors }) : say('exchange.rows-sound')}{' '}
            {counts.warnings > 0 && say('exchange.rows-warnings', { count: counts.warnings })}{' '}
            {counts.skipped > 0 && say('exchange.rows-skipped', { count: counts.skipped })}
          </output>
        </div>
        <div className="rows-tools">
          <CheckboxField
            label={say('exchange.only-problems')}
            on={shown !== 'all'}
            onChange={(on) => setShown(on ? 'problems' : 'all')}
          />
          <Button
            size="small"
            icon={<Undo2 size="0.875rem" aria-hidden="true" />}
            isDisabled={steps.length === 0}
            onPress={() => exchange.undoStep()}
          >
            {say('exchange.undo-step')}
          </Button>
        </div>
      </div>
      <FixBar check={check} shown={shown} onShow={setShown} />
      {rows.length === 0 ? (
        <p className="rows-none soft">{say('exchange.rows-none')}</p>
      ) : (
        <RowGrid rows={rows} fields={fields} />
      )}
      <StageFoot back="columns">
        <span className="faint">
          {counts.errors > 0
            ? say('exchange.fix-first', { count: counts.errors })
            : say('exchange.will-be', {
                drafts: sayNumber(counts.drafts),
                scheduled: sayNumber(counts.scheduled),
              })}
        </span>
        <Button
          look="primary"
          isDisabled={counts.errors > 0 || taken === 0 || busy === 'checking'}
          onPress={() => void exchange.run()}
        >
          {say('exchange.run', { count: taken })}
        </Button>
      </StageFoot>
    </StageBody>
  )
}

const isShown = (problems: readonly ImportProblem[], shown: Shown): boolean =>
  shown === 'all' || (shown === 'problems' ? problems.length > 0 : problems.some(({ code }) => code === shown))
