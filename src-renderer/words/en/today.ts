/** Texts of this room: today. */
export const today = {
  'today.title': 'Today',
} as const
