/** Texts of this room: settings. */
export const settings = {
  'settings.title': 'Settings',
  'settings.page-general': 'General',
  'settings.page-keyboard': 'Keyboard',
  'settings.page-limits': 'Limits',
  'settings.page-writing': 'Suggestions',
  'settings.page-relay': 'Media relay',
  'settings.page-api': 'HTTP API',
  'settings.page-webhooks': 'Webhooks',
  'settings.page-assistants': 'Assistants',
  'settings.page-data': 'Your data',
} as const
