import { timeTyped } from '../composer/draft/own-times.ts'
import { whenOf } from '../composer/send/when-choice.ts'
import { WhenDialog } from '../queue/when-dialog.tsx'
import { useNow } from '../time/use-now.ts'
import { resolveWall } from '../time/wall-time.ts'
import { say } from '../words/say.ts'
import type { EntryGroup } from './groups.ts'
import { useMoves } from './use-moves.ts'

type MoveDialogProps = { group: EntryGroup; zone: string; onMoved: (at: number | null) => void; onClose: () => void }

/** Any other time for a post, chosen or typed. */
export const MoveDialog = ({ group, zone, onMoved, onClose }: MoveDialogProps) => {
  const move = useMoves(zone)
  const { schedule } = group.entries[0]
  const now = useNow(60_000)
  return (
    <WhenDialog
      title={say('calendar.move-title')}
      {...(schedule === null || group.at <= now ? {} : { chosen: { kind: 'at', ...timeTyped(schedule) } })}
      onChoose={async (choice) => {
        const at = choice.kind === 'at' ? (resolveWall(choice.wall, choice.zone)?.at ?? null) : null
        const failure = await move(group, at, whenOf(choice))
        if (failure !== null) return failure
        onMoved(at)
        return null
      }}
      onClose={onClose}
    />
  )
}
