import type { Command } from '../command.ts'

export const everywhereCommands = [
  { id: 'everywhere.new-post', group: 'everywhere', name: 'frame.new-post', keys: 'Mod+N | n' },
  { id: 'everywhere.undo', group: 'everywhere', name: 'common.undo', keys: 'Mod+Z' },
  { id: 'everywhere.redo', group: 'everywhere', name: 'common.redo', keys: 'Mod+Shift+Z | Mod+Y' },
] as const satisfies readonly Command[]
