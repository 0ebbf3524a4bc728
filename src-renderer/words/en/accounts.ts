/** Texts of this room: accounts. */
export const accounts = {
  'accounts.title': 'Accounts',
} as const
