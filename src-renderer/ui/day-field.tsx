import { parseDate } from '@internationalized/date'
import { X } from 'lucide-react'
import { DateField, DateInput, DateSegment, Label } from 'react-aria-components'
import { say } from '../words/say.ts'
import { IconButton } from './button.tsx'
import './field.css'

type DayFieldProps = {
  label: string
  /** `2026-12-01`; null: none chosen. */
  day: string | null
  onChange: (day: string | null) => void
}

/** A day, typed part by part; it may be left empty. */
export const DayField = ({ label, day, onChange }: DayFieldProps) => (
  <DateField
    className="field"
    granularity="day"
    value={day === null ? null : parseDate(day)}
    onChange={(value) => onChange(value === null ? null : value.toString())}
  >
    <Label>{label}</Label>
    <div className="field-row">
      <DateInput className="date-input">
        {(segment) => <DateSegment className="date-segment" segment={segment} />}
      </DateInput>
      {day !== null && (
        // Outside the field's own context: it is a button like any other.
        <IconButton
          slot={null}
          label={say('common.clear-field', { field: label })}
          icon={<X size="1rem" />}
          onPress={() => onChange(null)}
        />
      )}
    </div>
  </DateField>
)
