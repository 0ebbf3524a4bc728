import { parseTime } from '@internationalized/date'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { DateInput, DateSegment, Label, TimeField, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { weekDays } from '../time/week-days.ts'
import { Button } from '../ui/button.tsx'
import { say } from '../words/say.ts'
import { dayName } from './week.ts'

const MORNING = parseTime('09:00')

type AddTimeProps = { onAdd: (days: readonly number[], time: string) => void }

/** A time, and the days that get it. */
export const AddTime = ({ onAdd }: AddTimeProps) => {
  const [time, setTime] = useState(MORNING)
  const [days, setDays] = useState<readonly number[]>([1, 2, 3, 4, 5])
  const week = weekDays()
  return (
    <form
      className="add-time"
      aria-label={say('slots.add')}
      onSubmit={(event) => {
        event.preventDefault()
        if (days.length > 0) onAdd(days, time.toString().slice(0, 5))
      }}
    >
      <TimeField
        shouldForceLeadingZeros
        className="field"
        value={time}
        onChange={(next) => next !== null && setTime(next)}
      >
        <Label>{say('slots.time')}</Label>
        <DateInput className="date-input">
          {(segment) => <DateSegment className="date-segment" segment={segment} />}
        </DateInput>
      </TimeField>
      <div className="field">
        <span className="field-label" aria-hidden="true">
          {say('slots.days')}
        </span>
        <ToggleButtonGroup
          className="segments"
          aria-label={say('slots.days')}
          selectionMode="multiple"
          selectedKeys={days.map(String)}
          onSelectionChange={(keys) => setDays(week.filter((day) => keys.has(String(day))))}
        >
          {week.map((day) => (
            <ToggleButton key={day} id={String(day)} className="segment add-day" aria-label={dayName(day)}>
              {dayName(day, 'short')}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      <Button type="submit" isDisabled={days.length === 0} icon={<Plus size="1rem" aria-hidden="true" />}>
        {say('slots.add')}
      </Button>
    </form>
  )
}
