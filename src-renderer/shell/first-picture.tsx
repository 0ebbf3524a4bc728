import { Image } from 'lucide-react'
import { MediaPicture } from './media-picture.tsx'
import './first-picture.css'

/** `mediaId`: the first file of a post; `count`: how many there are. */
type FirstPictureProps = { mediaId: string | null | undefined; count: number }

/** The first picture of a post, small, beside its text: what it shows is told there. */
export const FirstPicture = ({ mediaId, count }: FirstPictureProps) => {
  if (mediaId === null || mediaId === undefined) return null
  return (
    <span className="first-picture">
      <MediaPicture mediaId={mediaId} alt="" />
      {count > 1 && (
        <span className="first-picture-more">
          <Image size="0.625rem" aria-hidden="true" />
          {count}
        </span>
      )}
    </span>
  )
}
