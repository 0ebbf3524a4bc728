import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { ItemStory } from '../../../src-preload/contract/methods.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { MediaPicture } from '../../shell/media-picture.tsx'
import { useNow } from '../../time/use-now.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { IconButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { RowsSkeleton } from '../../ui/skeleton.tsx'
import { TagRow } from '../../ui/tag-row.tsx'
import { say } from '../../words/say.ts'
import { ActionButton } from './action-button.tsx'
import { actionsFor } from './item-actions.ts'
import { FileChanges } from './file-changes.tsx'
import { ItemHistory } from './item-history.tsx'
import { ItemTimes } from './item-times.tsx'
import { ItemVersions } from './item-versions.tsx'
import { UploadBar } from './upload-bar.tsx'
import { isByHand } from './by-hand.ts'
import { HandGuide } from './hand-guide.tsx'
import { describeItem } from './item-words.ts'
import { useStory } from './use-story.ts'
import { sayFailure } from '../../words/say-failure.ts'
import './item-panel.css'

type ItemPanelProps = { itemId: string; onClose: () => void }

/** Everything about one item, beside the list. */
export const ItemPanel = ({ itemId, onClose }: ItemPanelProps) => {
  const { story, failure } = useStory(itemId)
  const panel = useRef<HTMLElement>(null)

  useEffect(() => {
    // Where the panel lies over the list, the keys must be in it.
    if (panel.current !== null && getComputedStyle(panel.current).position === 'absolute') panel.current.focus()
  }, [])

  return (
    <aside className="item-panel" aria-label={say('item.details')} ref={panel} tabIndex={-1}>
      <header className="item-head">
        <h2>{say('item.post')}</h2>
        <IconButton label={say('item.close-details')} icon={<X size="1.125rem" />} onPress={onClose} />
      </header>
      {failure !== null && <FailureNote failure={failure} />}
      {story !== null ? <Story story={story} onClose={onClose} /> : failure === null && <RowsSkeleton rows={3} />}
    </aside>
  )
}

/** Why it is not where it should be: what waits will pass, what failed will not. */
const Trouble = ({ story: { state, failure, external }, cause }: { story: ItemStory; cause: string | null }) => {
  if (state === 'waiting' && cause !== null) {
    const next = failure === null ? '' : wordsAfter(cause, failure)
    return <FailureNote tone="wait" announce={false} failure={{ message: `${cause}.`, next }} />
  }
  if (state === 'missed' && cause !== null) {
    const next = say('item.missed-next')
    return <FailureNote tone="wait" announce={false} failure={{ message: `${cause}.`, next }} />
  }
  if (failure !== null && state !== 'published') {
    // Nobody knows yet whether anything went wrong.
    const tone = state === 'unconfirmed' ? 'wait' : 'trouble'
    return <FailureNote tone={tone} announce={false} failure={failure} />
  }
  return cause === null ? null : (
    <p className="item-cause">{external ? say('item.shown-only', { cause }) : `${cause}.`}</p>
  )
}

/** What a failure adds to the cause, which may have said what happened already. */
const wordsAfter = (cause: string, failure: Failure): string => {
  const { message, next } = sayFailure(failure)
  return cause.startsWith(message.replace(/( right now)?\.$/, '')) ? next : `${message} ${next}`
}

const Story = ({ story, onClose }: { story: ItemStory; onClose: () => void }) => {
  const { accounts, settings } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const account = useStore(accounts.state, () => accounts.account(story.accountId))
  const now = useNow()
  const channel = accounts.channel(story.channel)
  const name = account?.name ?? story.account
  const words = describeItem(story, {
    now,
    zone,
    channel: channel?.name ?? story.channel,
    account: name,
    connection: account?.connection,
  })
  const byHand = isByHand(story)
  const { next, more } = byHand ? { next: [], more: [] } : actionsFor(story, channel)
  return (
    <>
      <div className="item-who">
        <Avatar
          name={name}
          accountId={story.accountId}
          mark={accounts.markOf(story.accountId, story.channel)}
          size="large"
        />
        <div>
          <p>
            <strong>{name}</strong>
          </p>
          <p className="faint">{channel?.name ?? story.channel}</p>
        </div>
        <Chip tone={words.tone}>{words.label}</Chip>
      </div>
      {byHand ? <HandGuide story={story} onLeave={onClose} /> : <Trouble story={story} cause={words.cause} />}
      <UploadBar itemId={story.id} />
      {next.length > 0 && (
        <div className="item-actions">
          {next.map((action, index) => (
            <ActionButton
              key={action}
              action={action}
              row={story}
              size="normal"
              look={index === 0 && story.state !== 'scheduled' ? 'primary' : 'plain'}
            />
          ))}
        </div>
      )}
      <p className="item-text" dir="auto">
        {story.text.trim() === '' ? <span className="faint">{say('queue.no-text')}</span> : story.text}
      </p>
      {story.mediaIds.length > 0 && (
        <div className="item-media">
          {story.mediaIds.map((mediaId) => (
            <MediaPicture key={mediaId} mediaId={mediaId} alt="" />
          ))}
        </div>
      )}
      <TagRow tags={story.tags} />
      <ItemTimes story={story} zone={zone} now={now} />
      <FileChanges changes={story.changes} />
      <ItemVersions story={story} zone={zone} />
      <ItemHistory story={story} zone={zone} />
      {more.length > 0 && (
        <div className="item-actions item-more">
          {more.map((action) => (
            <ActionButton key={action} action={action} row={story} size="small" look="quiet" />
          ))}
        </div>
      )}
    </>
  )
}
