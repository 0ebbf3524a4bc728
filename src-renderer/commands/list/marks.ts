import type { Command } from '../command.ts'

/** While a text is written in which words can stand out. */
export const marksCommands = [
  { id: 'marks.bold', group: 'marks', name: 'composer.mark-bold', keys: 'Mod+B' },
  { id: 'marks.italic', group: 'marks', name: 'composer.mark-italic', keys: 'Mod+I' },
  { id: 'marks.strike', group: 'marks', name: 'composer.mark-strike', keys: '' },
  { id: 'marks.code', group: 'marks', name: 'composer.mark-code', keys: '' },
  { id: 'marks.link', group: 'marks', name: 'composer.mark-link', keys: 'Mod+K' },
] as const satisfies readonly Command[]
