import { useCallback, useEffect } from 'react'
import { useDesk } from '../shell/desk-context.ts'
import { queueMemory } from './kept-place.ts'
import { type QueueFilter, readQueueFilter, writeQueueFilter } from './queue-filter.ts'

/**
 * Keeps the queue and the address in step, so that going back and reloading find what was on show; an address that names
 * nothing leaves the queue as it was. The room is not drawn for it: the address changes with every letter of a search.
 */
export const useQueueAddress = (): void => {
  const { queue, route } = useDesk()
  useEffect(() => {
    const follow = (): void => {
      const { route: here } = route.state.getState()
      if (here.room !== 'queue') return
      const current = queue.state.getState().filter
      if (here.filter === undefined) {
        const kept = queueMemory.place()
        const filter = readQueueFilter(kept?.filter ?? '')
        queue.open(filter ?? undefined, kept?.loaded)
        route.replace({ ...here, filter: queue.state.getState().filter })
      } else if (writeQueueFilter(here.filter) === writeQueueFilter(current)) queue.open()
      else queue.filter(here.filter)
    }
    follow()
    return route.state.subscribe(follow)
  }, [queue, route])
}

/** Changes what the queue shows; the address names it from then on. */
export const useFilterQueue = (): ((change: Partial<QueueFilter>) => void) => {
  const { queue, route } = useDesk()
  return useCallback(
    (by) => {
      const { route: at } = route.state.getState()
      if (at.room !== 'queue') return
      queue.filter(by)
      route.replace({ ...at, filter: queue.state.getState().filter })
    },
    [queue, route],
  )
}
