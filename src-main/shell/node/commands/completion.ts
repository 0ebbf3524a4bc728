import tab from '@bomb.sh/tab/commander'
import type { Command } from 'commander'

/** `posthorn complete <shell>`: the script that lets a shell complete commands and flags; it asks Posthorn itself. */
export const declareCompletion = (program: Command): void => {
  tab(program)
}
