import type { common as english } from '../en/common.ts'

export const common: Record<keyof typeof english, string> = {
  'common.cancel': 'Abbrechen',
  'common.close': 'Schließen',
  'common.save': 'Speichern',
  'common.delete': 'Löschen',
  'common.undo': 'Rückgängig',
  'common.redo': 'Wiederholen',
  'common.try-again': 'Erneut versuchen',
}
