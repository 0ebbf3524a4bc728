/** Texts of this room: queue. */
export const queue = {
  'queue.title': 'Queue',
} as const
