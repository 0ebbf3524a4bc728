import type { Command } from '../command.ts'

/** Every room, in the order of the sidebar. */
export const goingCommands = [
  { id: 'going.today', group: 'going', name: 'frame.today', keys: 'g t' },
  { id: 'going.queue', group: 'going', name: 'frame.queue', keys: 'g q | Mod+1' },
  { id: 'going.calendar', group: 'going', name: 'frame.calendar', keys: 'g c' },
  { id: 'going.drafts', group: 'going', name: 'frame.drafts', keys: 'g d' },
  { id: 'going.slots', group: 'going', name: 'frame.slots', keys: 'g l' },
  { id: 'going.accounts', group: 'going', name: 'frame.accounts', keys: 'g a' },
  { id: 'going.settings', group: 'going', name: 'frame.settings', keys: 'Mod+, | g s' },
  { id: 'going.exchange', group: 'going', name: 'frame.exchange', keys: 'g i' },
  { id: 'going.activity', group: 'going', name: 'frame.activity', keys: 'g y' },
  { id: 'going.health', group: 'going', name: 'frame.health', keys: 'g h' },
] as const satisfies readonly Command[]
