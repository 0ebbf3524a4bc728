import { useStore } from 'zustand'
import type { ItemRow } from '../../../src-preload/contract/methods.ts'
import { NOW, whenOf } from '../../composer/send/when-choice.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { formatMomentInText } from '../../time/format-time.ts'
import { useNow } from '../../time/use-now.ts'
import { say } from '../../words/say.ts'
import { backToBefore } from '../way-back.ts'
import { isByHand } from './by-hand.ts'
import { failureOf } from './use-item-act.ts'
import { WhenDialog } from '../when-dialog.tsx'

/** Another time for one item; for one that lies ready to be posted by hand, the time of the next reminder. */
export const RescheduleDialog = ({ row, onClose }: { row: ItemRow; onClose: () => void }) => {
  const { link, toasts, past, settings } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  const byHand = isByHand(row)
  const upcoming = row.schedule !== null && Date.parse(row.schedule.at) > now ? row.schedule : null
  return (
    <WhenDialog
      title={say(byHand ? 'item.later-at' : 'item.reschedule-for', { account: row.account })}
      chosen={upcoming === null ? NOW : { kind: 'at', wall: upcoming.wall.slice(0, 16), zone: upcoming.zone }}
      onChoose={async (choice) => {
        const when = whenOf(choice)
        const reply = byHand
          ? await link.bridge.call('items.settle', { itemId: row.id, found: false, when })
          : await link.bridge.call('items.reschedule', { itemId: row.id, when })
        if (!reply.ok) return reply.failure
        const at = reply.value.schedule?.at
        const undo = choice.kind === 'now' || byHand ? null : backToBefore(link.bridge, [row])
        const says =
          choice.kind === 'now' || at === undefined
            ? say('item.publishing-to', { account: row.account })
            : say('queue.moved-to', { time: formatMomentInText(Date.parse(at), zone, Date.now()) })
        const redo = async () => failureOf(await link.bridge.call('items.reschedule', { itemId: row.id, when }))
        if (undo === null) toasts.tell(says)
        else past.did({ says, undo, redo })
        onClose()
        return null
      }}
      onClose={onClose}
    />
  )
}
