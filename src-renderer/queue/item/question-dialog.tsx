import { useDesk } from '../../shell/desk-context.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { say } from '../../words/say.ts'
import { deletePost } from '../way-back.ts'
import { EditPublishedDialog } from './edit-published-dialog.tsx'
import { FoundDialog } from './found-dialog.tsx'
import { RescheduleDialog } from './reschedule-dialog.tsx'
import { failureOf, type Question } from './use-item-act.ts'

type QuestionDialogProps = { question: Question; onClose: () => void }

/** Asks what an action needs to know, or whether it is really meant. */
export const QuestionDialog = ({ question: { action, row }, onClose }: QuestionDialogProps) => {
  const { link, toasts, past, route } = useDesk()
  const { bridge } = link
  switch (action) {
    case 'reschedule':
      return <RescheduleDialog row={row} onClose={onClose} />
    case 'post-later':
      return <RescheduleDialog row={row} onClose={onClose} />
    case 'found':
    case 'posted':
      return <FoundDialog row={row} onClose={onClose} />
    case 'edit-published':
      return <EditPublishedDialog row={row} onClose={onClose} />
    case 'post-again':
      return (
        <ConfirmDialog
          title={say('item.again-title')}
          confirm={say('item.post-again')}
          onClose={onClose}
          onConfirm={async () => failureOf(await bridge.call('items.settle', { itemId: row.id, found: false }))}
        >
          <p>{say('item.again-help', { account: row.account })}</p>
        </ConfirmDialog>
      )
    case 'unpublish':
      return (
        <ConfirmDialog
          title={say('item.down-title')}
          confirm={say('item.unpublish')}
          danger
          onClose={onClose}
          onConfirm={async () => {
            const failure = failureOf(await bridge.call('items.unpublish', { itemId: row.id }))
            if (failure === null) toasts.tell(say('item.down-done', { account: row.account }))
            return failure
          }}
        >
          <p>{say('item.down-help', { account: row.account })}</p>
        </ConfirmDialog>
      )
    case 'delete':
      return (
        <ConfirmDialog
          title={say('item.delete-title')}
          confirm={say('common.delete')}
          danger
          onClose={onClose}
          onConfirm={async () => {
            const done = await deletePost(bridge, row.postId)
            if (!done.ok) return done.failure
            past.did({ says: say('item.deleted'), ...done.way })
            route.replace({ room: 'queue', itemId: null })
            return null
          }}
        >
          <p>{say('item.delete-help')}</p>
        </ConfirmDialog>
      )
  }
}
