import { useCallback } from 'react'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { When } from '../../src-preload/contract/model/post.ts'
import { useDesk } from '../shell/desk-context.ts'
import { formatMomentInText } from '../time/format-time.ts'
import { say } from '../words/say.ts'
import type { EntryGroup } from './groups.ts'

/** Gives a post another time, with a way back. `at` null: when that is, the core decides. */
export const useMoves = (
  zone: string,
): ((group: EntryGroup, at: number | null, when: When) => Promise<Failure | null>) => {
  const { calendar, past } = useDesk()
  return useCallback(
    async (group, at, when) => {
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
        undo: () => calendar.restore(places),
        redo: () => calendar.move(itemIds, at, when),
      })
      return null
    },
    [calendar, past, zone],
  )
}
