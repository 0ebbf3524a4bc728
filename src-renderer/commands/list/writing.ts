import type { Command } from '../command.ts'

export const writingCommands = [] as const satisfies readonly Command[]
