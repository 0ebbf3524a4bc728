import type { Command } from '../command.ts'

/** In the sheet of what is being imported. Arrows, Home and End move about in it as in every sheet. */
export const exchangeCommands = [
  { id: 'exchange.edit', group: 'exchange', name: 'commands.exchange-edit', keys: 'Enter | F2' },
  { id: 'exchange.clear', group: 'exchange', name: 'commands.exchange-clear', keys: 'Delete | Backspace' },
  { id: 'exchange.fill', group: 'exchange', name: 'commands.exchange-fill', keys: 'Mod+D' },
  { id: 'exchange.take', group: 'exchange', name: 'commands.exchange-take', keys: 'Shift+Space' },
  { id: 'exchange.undo', group: 'exchange', name: 'commands.exchange-undo', keys: 'Mod+Z' },
] as const satisfies readonly Command[]
