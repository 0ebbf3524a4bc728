/** Texts of this room: composer. */
export const composer = {
  'composer.title': 'Composer',
} as const
