import { useEffect, useEffectEvent } from 'react'
import { useDesk } from '../shell/desk-context.ts'
import type { CommandId } from './command-list.ts'

/** Lets a command do this as long as the component lives; `when` false: it cannot be asked for. */
export const useCommand = (id: CommandId, run: () => void, when = true): void => {
  const { commands } = useDesk()
  const latest = useEffectEvent(run)
  useEffect(() => (when ? commands.bind(id, () => latest()) : undefined), [commands, id, when])
}
