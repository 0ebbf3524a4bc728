import { CalendarClock, CircleCheck, CopyPlus, Hand, Hourglass, Undo2 } from 'lucide-react'
import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
import { formatMomentInText } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { postMode } from './draft/post-mode.ts'
import { isByHand } from '../queue/item/by-hand.ts'
import { useTakeBack } from './send/use-take-back.ts'
import { useWriting } from './use-session.ts'

/** What editing means for a post that is more than a draft. */
export const EditNotice = () => {
  const { composer, route, settings } = useDesk()
  const post = useWriting((s) => s.post)
  const zone = useStore(settings.state, (s) => s.zone)
  const takeBack = useTakeBack()
  const now = useNow(60_000)
  const mode = postMode(post)
  if (mode === 'writing') return <Troubles />

  const duplicate = (
    <Button
      size="small"
      icon={<CopyPlus size="0.9375rem" aria-hidden="true" />}
      onPress={() => {
        composer.duplicate()
        route.go({ room: 'compose', postId: null })
      }}
    >
      Copy to a new post
    </Button>
  )
  if (mode === 'queued') {
    const at = post?.items.find((item) => item.state === 'scheduled' || item.state === 'waiting')?.schedule?.at
    return (
      <div className="notice">
        <CalendarClock size="1.125rem" aria-hidden="true" />
        <p>
          In the queue{at === undefined ? '' : ` for ${formatMomentInText(Date.parse(at), zone, now)}`}. Changes count
          once you press “Save changes”.
        </p>
        <Button size="small" icon={<Undo2 size="0.9375rem" aria-hidden="true" />} onPress={() => void takeBack()}>
          Take out of the queue
        </Button>
      </div>
    )
  }
  const ready = post?.items.find(isByHand)
  if (mode === 'sending' && ready !== undefined) {
    return (
      <div className="notice">
        <Hand size="1.125rem" aria-hidden="true" />
        <p>It is your turn: this post lies ready for you to post, so it cannot be changed right now.</p>
        <Button size="small" onPress={() => route.go({ room: 'queue', itemId: ready.id })}>
          Show in queue
        </Button>
        {duplicate}
      </div>
    )
  }
  return mode === 'sending' ? (
    <div className="notice">
      <Hourglass size="1.125rem" aria-hidden="true" />
      <output>This post is being sent, so it cannot be changed right now.</output>
      {duplicate}
    </div>
  ) : (
    <div className="notice">
      <CircleCheck size="1.125rem" aria-hidden="true" />
      <p>This post is published. Change the published text in the queue, or write a new one from it.</p>
      {duplicate}
    </div>
  )
}

/** What went wrong when the post was sent before. */
const Troubles = () => {
  const { accounts } = useDesk()
  const items = useWriting((s) => s.post?.items)
  return items?.flatMap(({ id, accountId, state, failure }) =>
    failure === null || (state !== 'failed' && state !== 'missed')
      ? []
      : [
          <FailureNote
            key={id}
            announce={false}
            failure={{
              ...failure,
              message: `${accounts.account(accountId)?.name ?? 'An account'}: ${failure.message}`,
            }}
          />,
        ],
  )
}
