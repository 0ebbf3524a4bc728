import type { settings as english } from '../en/settings.ts'

export const settings: Record<keyof typeof english, string> = {
  'settings.title': 'Einstellungen',
  'settings.page-general': 'Allgemein',
  'settings.page-keyboard': 'Tastatur',
  'settings.page-limits': 'Grenzen',
  'settings.page-writing': 'Vorschläge',
  'settings.page-relay': 'Medienablage',
  'settings.page-api': 'HTTP-API',
  'settings.page-webhooks': 'Webhooks',
  'settings.page-assistants': 'Assistenten',
  'settings.page-data': 'Eigene Daten',
}
