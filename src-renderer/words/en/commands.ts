/** Texts of this room: commands. */
export const commands = {
  'commands.title': 'Keyboard shortcuts',
} as const
