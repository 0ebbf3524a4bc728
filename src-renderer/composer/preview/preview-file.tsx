import { FileText, Play } from 'lucide-react'
import type { Attachment, Media } from '../../../src-preload/contract/model/media.ts'
import { MediaPicture } from '../../shell/media-picture.tsx'
import { formatLength, kindOf } from '../../channels/figure-words.ts'
import { type Crop, cropOf } from './crop.ts'
import { useFacts } from './use-facts.ts'
import type { Shown } from './use-shown.ts'
import { say } from '../../words/say.ts'
import { formatSize } from '../../words/size.ts'
import './preview-file.css'

type PreviewFileProps = {
  attachment: Attachment
  shown: Pick<Shown, 'channel' | 'changes'>
  /** So many stand behind it. */
  more?: number
}

/** One file as its network shows it. */
export const PreviewFile = (props: PreviewFileProps) => (
  <FileFigure {...props} facts={useFacts(props.attachment.mediaId)} />
)

type FileFigureProps = PreviewFileProps & { /** Null: not known yet. */ facts: Media | null }

export const FileFigure = ({ attachment: { mediaId, alt }, shown, more = 0, facts }: FileFigureProps) => {
  const { allows } = shown.channel
  if (facts !== null && !/^(image|video)\//.test(facts.mime)) {
    return (
      <figure className="preview-document">
        <FileText size="1.5rem" aria-hidden="true" />
        <figcaption>
          <strong>{facts.name}</strong>
          <span className="faint">
            {kindOf(facts.mime)}, {formatSize(facts.size)}
          </span>
        </figcaption>
      </figure>
    )
  }
  const isVideo = facts?.mime.startsWith('video/') === true
  const size =
    facts !== null && facts.width !== null && facts.height !== null
      ? { width: facts.width, height: facts.height }
      : null
  const shape = size && size.width / size.height
  const isCut = shown.changes.some((change) => change.mediaId === mediaId && change.what === 'trimmed')
  const crop = isCut && size !== null && allows.images !== null ? cropOf(size, allows.images.ratio) : null
  const picture = <MediaPicture mediaId={mediaId} alt={alt} />
  return (
    <figure
      className="preview-file"
      data-cut={crop === null ? undefined : true}
      style={shape === null ? undefined : ({ '--wide': shape } as React.CSSProperties)}
    >
      {crop === null ? (
        picture
      ) : (
        <span className="preview-whole">
          {picture}
          <CropFrame crop={crop} />
        </span>
      )}
      {isVideo && (
        <span className="preview-play" aria-hidden="true">
          <Play size="1.25rem" />
        </span>
      )}
      <span className="preview-badges">
        {alt !== '' && allows.alt !== null && <span aria-hidden="true">ALT</span>}
        {isVideo && facts?.seconds != null && <span>{formatLength(facts.seconds)}</span>}
        {crop !== null && <span>{say('composer.cut-to', { shape: crop.shape })}</span>}
      </span>
      {more > 0 && <span className="media-more">+{more}</span>}
    </figure>
  )
}

/** What will stay of the image. */
const CropFrame = ({ crop: { side, end } }: { crop: Crop }) => (
  <span
    className="crop-frame"
    aria-hidden="true"
    style={{ insetInline: `${side * 100}%`, insetBlock: `${end * 100}%` }}
  />
)
