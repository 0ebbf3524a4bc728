import { ChevronLeft, ChevronRight, EyeOff } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { PreviewFile } from './preview-file.tsx'
import type { Shown } from './use-shown.ts'
import { say } from '../../words/say.ts'
import './preview-media.css'

/** More than this many stand behind a number. */
const IN_A_BLOCK = 4

/** The files of a post as its network shows them; hidden at first where the post says so. */
export const PreviewMedia = ({ shown }: { shown: Shown }) => {
  const { media, channel, told } = shown
  if (media.length === 0) return <Missing shown={shown} />
  const { several } = channel.look
  const files =
    media.length > 1 && several === 'carousel' ? (
      <Carousel shown={shown} />
    ) : media.length > 1 && several === 'column' ? (
      <div className="preview-column">
        {media.map((one) => (
          <PreviewFile key={one.mediaId} attachment={one} shown={shown} />
        ))}
      </div>
    ) : (
      <Block shown={shown} />
    )
  return told.veiled ? <Veil>{files}</Veil> : files
}

const Block = ({ shown }: { shown: Shown }) => {
  const { media } = shown
  const more = media.length - IN_A_BLOCK
  return (
    <div className="preview-media" data-count={Math.min(media.length, IN_A_BLOCK)}>
      {media.slice(0, IN_A_BLOCK).map((one, index) => (
        <PreviewFile
          key={one.mediaId}
          attachment={one}
          shown={shown}
          {...(index === IN_A_BLOCK - 1 && { more: Math.max(0, more) })}
        />
      ))}
    </div>
  )
}

const Carousel = ({ shown }: { shown: Shown }) => {
  const [place, setPlace] = useState(0)
  const { media } = shown
  const at = Math.min(place, media.length - 1)
  const one = media[at]
  if (one === undefined) return null
  return (
    <section className="preview-carousel" aria-label={say('composer.files-for', { name: shown.account.name })}>
      <div className="preview-media" data-count="1">
        <PreviewFile key={one.mediaId} attachment={one} shown={shown} />
      </div>
      <div className="carousel-tools">
        <IconButton
          size="small"
          label={say('composer.file-before')}
          icon={<ChevronLeft size="1rem" />}
          isDisabled={at === 0}
          onPress={() => setPlace(at - 1)}
        />
        <span className="carousel-dots" aria-hidden="true">
          {media.map(({ mediaId }, index) => (
            <span key={mediaId} data-here={index === at || undefined} />
          ))}
        </span>
        <output className="carousel-place">{say('composer.place-of', { place: at + 1, count: media.length })}</output>
        <IconButton
          size="small"
          label={say('composer.file-after')}
          icon={<ChevronRight size="1rem" />}
          isDisabled={at === media.length - 1}
          onPress={() => setPlace(at + 1)}
        />
      </div>
    </section>
  )
}

const Veil = ({ children }: { children: ReactNode }) => {
  const [open, setOpen] = useState(false)
  if (open) return children
  return (
    <div className="preview-veil">
      <EyeOff size="1.125rem" aria-hidden="true" />
      <span>{say('composer.hidden-first')}</span>
      <button type="button" className="fold-more" onClick={() => setOpen(true)}>
        {say('composer.show')}
      </button>
    </div>
  )
}

/** A network that shows nothing without a file has an empty place where it will stand. */
const Missing = ({ shown: { channel } }: { shown: Shown }) => {
  const needsFile = channel.allows.content[0]?.takes.every(({ media }) => media.least > 0) === true
  if (!needsFile) return null
  return (
    <p className="preview-veil">{say(channel.look.as === 'film' ? 'composer.attach-video' : 'composer.attach-file')}</p>
  )
}
