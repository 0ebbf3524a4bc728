import { useDesk } from '../../shell/desk-context.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { EditPublishedDialog } from './edit-published-dialog.tsx'
import { FoundDialog } from './found-dialog.tsx'
import { RescheduleDialog } from './reschedule-dialog.tsx'
import { failureOf, type Question } from './use-item-act.ts'

type QuestionDialogProps = { question: Question; onClose: () => void }

/** Asks what an action needs to know, or whether it is really meant. */
export const QuestionDialog = ({ question: { action, row }, onClose }: QuestionDialogProps) => {
  const { link, toasts, settle, route } = useDesk()
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
          title="Post it again?"
          confirm="Post again"
          onClose={onClose}
          onConfirm={async () => failureOf(await bridge.call('items.settle', { itemId: row.id, found: false }))}
        >
          <p>
            No answer came when this was sent to {row.account}. Look there first: if it did arrive, posting again puts
            it there twice.
          </p>
        </ConfirmDialog>
      )
    case 'unpublish':
      return (
        <ConfirmDialog
          title="Take it down?"
          confirm="Take down"
          danger
          onClose={onClose}
          onConfirm={async () => {
            const failure = failureOf(await bridge.call('items.unpublish', { itemId: row.id }))
            if (failure === null) toasts.tell(`Taken down from ${row.account}.`)
            return failure
          }}
        >
          <p>The post is removed from {row.account} for everyone. Posthorn keeps the text.</p>
        </ConfirmDialog>
      )
    case 'delete':
      return (
        <ConfirmDialog
          title="Delete this post?"
          confirm="Delete"
          danger
          onClose={onClose}
          onConfirm={async () => {
            const { postId } = row
            const failure = failureOf(await bridge.call('posts.delete', { postId }))
            if (failure !== null) return failure
            const restore = async (): Promise<void> => void settle(await bridge.call('posts.restore', { postId }))
            toasts.tell('Post deleted.', [{ label: 'Undo', run: () => void restore() }])
            route.replace({ room: 'queue', itemId: null })
            return null
          }}
        >
          <p>
            It goes from Posthorn for all its accounts, and what is scheduled is cancelled. What is published stays
            where it is.
          </p>
        </ConfirmDialog>
      )
  }
}
