import { useCallback, useEffect } from 'react'
import { useStore } from 'zustand'
import { type Narrowing } from '../filter/narrowing.ts'
import { useDesk } from '../shell/desk-context.ts'
import { writeRoute } from '../shell/route.ts'

/**
 * What the drafts are narrowed to, and how to change it. The address names it, so that going back and reloading find it
 * again; an address that names nothing leaves them as they were.
 */
export const useDraftsFilter = (): [Narrowing, (change: Partial<Narrowing>) => void] => {
  const { drafts, route } = useDesk()
  const filter = useStore(drafts.state, (s) => s.filter)
  const here = useStore(route.state, (s) => s.route)

  useEffect(() => {
    if (here.room !== 'drafts') return
    const current = drafts.state.getState().filter
    if (here.filter === undefined) route.replace({ ...here, filter: current })
    else if (writeRoute(here) !== writeRoute({ ...here, filter: current })) drafts.filter(here.filter)
  }, [here, drafts, route])

  const change = useCallback(
    (by: Partial<Narrowing>) => {
      drafts.filter(by)
      route.replace({ room: 'drafts', filter: drafts.state.getState().filter })
    },
    [drafts, route],
  )
  return [filter, change]
}
