import type { Command } from '../command.ts'

export const calendarCommands = [] as const satisfies readonly Command[]
