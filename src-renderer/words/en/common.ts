/** Texts that many rooms say. */
export const common = {
  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.save': 'Save',
  'common.delete': 'Delete',
  'common.undo': 'Undo',
  'common.redo': 'Redo',
  'common.try-again': 'Try again',
} as const
