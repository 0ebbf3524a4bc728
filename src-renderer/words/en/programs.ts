/** Texts of this room: programs. */
export const programs = {
  'programs.title': 'Programs',
} as const
