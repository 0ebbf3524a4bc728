/** Texts of this room: settings. */
export const settings = {
  'settings.title': 'Settings',
} as const
