import type { frame as english } from '../en/frame.ts'

export const frame: Record<keyof typeof english, string> = {
  'frame.skip': 'Zum Inhalt springen',
  'frame.opening': 'Die Warteschlange wird geöffnet',
  'frame.main': 'Hauptnavigation',
  'frame.new-post': 'Neuer Beitrag',
  'frame.today': 'Heute',
  'frame.queue': 'Warteschlange',
  'frame.calendar': 'Kalender',
  'frame.drafts': 'Entwürfe',
  'frame.slots': 'Sendezeiten',
  'frame.accounts': 'Konten',
  'frame.settings': 'Einstellungen',
  'frame.queued': '{count, plural, other {# geplant}}',
  'frame.attention': '{count, plural, one {# braucht Aufmerksamkeit} other {# brauchen Aufmerksamkeit}}',
  'frame.drafts-count': '{count} Entwürfe',
  'frame.undone': 'Rückgängig gemacht: {deed}',
}
