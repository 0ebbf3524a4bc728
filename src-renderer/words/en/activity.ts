/** Texts of this room: activity. */
export const activity = {
  'activity.title': 'Activity',
} as const
