import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useStore } from 'zustand'
import type { ItemState } from '../../src-preload/contract/model/item.ts'
import { FilterButton } from '../filter/filter-button.tsx'
import { FilterChips } from '../filter/filter-chips.tsx'
import { FilterFields } from '../filter/filter-fields.tsx'
import { countNarrowed, WIDE } from '../filter/narrowing.ts'
import { useDesk } from '../shell/desk-context.ts'
import { stateName } from '../queue/item/item-words.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { TabList } from '../ui/tab-list.tsx'
import { say } from '../words/say.ts'
import { ALL } from './calendar-store.ts'
import { CALENDAR_VIEWS, type CalendarView } from './days.ts'
import { ZoneMenu } from './zone-menu.tsx'
import './calendar-head.css'

/** What can be looked for in it; drafts have no time. */
const STATES: readonly ItemState[] = [
  'scheduled',
  'waiting',
  'publishing',
  'published',
  'failed',
  'unconfirmed',
  'missed',
  'cancelled',
]

type CalendarHeadProps = {
  title: string
  view: CalendarView
  zone: string
  second: string | null
  /** An instant of the days on show, by which zones are named. */
  at: number
  panelId: string
  onView: (view: CalendarView) => void
  onStep: (by: 1 | -1) => void
  onToday: () => void
}

/** What is on show, how, and the way to what comes before and after. */
export const CalendarHead = ({
  title,
  view,
  zone,
  second,
  at,
  panelId,
  onView,
  onStep,
  onToday,
}: CalendarHeadProps) => (
  <header className="room-head cal-head">
    <h1 aria-live="polite">
      <span className="unseen">{say('calendar.title')}: </span>
      {title}
    </h1>
    <div className="cal-steps">
      <IconButton
        label={say(`calendar.previous-${view}`)}
        icon={<ChevronLeft className="cal-turn" size="1.125rem" />}
        onPress={() => onStep(-1)}
      />
      <Button onPress={onToday}>{say('time.today')}</Button>
      <IconButton
        label={say(`calendar.next-${view}`)}
        icon={<ChevronRight className="cal-turn" size="1.125rem" />}
        onPress={() => onStep(1)}
      />
    </div>
    <ZoneMenu zone={zone} second={second} at={at} />
    <TabList
      label={say('calendar.views')}
      tabs={CALENDAR_VIEWS.map((key) => ({ key, name: say(`calendar.${key}`), count: 0, urgent: false }))}
      chosen={view}
      onChoose={onView}
      panelId={panelId}
    />
    <CalendarFilterButton />
  </header>
)

const CalendarFilterButton = () => {
  const { calendar } = useDesk()
  const filter = useStore(calendar.state, (s) => s.filter)
  return (
    <FilterButton
      count={countNarrowed({ ...WIDE, ...filter }) + filter.states.length}
      onClear={() => calendar.filter(ALL)}
    >
      <FilterFields narrowing={{ ...WIDE, ...filter }} onChange={calendar.filter} external days={false} />
      <fieldset className="checkbox-group">
        <legend>{say('calendar.states')}</legend>
        <div className="checkbox-list">
          {STATES.map((state) => (
            <CheckboxField
              key={state}
              label={stateName(state)}
              on={filter.states.includes(state)}
              onChange={(on) =>
                calendar.filter({ states: STATES.filter((one) => (one === state ? on : filter.states.includes(one))) })
              }
            />
          ))}
        </div>
      </fieldset>
    </FilterButton>
  )
}

/** What the calendar is narrowed to, in words. */
export const CalendarChips = () => {
  const { calendar } = useDesk()
  const filter = useStore(calendar.state, (s) => s.filter)
  return (
    <FilterChips
      narrowing={{ ...WIDE, ...filter }}
      onChange={calendar.filter}
      more={filter.states.map((state) => ({
        key: `state ${state}`,
        label: stateName(state),
        without: () => calendar.filter({ states: filter.states.filter((one) => one !== state) }),
      }))}
    />
  )
}
