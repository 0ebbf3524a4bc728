import { useEffect, useEffectEvent } from 'react'
import { useDesk } from '../shell/desk-context.ts'
import type { CommandId } from './command-list.ts'

/**
 * Lets a command do this as long as the component lives; `when` false: it cannot be asked for. `says`: what it comes to
 * now, where its name does not tell.
 */
export const useCommand = (id: CommandId, run: () => void, when = true, says: string | null = null): void => {
  const { commands } = useDesk()
  const latest = useEffectEvent(run)
  useEffect(() => (when ? commands.bind(id, () => latest(), says) : undefined), [commands, id, when, says])
}
