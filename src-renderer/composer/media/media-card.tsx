import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import type { Attachment } from '../../../src-preload/contract/model/media.ts'
import { MediaPicture } from '../../shell/media-picture.tsx'
import { IconButton } from '../../ui/button.tsx'
import { useSession, useWriting } from '../use-session.ts'

/** What a dragged card is called, so that it is not taken for a file. */
const DRAGGED = 'application/x-posthorn-media'

type MediaCardProps = { attachment: Attachment; index: number; count: number }

/** One attached file: its picture, its place in the order, and its description. */
export const MediaCard = ({ attachment: { mediaId, alt }, index, count }: MediaCardProps) => {
  const session = useSession()
  const scope = useWriting((s) => s.scope)
  const place = `file ${index + 1} of ${count}`
  const move = (to: number): void => session.change({ kind: 'move-media', scope, mediaId, to })
  return (
    <li className="media-card">
      <div
        className="media-thumb"
        draggable
        onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED) && event.preventDefault()}
        onDrop={(event) => {
          const dragged = event.dataTransfer.getData(DRAGGED)
          if (dragged !== '') session.change({ kind: 'move-media', scope, mediaId: dragged, to: index })
        }}
        onDragStart={(event) => {
          event.dataTransfer.setData(DRAGGED, mediaId)
          event.dataTransfer.effectAllowed = 'move'
        }}
      >
        <MediaPicture mediaId={mediaId} alt={`Attached ${place}`} />
        <span className="media-tools">
          {index > 0 && (
            <IconButton
              size="small"
              label={`Move ${place} earlier`}
              icon={<ChevronLeft size="1rem" />}
              onPress={() => move(index - 1)}
            />
          )}
          {index < count - 1 && (
            <IconButton
              size="small"
              label={`Move ${place} later`}
              icon={<ChevronRight size="1rem" />}
              onPress={() => move(index + 1)}
            />
          )}
          <IconButton
            size="small"
            label={`Remove ${place}`}
            icon={<X size="1rem" />}
            onPress={() => session.change({ kind: 'remove-media', scope, mediaId })}
          />
        </span>
      </div>
      <textarea
        className="media-alt"
        data-empty={alt === '' || undefined}
        aria-label={`Description of ${place}`}
        placeholder="Describe it for people who cannot see it"
        rows={2}
        value={alt}
        maxLength={5000}
        onChange={(event) => session.change({ kind: 'alt', scope, mediaId, alt: event.target.value })}
      />
    </li>
  )
}
