import { CalendarDays, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
import { useTitle } from '../shell/use-title.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Segments } from '../ui/segments.tsx'
import { RowsSkeleton } from '../ui/skeleton.tsx'
import { say } from '../words/say.ts'
import { NextSlots } from './next-slots.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import { PlanHead } from './plan-head.tsx'
import { WeekEditor } from './week-editor.tsx'
import './slots.css'

/** The weekly times at which the person publishes. */
export const SlotsRoom = ({ planId }: { planId: string | null }) => {
  const { slots, route } = useDesk()
  const { plans, previews, phase, failure } = useStore(slots.state)
  const [making, setMaking] = useState(false)
  useTitle(say('slots.title'))
  // A plan may have been changed from elsewhere.
  useEffect(() => void slots.load(), [slots])
  const plan = plans.find(({ id }) => id === planId) ?? plans[0]
  const make = (
    <Button look="primary" icon={<Plus size="1rem" aria-hidden="true" />} onPress={() => setMaking(true)}>
      {plans.length === 0 ? say('slots.make-plan') : say('slots.new-plan')}
    </Button>
  )
  return (
    <>
      <header className="room-head">
        <h1>{say('slots.title')}</h1>
        {plans.length > 0 && make}
      </header>
      <div className="room-body">
        {failure !== null && (
          <FailureNote failure={failure}>
            <Button size="small" onPress={() => void slots.load()}>
              {say('common.try-again')}
            </Button>
          </FailureNote>
        )}
        {phase === 'first' && <RowsSkeleton rows={3} />}
        {phase === 'idle' && failure === null && plan === undefined && (
          <EmptyState icon={<CalendarDays size="1.625rem" />} title={say('slots.none')} actions={make}>
            <p>{say('slots.none-how')}</p>
          </EmptyState>
        )}
        {plans.length > 1 && plan !== undefined && (
          <Segments
            label={say('slots.plan')}
            chosen={plan.id}
            onChoose={(id) => route.replace({ room: 'slots', planId: id })}
            options={plans.map(({ id, name }) => ({ key: id, label: name }))}
          />
        )}
        {plan !== undefined && (
          <>
            <PlanHead plan={plan} />
            <div className="slots-columns">
              <WeekEditor key={plan.id} plan={plan} />
              <NextSlots plan={plan} entries={previews[plan.id] ?? []} />
            </div>
          </>
        )}
      </div>
      {making && (
        <PlanDialog
          plan={null}
          onDone={(made) => route.replace({ room: 'slots', planId: made.id })}
          onClose={() => setMaking(false)}
        />
      )}
    </>
  )
}
