import type { drafts as english } from '../en/drafts.ts'

export const drafts: Record<keyof typeof english, string> = {
  'drafts.title': 'Entwürfe',
  'drafts.search': 'Entwürfe suchen',
  'drafts.show-more': 'Mehr zeigen',
  'drafts.none': 'Keine Entwürfe',
  'drafts.none-help': 'Geschriebenes wird hier beim Tippen gespeichert, bis es veröffentlicht oder geplant ist.',
  'drafts.nothing-help': 'Kein Entwurf hat alles, wonach gesucht wird.',
  'drafts.edit': 'Entwurf bearbeiten: {text}',
  'drafts.changed': 'Geändert {ago}',
  'drafts.delete': 'Entwurf löschen',
  'drafts.deleted': 'Entwurf gelöscht.',
  'drafts.next-slots': 'Nächste freie Sendezeiten',
  'drafts.no-account': 'Kein Konto',
  'drafts.picked': 'Ausgewählte Entwürfe',
  'drafts.count': '{count, plural, one {# Entwurf} other {# Entwürfe}}',
}
