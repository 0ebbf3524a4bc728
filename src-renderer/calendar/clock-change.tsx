import { ClockArrowDown, ClockArrowUp } from 'lucide-react'
import { say } from '../words/say.ts'
import { changeInWords } from './day-words.ts'
import { changeOf } from './hours.ts'
import './clock-change.css'

/** The mark of a day on which clocks change, with how many hours it has. Said aloud with the day's name. */
export const ClockChange = ({ day, zone }: { day: string; zone: string }) => {
  const minutes = changeOf(day, zone)
  if (minutes === 0) return null
  const Icon = minutes > 0 ? ClockArrowUp : ClockArrowDown
  return (
    <span className="cal-change" title={changeInWords(day, zone).join('')} aria-hidden="true">
      <Icon size="0.875em" />
      {say('time.hours', { count: 24 - minutes / 60 })}
    </span>
  )
}
