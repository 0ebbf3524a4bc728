import type { Command } from '../command.ts'

/** In the box that asks what to do with what was missed. */
export const reviewCommands = [
  { id: 'review.next', group: 'review', name: 'queue.command-next', keys: 'j | ArrowDown' },
  { id: 'review.previous', group: 'review', name: 'queue.command-previous', keys: 'k | ArrowUp' },
  { id: 'review.undo', group: 'review', name: 'commands.review-undo', keys: 'Mod+Z' },
] as const satisfies readonly Command[]
