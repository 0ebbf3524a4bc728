import { say } from '../words/say.ts'

export const CalendarRoom = ({ day }: { day: string | null }) => (
  <h1>
    {say('calendar.title')} {day}
  </h1>
)
