/** Texts of this room: drafts. */
export const drafts = {
  'drafts.title': 'Drafts',
} as const
