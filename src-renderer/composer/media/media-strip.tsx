import { Captions } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { say } from '../../words/say.ts'
import { type Draft, EVERYONE, mediaOf } from '../draft/draft.ts'
import { useSession, useWriting } from '../use-session.ts'
import { MediaCard } from './media-card.tsx'
import { UploadCard } from './upload-card.tsx'
import './media-strip.css'

/** The files of the text in view, in the order of the post, and those on their way in. */
export const MediaStrip = () => {
  const session = useSession()
  const scope = useWriting((s) => s.scope)
  const media = useWriting((s) => mediaOf(s.draft, s.scope))
  const uploads = useWriting((s) => s.uploads)
  const [moved, setMoved] = useState('')
  if (media.length === 0 && uploads.length === 0) return null
  const move = (mediaId: string, to: number): void => {
    session.change({ kind: 'move-media', scope, mediaId, to })
    setMoved(say('composer.moved-to', { index: to + 1, count: media.length }))
  }
  return (
    <>
      <ul className="media-strip" aria-label={say('composer.attached-files')}>
        {media.map((attachment, index) => (
          <MediaCard
            key={attachment.mediaId}
            attachment={attachment}
            index={index}
            count={media.length}
            onMove={move}
          />
        ))}
        {uploads.map((upload) => (
          <UploadCard key={upload.key} upload={upload} />
        ))}
      </ul>
      <output className="unseen">{moved}</output>
      <Undescribed />
    </>
  )
}

const undescribedIn = (media: readonly { alt: string }[]): number => media.filter((one) => one.alt.trim() === '').length

/** Asks for descriptions, without standing in the way: those that all share, then those of single accounts. */
const Undescribed = () => {
  const { accounts } = useDesk()
  const draft = useWriting((s) => s.draft)
  // What a network says about it itself need not be said twice.
  const said = useWriting((s) =>
    [...s.checks.values()].some(({ problems }) => problems.some(({ code }) => code === 'alt-missing')),
  )
  useStore(accounts.state)
  const shared = undescribedIn(mediaOf(draft, EVERYONE))
  const own = ownMedia(draft).flatMap(({ accountId, media }) => {
    const count = undescribedIn(media)
    return count === 0 ? [] : [{ accountId, count }]
  })
  if (said || (shared === 0 && own.length === 0)) return null
  return (
    <div className="undescribed" role="note">
      <Captions size="1rem" aria-hidden="true" />
      <div>
        {shared > 0 && <p>{say('composer.undescribed', { count: shared })}</p>}
        {own.map(({ accountId, count }) => (
          <p key={accountId}>
            {say('composer.undescribed-for', { count, name: accounts.account(accountId)?.name ?? '' })}
          </p>
        ))}
      </div>
    </div>
  )
}

/** Files that are an account's alone. */
const ownMedia = (draft: Draft) =>
  draft.targets.flatMap(({ accountId, override: { media } }) => (media === undefined ? [] : [{ accountId, media }]))
