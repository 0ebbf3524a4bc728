import { CalendarDays } from 'lucide-react'
import { useStore } from 'zustand'
import { countNarrowed, WIDE } from '../filter/narrowing.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { AfterMoment } from '../ui/skeleton.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { say } from '../words/say.ts'
import { ALL } from './calendar-store.ts'
import type { DayPlan } from './groups.ts'
import { daysOf, type DayRange } from './days.ts'
import './calendar-states.css'

type CalendarStatesProps = { plans: ReadonlyMap<string, DayPlan>; range: DayRange; onWrite: () => void }

/** What there is to say of the days as a whole: not read yet, not readable, or empty. */
export const CalendarStates = ({ plans, range, onWrite }: CalendarStatesProps) => {
  const { calendar, route } = useDesk()
  const { read, failure, filter } = useStore(calendar.state)
  if (failure !== null) {
    return (
      <div className="cal-states">
        <FailureNote failure={failure}>
          <Button size="small" onPress={() => void calendar.reload()}>
            {say('common.try-again')}
          </Button>
        </FailureNote>
      </div>
    )
  }
  if (read === null) {
    return (
      <AfterMoment>
        <output className="cal-loading" aria-label={say('common.loading')}>
          <Spinner />
        </output>
      </AfterMoment>
    )
  }
  const isRead = daysOf(range).every((day) => plans.has(day))
  if (!isRead || [...plans.values()].some(({ stops }) => stops.length > 0)) return null
  const filtered = countNarrowed({ ...WIDE, ...filter }) + filter.states.length > 0
  return (
    <div className="cal-states cal-empty">
      <CalendarDays size="1.25rem" aria-hidden="true" />
      <div>
        <h2>{say(filtered ? 'calendar.empty-filtered' : 'calendar.empty')}</h2>
        <p className="soft">{say(filtered ? 'calendar.empty-filtered-help' : 'calendar.empty-help')}</p>
      </div>
      {filtered ? (
        <Button size="small" onPress={() => calendar.filter(ALL)}>
          {say('calendar.clear-filter')}
        </Button>
      ) : (
        <>
          <Button size="small" look="primary" onPress={onWrite}>
            {say('calendar.write')}
          </Button>
          <Button size="small" onPress={() => route.go({ room: 'slots' })}>
            {say('calendar.make-plan')}
          </Button>
        </>
      )}
    </div>
  )
}
