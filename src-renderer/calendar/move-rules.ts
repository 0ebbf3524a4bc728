import type { CalendarEntry } from '../../src-preload/contract/model/calendar.ts'
import type { WordKey } from '../words/en.ts'

/** Why a post stays where it is; null where it can be moved. */
export const whyFixed = ({ state, external, unpublishedAt }: CalendarEntry): WordKey | null => {
  if (external) return 'calendar.fixed-external'
  switch (state) {
    case 'published':
      return unpublishedAt === null ? 'calendar.fixed-published' : 'calendar.fixed-taken-down'
    case 'publishing':
      return 'calendar.fixed-publishing'
    case 'unconfirmed':
      return 'calendar.fixed-unconfirmed'
    case 'draft':
    case 'scheduled':
    case 'waiting':
    case 'failed':
    case 'missed':
    case 'cancelled':
      return null
  }
}

/** Why a time cannot be taken; `at` null: the day has no such time. */
export const whyNotAt = (at: number | null, now: number): WordKey | null => {
  if (at === null) return 'calendar.refused-gap'
  return at <= now ? 'calendar.refused-past' : null
}
