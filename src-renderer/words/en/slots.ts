/** Texts of this room: slots. */
export const slots = {
  'slots.title': 'Slots',
} as const
