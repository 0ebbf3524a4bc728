import { FOLDER } from './folder.ts'
import type { NetworkRules } from './network-rules.ts'

/** What a person posts by hand, anywhere: without a network of known rules it takes what a folder takes. */
export const ASSISTED: NetworkRules = {
  ...FOLDER,
  key: 'assisted',
  name: 'By hand',
  mark: { letters: 'By', colour: '#5b6b7a', glyph: { icon: 'hand' } },
  edits: null,
  unpublish: false,
}
