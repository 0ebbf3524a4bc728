/** Texts of this room: health. */
export const health = {
  'health.title': 'Health',
} as const
