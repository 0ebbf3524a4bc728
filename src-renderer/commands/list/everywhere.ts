import type { Command } from '../command.ts'

export const everywhereCommands = [
  { id: 'everywhere.new-post', group: 'everywhere', name: 'frame.new-post', keys: 'Mod+N | n' },
  { id: 'everywhere.palette', group: 'everywhere', name: 'commands.palette', keys: 'Mod+K' },
  { id: 'everywhere.search', group: 'everywhere', name: 'commands.search-here', keys: '/' },
  { id: 'everywhere.undo', group: 'everywhere', name: 'common.undo', keys: 'Mod+Z' },
  { id: 'everywhere.redo', group: 'everywhere', name: 'common.redo', keys: 'Mod+Shift+Z | Mod+Y' },
  { id: 'everywhere.pause', group: 'everywhere', name: 'commands.pause', keys: '' },
  { id: 'everywhere.connect', group: 'everywhere', name: 'commands.connect', keys: '' },
  { id: 'everywhere.check-accounts', group: 'everywhere', name: 'commands.check-accounts', keys: '' },
  { id: 'everywhere.snapshot', group: 'everywhere', name: 'commands.snapshot', keys: '' },
  { id: 'everywhere.appearance', group: 'everywhere', name: 'commands.appearance', keys: '' },
  { id: 'everywhere.help', group: 'everywhere', name: 'commands.title', keys: '?' },
] as const satisfies readonly Command[]
