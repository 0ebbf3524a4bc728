import type { Command } from '../command.ts'

/** While a post is written. */
export const writingCommands = [
  { id: 'writing.send', group: 'writing', name: 'composer.command-send', keys: 'Mod+Enter' },
  { id: 'writing.schedule', group: 'writing', name: 'composer.command-schedule', keys: 'Mod+Shift+Enter' },
  { id: 'writing.save', group: 'writing', name: 'composer.command-save', keys: 'Mod+S' },
  { id: 'writing.publish', group: 'writing', name: 'composer.publish-now', keys: '' },
  { id: 'writing.templates', group: 'writing', name: 'composer.command-templates', keys: '' },
  { id: 'writing.emoji', group: 'writing', name: 'composer.command-emoji', keys: '' },
] as const satisfies readonly Command[]
