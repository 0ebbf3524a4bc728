/** Texts of this room: calendar. */
export const calendar = {
  'calendar.title': 'Calendar',
} as const
