import type { ItemRow } from '../../../src-preload/contract/methods.ts'
import { NOW } from '../../composer/send/when-choice.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { useNow } from '../../time/use-now.ts'
import { say } from '../../words/say.ts'
import { WhenDialog } from '../when-dialog.tsx'
import { isByHand } from './by-hand.ts'
import { moveItem, timeAhead } from './move-item.ts'

/** Another time for one item; for one that lies ready to be posted by hand, the time of the next reminder. */
export const RescheduleDialog = ({ row, onClose }: { row: ItemRow; onClose: () => void }) => {
  const desk = useDesk()
  const now = useNow(60_000)
  const ahead = timeAhead(row, now)
  return (
    <WhenDialog
      title={say(isByHand(row) ? 'item.later-at' : 'item.reschedule-for', { account: row.account })}
      chosen={ahead === null ? NOW : { kind: 'at', ...ahead }}
      onChoose={async (choice) => {
        const failure = await moveItem(desk, row, choice)
        if (failure === null) onClose()
        return failure
      }}
      onClose={onClose}
    />
  )
}
