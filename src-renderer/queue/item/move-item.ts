import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { ItemRow } from '../../../src-preload/contract/methods.ts'
import type { OwnTime } from '../../composer/draft/draft.ts'
import { timeTyped } from '../../composer/draft/own-times.ts'
import { type WhenChoice, whenOf } from '../../composer/send/when-choice.ts'
import type { Desk } from '../../shell/desk.ts'
import { formatMomentInText } from '../../time/format-time.ts'
import { say } from '../../words/say.ts'
import { backToBefore } from '../way-back.ts'
import { isByHand } from './by-hand.ts'
import { failureOf } from './use-item-act.ts'

/** The time that it is set for, where that is still to come. */
export const timeAhead = ({ schedule }: ItemRow, now: number): OwnTime | null =>
  schedule !== null && Date.parse(schedule.at) > now ? timeTyped(schedule) : null

/**
 * Gives an item another time, says so and remembers the way back; for one that lies ready to be posted by hand, it is the
 * time of the next reminder. Null: done.
 */
export const moveItem = async (desk: Desk, row: ItemRow, choice: WhenChoice): Promise<Failure | null> => {
  const { toasts, past, settings } = desk
  const { bridge } = desk.link
  const when = whenOf(choice)
  const byHand = isByHand(row)
  const reply = byHand
    ? await bridge.call('items.settle', { itemId: row.id, found: false, when })
    : await bridge.call('items.reschedule', { itemId: row.id, when })
  if (!reply.ok) return reply.failure
  const at = reply.value.schedule?.at
  const says =
    choice.kind === 'now' || at === undefined
      ? say('item.publishing-to', { account: row.account })
      : say('queue.moved-to', {
          time: formatMomentInText(Date.parse(at), settings.state.getState().zone, Date.now()),
        })
  const undo = choice.kind === 'now' || byHand ? null : backToBefore(bridge, [row])
  const redo = async () => failureOf(await bridge.call('items.reschedule', { itemId: row.id, when }))
  if (undo === null) toasts.tell(says)
  else past.did({ says, undo, redo })
  return null
}
