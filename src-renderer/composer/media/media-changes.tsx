import { MoveRight, Scaling } from 'lucide-react'
import type { MediaChange } from '../../../src-preload/contract/model/media.ts'
import { useStore } from 'zustand'
import { MediaPicture, useMedia } from '../../shell/media-picture.tsx'
import { useDesk } from '../../shell/desk-context.ts'
import { say } from '../../words/say.ts'
import { type Crop, cropOf } from '../preview/crop.ts'
import { useWriting } from '../use-session.ts'
import { sayFailure } from '../../words/say-failure.ts'

type Fitted = MediaChange & { accountId: string }

/** What will be done to the files so that each channel takes them, before anything is sent: in figures, and to be seen. */
export const MediaChanges = () => {
  const checks = useWriting((s) => s.checks)
  const targets = useWriting((s) => s.draft.targets)
  const changes = targets.flatMap(({ accountId }) =>
    (checks.get(accountId)?.changes ?? []).map((change) => ({ ...change, accountId })),
  )
  if (changes.length === 0) return null
  return (
    <ul className="problems" aria-label={say('composer.fitted-files')}>
      {changes.map((one) => (
        <li key={`${one.accountId} ${one.mediaId} ${one.what}`} className="problem problem-note">
          <FittedFile change={one} />
        </li>
      ))}
    </ul>
  )
}

const FittedFile = ({ change: { accountId, mediaId, what, message, told } }: { change: Fitted }) => {
  const { accounts } = useDesk()
  useStore(accounts.state)
  const account = accounts.account(accountId)
  const { facts } = useMedia(mediaId)
  const ratio = accounts.channel(account?.channel ?? '')?.allows.images?.ratio
  const size = facts?.width != null && facts.height != null ? { width: facts.width, height: facts.height } : null
  const crop = what === 'trimmed' && size !== null && ratio !== undefined ? cropOf(size, ratio) : null
  return (
    <>
      <Scaling size="1rem" aria-hidden="true" />
      <p>
        <span className="problem-who">{account?.name ?? ''}</span> {sayFailure({ message, next: '', told }).message}
      </p>
      {crop !== null && size !== null && <BeforeAndAfter mediaId={mediaId} crop={crop} size={size} />}
    </>
  )
}

type BeforeAndAfterProps = { mediaId: string; crop: Crop; size: { width: number; height: number } }

/** A picture that loses something at its ends, and what is left of it. */
const BeforeAndAfter = ({ mediaId, crop, size }: BeforeAndAfterProps) => {
  const kept = { width: size.width * (1 - 2 * crop.side), height: size.height * (1 - 2 * crop.end) }
  return (
    <span className="fitted">
      <span className="fitted-picture" style={{ aspectRatio: `${size.width} / ${size.height}` }}>
        <MediaPicture mediaId={mediaId} alt={say('composer.fitted-before')} />
      </span>
      <MoveRight size="0.9375rem" aria-hidden="true" />
      <span className="fitted-picture" style={{ aspectRatio: `${kept.width} / ${kept.height}` }}>
        <MediaPicture mediaId={mediaId} alt={say('composer.fitted-after')} />
      </span>
    </span>
  )
}
