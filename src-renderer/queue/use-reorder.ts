import { useCallback } from 'react'
import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import type { Place } from '../../src-preload/contract/model/item.ts'
import { useDesk } from '../shell/desk-context.ts'
import { formatMomentInText } from '../time/format-time.ts'
import { travel } from '../ui/travel.ts'
import { say } from '../words/say.ts'
import type { Landing } from './line.ts'
import { restorePlaces } from './way-back.ts'

type Reordered = { ok: true; at: number; others: number; from: readonly Place[] } | { ok: false; failure: Failure }

/** Puts it there, and tells at what time it stands now and how many others moved on. */
export const reorder = async (bridge: Bridge, itemId: string, before: string | null): Promise<Reordered> => {
  const reply = await bridge.call('items.reorder', { itemId, before })
  if (!reply.ok) return reply
  const { moved, from } = reply.value
  const at = moved.find((one) => one.id === itemId)?.schedule?.at
  return { ok: true, at: at === undefined ? 0 : Date.parse(at), others: Math.max(0, moved.length - 1), from }
}

/** Moves a post to another place, says what happened, and remembers the way back. */
export const useReorder = (zone: string): ((row: ItemRow, landing: Landing) => Promise<void>) => {
  const { link, past, toasts } = useDesk()
  return useCallback(
    async (row, landing) => {
      const { bridge } = link
      if (landing.kind === 'stays') return void toasts.tell(say('queue.moved-nowhere', { account: row.account }))
      const { before } = landing
      const done = await reorder(bridge, row.id, before)
      if (!done.ok) return toasts.fail(done.failure)
      if (done.from.length === 0) return void toasts.tell(say('queue.moved-nowhere', { account: row.account }))
      const time = formatMomentInText(done.at, zone, Date.now())
      past.did({
        says:
          done.others === 0
            ? say('queue.moved-to', { time })
            : say('queue.moved-to-others', { time, count: done.others }),
        undo: () => {
          travel(rowOf(row))
          return restorePlaces(bridge, done.from)
        },
        redo: async () => {
          travel(rowOf(row))
          const again = await reorder(bridge, row.id, before)
          return again.ok ? null : again.failure
        },
      })
    },
    [link, past, toasts, zone],
  )
}

/** Where a post stands in the queue, as a selector. */
export const rowOf = ({ id }: ItemRow): string => `.queue-row:has([data-item="${CSS.escape(id)}"])`
