import type { common as english } from '../en/common.ts'

export const common: Record<keyof typeof english, string> = {
  'common.cancel': 'Abbrechen',
  'common.close': 'Schließen',
  'common.save': 'Speichern',
  'common.delete': 'Löschen',
  'common.undo': 'Rückgängig',
  'common.redo': 'Wiederholen',
  'common.try-again': 'Erneut versuchen',
  'common.more': 'Mehr',
  'common.loading': 'Wird geladen',
  'common.clear-field': 'Leeren: {field}',
  'common.clear-search': 'Suche leeren',
  'common.remove-from': '{entry} entfernen aus: {field}',
  'common.enter-after-each': 'Nach jedem die Eingabetaste drücken',
  'common.entries-so-far': '{count, plural, =0 {Die Eingabetaste fügt eines hinzu.} other {Bisher #: {entries}.}}',
  'common.remove-tag': 'Schlagwort {tag} entfernen',
  'common.tags': 'Schlagwörter',
  'common.hide-typed': 'Eingabe verbergen',
  'common.show-typed': 'Eingabe zeigen',
  'common.show-zones': 'Zeitzonen zeigen',
}
