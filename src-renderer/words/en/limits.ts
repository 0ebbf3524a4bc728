/** Texts of this room: limits. */
export const limits = {
  'limits.title': 'Limits',
} as const
