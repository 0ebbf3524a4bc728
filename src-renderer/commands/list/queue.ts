import type { Command } from '../command.ts'

/** In lists of posts: the queue, and the drafts where they have the same. */
export const queueCommands = [
  { id: 'queue.next', group: 'queue', name: 'queue.command-next', keys: 'j | ArrowDown' },
  { id: 'queue.previous', group: 'queue', name: 'queue.command-previous', keys: 'k | ArrowUp' },
  { id: 'queue.edit', group: 'queue', name: 'queue.command-edit', keys: 'e' },
  { id: 'queue.reschedule', group: 'queue', name: 'queue.command-reschedule', keys: 'r' },
  { id: 'queue.delete', group: 'queue', name: 'queue.command-delete', keys: 'Delete | Mod+Backspace' },
  { id: 'queue.up', group: 'queue', name: 'queue.command-up', keys: 'Alt+ArrowUp' },
  { id: 'queue.down', group: 'queue', name: 'queue.command-down', keys: 'Alt+ArrowDown' },
  { id: 'queue.pick', group: 'queue', name: 'queue.command-pick', keys: 'x' },
  { id: 'queue.pick-next', group: 'queue', name: 'queue.command-pick-next', keys: 'Shift+ArrowDown | Shift+j' },
  { id: 'queue.pick-previous', group: 'queue', name: 'queue.command-pick-previous', keys: 'Shift+ArrowUp | Shift+k' },
  { id: 'queue.pick-all', group: 'queue', name: 'queue.command-pick-all', keys: 'Mod+A' },
  { id: 'queue.close', group: 'queue', name: 'queue.command-close', keys: 'Escape' },
] as const satisfies readonly Command[]
