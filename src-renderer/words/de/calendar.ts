import type { calendar as english } from '../en/calendar.ts'

export const calendar: Record<keyof typeof english, string> = {
  'calendar.title': 'Kalender',
}
