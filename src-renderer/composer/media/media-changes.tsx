import { MoveRight, Scaling } from 'lucide-react'
import type { MediaChange } from '../../../src-preload/contract/model/media.ts'
import { useStore } from 'zustand'
import { MediaPicture, useMedia } from '../../shell/media-picture.tsx'
import { useDesk } from '../../shell/desk-context.ts'
import { say } from '../../words/say.ts'
import { type Crop, cropOf } from '../preview/crop.ts'
import { useWriting } from '../use-session.ts'
import { sayFailure } from '../../words/say-failure.ts'
import { type Figures, figuresOf } from './change-figures.ts'
import '../text/problems-list.css'
import './media-changes.css'

/** A file that an account gets in another form, and all that is done to it. */
type Fitted = { accountId: string; mediaId: string; changes: readonly MediaChange[] }

/** What will be done to the files so that each channel takes them, before anything is sent: in figures, and to be seen. */
export const MediaChanges = () => {
  const checks = useWriting((s) => s.checks)
  const targets = useWriting((s) => s.draft.targets)
  const fitted = targets.flatMap(({ accountId }) => fittedFor(accountId, checks.get(accountId)?.changes ?? []))
  if (fitted.length === 0) return null
  return (
    <ul className="problems" aria-label={say('composer.fitted-files')}>
      {fitted.map((one) => (
        <li key={`${one.accountId} ${one.mediaId}`} className="problem problem-note">
          <FittedFile fitted={one} />
        </li>
      ))}
    </ul>
  )
}

const fittedFor = (accountId: string, changes: readonly MediaChange[]): Fitted[] =>
  [...new Set(changes.map(({ mediaId }) => mediaId))].map((mediaId) => ({
    accountId,
    mediaId,
    changes: changes.filter((change) => change.mediaId === mediaId),
  }))

const FittedFile = ({ fitted: { accountId, mediaId, changes } }: { fitted: Fitted }) => {
  const { accounts } = useDesk()
  useStore(accounts.state)
  const account = accounts.account(accountId)
  const { facts } = useMedia(mediaId)
  const ratio = accounts.channel(account?.channel ?? '')?.allows.images?.ratio
  const size = facts?.width != null && facts.height != null ? { width: facts.width, height: facts.height } : null
  const isCut = changes.some(({ what }) => what === 'trimmed')
  const crop = isCut && size !== null && ratio !== undefined ? cropOf(size, ratio) : null
  const figures = figuresOf(changes)
  const sentences = changes.map(({ message, told }) => sayFailure({ message, next: '', told }).message)
  return (
    <>
      <Scaling size="1rem" aria-hidden="true" />
      <p>
        <span className="problem-who">{account?.name ?? ''}</span> {sentences.join(' ')}
      </p>
      {size !== null && (crop !== null || figures !== null) && (
        <BeforeAndAfter mediaId={mediaId} crop={crop} size={size} figures={figures} />
      )}
    </>
  )
}

type BeforeAndAfterProps = {
  mediaId: string
  /** What it loses at its ends; null: nothing. */
  crop: Crop | null
  size: { width: number; height: number }
  figures: Figures | null
}

/** A picture as it was attached and as it will be sent. */
const BeforeAndAfter = ({ mediaId, crop, size, figures }: BeforeAndAfterProps) => {
  const { side, end } = crop ?? { side: 0, end: 0 }
  const kept = { width: size.width * (1 - 2 * side), height: size.height * (1 - 2 * end) }
  return (
    <span className="fitted">
      <Side mediaId={mediaId} alt={say('composer.fitted-before')} size={size} figures={figures?.before ?? null} />
      <MoveRight size="0.9375rem" aria-hidden="true" />
      <Side mediaId={mediaId} alt={say('composer.fitted-after')} size={kept} figures={figures?.after ?? null} />
    </span>
  )
}

type SideProps = {
  mediaId: string
  alt: string
  size: { width: number; height: number }
  figures: readonly string[] | null
}

const Side = ({ mediaId, alt, size, figures }: SideProps) => (
  <span className="fitted-side">
    <span className="fitted-picture" style={{ '--wide': size.width / size.height } as React.CSSProperties}>
      <MediaPicture mediaId={mediaId} alt={alt} />
    </span>
    {figures?.map((figure) => (
      <span key={figure}>{figure}</span>
    ))}
  </span>
)
