import { ChevronLeft, ChevronRight, Crop, X } from 'lucide-react'
import { Suspense, useState } from 'react'
import type { Attachment } from '../../../src-preload/contract/model/media.ts'
import { MediaPicture, useMedia } from '../../shell/media-picture.tsx'
import { IconButton } from '../../ui/button.tsx'
import { latePart } from '../../ui/late-part.tsx'
import { say } from '../../words/say.ts'
import { useSession, useWriting } from '../use-session.ts'
import './media-card.css'

// Few pictures are cut; what it takes for that is read when the first one is.
const CropDialog = latePart(async () => (await import('./crop-dialog.tsx')).CropDialog)

/** What a dragged card is called, so that it is not taken for a file. */
const DRAGGED = 'application/x-posthorn-media'

type MediaCardProps = {
  attachment: Attachment
  index: number
  count: number
  onMove: (mediaId: string, to: number) => void
}

/** One attached file: its picture, its place in the order, and its description. */
export const MediaCard = ({ attachment: { mediaId, alt }, index, count, onMove }: MediaCardProps) => {
  const session = useSession()
  const scope = useWriting((s) => s.scope)
  const place = say('composer.file-place', { index: index + 1, count })
  return (
    <li className="media-card">
      <div
        className="media-thumb"
        draggable
        onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED) && event.preventDefault()}
        onDrop={(event) => {
          const dragged = event.dataTransfer.getData(DRAGGED)
          if (dragged !== '') onMove(dragged, index)
        }}
        onDragStart={(event) => {
          event.dataTransfer.setData(DRAGGED, mediaId)
          event.dataTransfer.effectAllowed = 'move'
        }}
      >
        <MediaPicture mediaId={mediaId} alt={say('composer.attached', { place })} />
        <span className="media-tools">
          {index > 0 && (
            <IconButton
              size="small"
              label={say('composer.move-earlier', { place })}
              icon={<ChevronLeft size="1rem" />}
              onPress={() => onMove(mediaId, index - 1)}
            />
          )}
          {index < count - 1 && (
            <IconButton
              size="small"
              label={say('composer.move-later', { place })}
              icon={<ChevronRight size="1rem" />}
              onPress={() => onMove(mediaId, index + 1)}
            />
          )}
          <CropButton mediaId={mediaId} index={index} place={place} />
          <IconButton
            size="small"
            label={say('composer.remove-file', { place })}
            icon={<X size="1rem" />}
            onPress={() => session.change({ kind: 'remove-media', scope, mediaId })}
          />
        </span>
      </div>
      <textarea
        className="media-alt"
        data-empty={alt.trim() === '' || undefined}
        aria-label={say('composer.description-of', { place })}
        placeholder={say('composer.describe-it')}
        rows={2}
        value={alt}
        maxLength={5000}
        onChange={(event) => session.change({ kind: 'alt', scope, mediaId, alt: event.target.value })}
      />
    </li>
  )
}

/** Only what stands still can be cut. */
const CropButton = ({ mediaId, index, place }: { mediaId: string; index: number; place: string }) => {
  const session = useSession()
  const { facts } = useMedia(mediaId)
  const [open, setOpen] = useState(false)
  if (facts === null || !facts.mime.startsWith('image/') || facts.seconds !== null) return null
  return (
    <>
      <IconButton
        // What was cut is another file, with a button of its own: the focus finds it there.
        id={`crop-${index}`}
        size="small"
        label={say('composer.crop-file', { place })}
        icon={<Crop size="1rem" />}
        onPress={() => setOpen(true)}
      />
      {facts.edited !== null && <span className="unseen">{say('composer.edited')}</span>}
      {open && (
        <Suspense>
          <CropDialog
            media={facts}
            onClose={() => setOpen(false)}
            onEdited={(edited) => {
              setOpen(false)
              session.replaceMedia(mediaId, edited)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
