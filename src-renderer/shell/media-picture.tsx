import { FileWarning, Film } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Media } from '../../src-preload/contract/model/media.ts'
import { useDesk } from './desk-context.ts'
import { say } from '../words/say.ts'
import './media-picture.css'

type Shown = { facts: Media | null; url: string | null; failed: boolean }

/** A stored file with its address, for as long as the component lives. */
export const useMedia = (mediaId: string): Shown => {
  const { shelf } = useDesk()
  const [shown, setShown] = useState<Shown>({ facts: null, url: null, failed: false })
  useEffect(() => {
    let gone = false
    const patch = (change: Partial<Shown>): void => {
      if (!gone) setShown((before) => ({ ...before, ...change }))
    }
    void shelf.facts(mediaId).then((reply) => patch(reply.ok ? { facts: reply.value } : { failed: true }))
    const given = shelf.url(mediaId)
    given.then(
      (url) => patch({ url }),
      () => patch({ failed: true }),
    )
    return () => {
      gone = true
      given.then(
        () => shelf.release(mediaId),
        () => undefined,
      )
    }
  }, [shelf, mediaId])
  return shown
}

/** A stored picture or film; what cannot be shown says so. `alt` empty: it is described elsewhere. */
export const MediaPicture = ({ mediaId, alt }: { mediaId: string; alt: string }) => {
  const { facts, url, failed } = useMedia(mediaId)
  const [broken, setBroken] = useState(false)
  if (failed || broken) {
    return (
      <span className="media-missing">
        <FileWarning size="1.25rem" aria-hidden="true" />
        <span className="unseen">{say('frame.not-shown')}</span>
      </span>
    )
  }
  if (facts === null || url === null) return <span className="media-missing" />
  if (facts.mime.startsWith('video/')) {
    return (
      <>
        <video src={url} aria-label={alt || facts.name} muted preload="metadata" onError={() => setBroken(true)} />
        <Film className="media-film" size="1.125rem" aria-hidden="true" />
      </>
    )
  }
  return <img src={url} alt={alt} decoding="async" draggable={false} onError={() => setBroken(true)} />
}
