import type { Attachment } from '../../../src-preload/contract/model/media.ts'
import { MediaPicture } from '../../shell/media-picture.tsx'

/** More than this many stand behind a number. */
const SHOWN = 4

/** Pictures as feeds show them: one whole, several cropped into a block. */
export const PreviewMedia = ({ media }: { media: readonly Attachment[] }) => {
  if (media.length === 0) return null
  const shown = media.slice(0, SHOWN)
  const more = media.length - shown.length
  return (
    <div className="preview-media" data-count={shown.length}>
      {shown.map(({ mediaId, alt }, index) => (
        <figure key={mediaId}>
          <MediaPicture mediaId={mediaId} alt={alt} />
          {alt !== '' && (
            <span className="alt-badge" aria-hidden="true">
              ALT
            </span>
          )}
          {more > 0 && index === SHOWN - 1 && <span className="media-more">+{more}</span>}
        </figure>
      ))}
    </div>
  )
}
