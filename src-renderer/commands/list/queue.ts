import type { Command } from '../command.ts'

export const queueCommands = [] as const satisfies readonly Command[]
