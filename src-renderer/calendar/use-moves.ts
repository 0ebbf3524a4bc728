import { useCallback } from 'react'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { When } from '../../src-preload/contract/model/post.ts'
import { useDesk } from '../shell/desk-context.ts'
import { dayKey, formatMomentInText } from '../time/format-time.ts'
import { say } from '../words/say.ts'
import type { EntryGroup } from './groups.ts'
import { travel } from '../ui/travel.ts'

/** Gives a post another time, with a way back. `at` null: when that is, the core decides. */
export const useMoves = (
  zone: string,
): ((group: EntryGroup, at: number | null, when: When) => Promise<Failure | null>) => {
  const { calendar, past, route } = useDesk()
  return useCallback(
    async (group, at, when) => {
      /** Where the calendar is open it turns to what goes back or forth in it. */
      const followed = (failure: Failure | null, to: number | null): Failure | null => {
        const { route: here } = route.state.getState()
        if (failure === null && to !== null && here.room === 'calendar') {
          route.replace({ ...here, day: dayKey(to, zone) })
        }
        return failure
      }
      const itemIds = group.entries.map(({ id }) => id)
      const places = group.entries.flatMap(({ id, schedule, slot }) =>
        schedule === null ? [] : [{ itemId: id, schedule, slot }],
      )
      const failure = await calendar.move(itemIds, at, when)
      if (failure !== null) return failure
      past.did({
        says:
          at === null
            ? say('calendar.moved')
            : say('calendar.moved-to', { time: formatMomentInText(at, zone, Date.now()) }),
        undo: async () => {
          travel(chipOf(group))
          return followed(await calendar.restore(places), group.at)
        },
        redo: async () => {
          travel(chipOf(group))
          return followed(await calendar.move(itemIds, at, when), at)
        },
      })
      return null
    },
    [calendar, past, route, zone],
  )
}

/** Where a post stands in the calendar, as a selector. */
export const chipOf = ({ key }: EntryGroup): string => `.cal-scroll [data-stop="${CSS.escape(key)}"]`
