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
import { say } from '../words/say.ts'
import { inOwnWords, sayFailure } from '../words/say-failure.ts'
import './edit-notice.css'

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
      {say('composer.copy-to-new')}
    </Button>
  )
  if (mode === 'queued') {
    const at = post?.items.find((item) => item.state === 'scheduled' || item.state === 'waiting')?.schedule?.at
    return (
      <div className="notice">
        <CalendarClock size="1.125rem" aria-hidden="true" />
        <p>
          {at === undefined
            ? say('composer.in-queue')
            : say('composer.in-queue-for', { moment: formatMomentInText(Date.parse(at), zone, now) })}
        </p>
        <Button size="small" icon={<Undo2 size="0.9375rem" aria-hidden="true" />} onPress={() => void takeBack()}>
          {say('composer.take-out')}
        </Button>
      </div>
    )
  }
  const ready = post?.items.find(isByHand)
  if (mode === 'sending' && ready !== undefined) {
    return (
      <div className="notice">
        <Hand size="1.125rem" aria-hidden="true" />
        <p>{say('composer.your-turn')}</p>
        <Button size="small" onPress={() => route.go({ room: 'queue', itemId: ready.id })}>
          {say('composer.show-in-queue')}
        </Button>
        {duplicate}
      </div>
    )
  }
  return mode === 'sending' ? (
    <div className="notice">
      <Hourglass size="1.125rem" aria-hidden="true" />
      <output>{say('composer.being-sent')}</output>
      {duplicate}
    </div>
  ) : (
    <div className="notice">
      <CircleCheck size="1.125rem" aria-hidden="true" />
      <p>{say('composer.is-published')}</p>
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
            failure={inOwnWords({
              ...failure,
              next: sayFailure(failure).next,
              message: say('composer.trouble-of', {
                name: accounts.account(accountId)?.name ?? say('composer.an-account-begins'),
                message: sayFailure(failure).message,
              }),
            })}
          />,
        ],
  )
}
