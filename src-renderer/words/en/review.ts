/** Texts of this room: review. */
export const review = {
  'review.title': 'Missed posts',
} as const
