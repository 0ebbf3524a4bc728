import { useCallback, useEffect } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
import { queueMemory } from './kept-place.ts'
import { type QueueFilter, readQueueFilter, writeQueueFilter } from './queue-filter.ts'

/**
 * What the queue shows, and how to change it. The address names it, so that going back and reloading find it again; an
 * address that names nothing leaves the queue as it was.
 */
export const useQueueFilter = (): [QueueFilter, (change: Partial<QueueFilter>) => void] => {
  const { queue, route } = useDesk()
  const filter = useStore(queue.state, (s) => s.filter)
  const here = useStore(route.state, (s) => s.route)

  useEffect(() => {
    if (here.room !== 'queue') return
    const current = queue.state.getState().filter
    if (here.filter === undefined) {
      const kept = queueMemory.place()
      const filter = readQueueFilter(kept?.filter ?? '')
      queue.open(filter ?? undefined, kept?.loaded)
      route.replace({ ...here, filter: queue.state.getState().filter })
    } else if (writeQueueFilter(here.filter) === writeQueueFilter(current)) queue.open()
    else queue.filter(here.filter)
  }, [here, queue, route])

  const change = useCallback(
    (by: Partial<QueueFilter>) => {
      const { route: at } = route.state.getState()
      if (at.room !== 'queue') return
      queue.filter(by)
      route.replace({ ...at, filter: queue.state.getState().filter })
    },
    [queue, route],
  )
  return [filter, change]
}
