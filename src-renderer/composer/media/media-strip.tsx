import { mediaOf } from '../draft/draft.ts'
import { MediaCard } from './media-card.tsx'
import { UploadCard } from './upload-card.tsx'
import { useWriting } from '../use-session.ts'

/** The files of the text in view, in the order of the post, and those on their way in. */
export const MediaStrip = () => {
  const media = useWriting((s) => mediaOf(s.draft, s.scope))
  const uploads = useWriting((s) => s.uploads)
  if (media.length === 0 && uploads.length === 0) return null
  return (
    <ul className="media-strip" aria-label="Attached files">
      {media.map((attachment, index) => (
        <MediaCard key={attachment.mediaId} attachment={attachment} index={index} count={media.length} />
      ))}
      {uploads.map((upload) => (
        <UploadCard key={upload.key} upload={upload} />
      ))}
    </ul>
  )
}
