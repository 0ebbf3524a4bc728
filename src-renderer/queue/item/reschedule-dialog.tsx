import { lazy, Suspense, useState } from 'react'
import { useStore } from 'zustand'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { ItemRow } from '../../../src-preload/contract/methods.ts'
import { NOW, type WhenChoice, whenOf } from '../../composer/send/when-choice.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { formatMomentInText } from '../../time/format-time.ts'
import { useNow } from '../../time/use-now.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { Spinner } from '../../ui/spinner.tsx'

const WhenPanel = lazy(async () => ({ default: (await import('../../composer/send/when-panel.tsx')).WhenPanel }))

/** Another time for one item. */
export const RescheduleDialog = ({ row, onClose }: { row: ItemRow; onClose: () => void }) => {
  const { link, toasts, settings } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  const [failure, setFailure] = useState<Failure | null>(null)
  const set = async (choice: WhenChoice): Promise<void> => {
    const reply = await link.bridge.call('items.reschedule', { itemId: row.id, when: whenOf(choice) })
    if (!reply.ok) return setFailure(reply.failure)
    const at = reply.value.schedule?.at
    toasts.tell(
      choice.kind === 'now' || at === undefined
        ? `Publishing to ${row.account}.`
        : `Moved to ${formatMomentInText(Date.parse(at), zone, Date.now())}.`,
    )
    onClose()
  }
  const upcoming = row.schedule !== null && Date.parse(row.schedule.at) > now ? row.schedule : null
  return (
    <Dialog title={`Reschedule for ${row.account}`} onClose={onClose}>
      {failure !== null && <FailureNote failure={failure} />}
      <div className="reschedule">
        <Suspense fallback={<Spinner />}>
          <WhenPanel
            confirm="Reschedule"
            chosen={upcoming === null ? NOW : { kind: 'at', wall: upcoming.wall.slice(0, 16), zone: upcoming.zone }}
            onChoose={(choice) => void set(choice)}
          />
        </Suspense>
      </div>
    </Dialog>
  )
}
