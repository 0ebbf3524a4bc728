import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import type { DraftMedia, Work } from '../channel.ts'
import { openMedia } from '../check/open-media.ts'
import { isTrustworthy } from '../kit/is-trustworthy.ts'
import type { SignedRequests } from '../kit/oauth/signed-requests.ts'
import { askUntil } from '../kit/pauses.ts'
import { RequestFailed, sendRequest } from '../kit/send-request.ts'
import { PINTEREST } from '../rules/pinterest.ts'
import { pinterestUrl, toldIn } from './pins.ts'
import type { PinterestSettings } from './settings.ts'

/** Pinterest works on a video for minutes, at most so long in milliseconds before another try goes on. */
const PROCESSING = 10 * 60_000

/** What a pin shows, as the interface is told of it. Images go along in the request: nobody must fetch them anywhere. */
export const mediaSource = async (work: Work<PinterestSettings>, requests: SignedRequests): Promise<object> => {
  const { media, options } = work.draft
  const video = media.find(({ mime }) => mime.startsWith('video/'))
  const pictures: Picture[] = []
  for (const one of media) if (one !== video) pictures.push(await pictureOf(work, one))
  const [first] = pictures
  if (video) {
    const mediaId = await uploadVideo(work, video, requests)
    const cover = first
      ? { cover_image_content_type: first.content_type, cover_image_data: first.data }
      : { cover_image_key_frame_time: toldIn({ options }).cover_seconds ?? 0 }
    return { source_type: 'video_id', media_id: mediaId, ...cover }
  }
  if (!first) return refuse('invalid-input', 'A pin shows an image or a video.', 'Attach one.', { field: 'media' })
  if (pictures.length === 1) return { source_type: 'image_base64', ...first }
  return { source_type: 'multiple_image_base64', items: pictures }
}

type Picture = { content_type: string; data: string }

const pictureOf = async ({ draft, signal }: Work<PinterestSettings>, media: DraftMedia): Promise<Picture> => {
  signal.throwIfAborted()
  const { blob } = await openMedia(media, PINTEREST, draft.strict)
  return { content_type: blob.type, data: Buffer.from(await blob.arrayBuffer()).toString('base64') }
}

const registered = z.object({
  media_id: z.string(),
  upload_url: z.url(),
  upload_parameters: z.record(z.string(), z.string()),
})
const progress = z.object({ status: z.enum(['registered', 'processing', 'succeeded', 'failed']) })

/** Name in the notes of a video that was sent whole, with its file. */
const SENT = 'video'

/**
 * Uploads a video and waits until Pinterest can show it: its id. The place it is sent to takes it whole or not at all, so
 * after a cut it is registered and sent anew; what was sent whole is not sent again.
 */
const uploadVideo = async (
  work: Work<PinterestSettings>,
  file: DraftMedia,
  requests: SignedRequests,
): Promise<string> => {
  const [id = '', hash] = (await work.notes.read(SENT))?.split(' ') ?? []
  const sent = hash === file.hash && (await statusOf(work, id, requests)) !== 'failed' ? id : null
  const mediaId = sent ?? (await send(work, file, requests))
  const ask = async () => {
    const status = await statusOf(work, mediaId, requests)
    return status === 'succeeded' || status === 'failed' ? status : null
  }
  const end = await askUntil(ask, PROCESSING, work.signal)
  if (end === null) throw new RequestFailed(null, false, new Error('Pinterest is still working on the video.'))
  if (end === 'failed') {
    refuse(
      'media-unsupported',
      'Pinterest cannot use this video.',
      'Save it as an MP4 with H.264 and attach it again.',
      {
        field: 'media',
      },
    )
  }
  return mediaId
}

const statusOf = async ({ settings }: Work<PinterestSettings>, id: string, requests: SignedRequests) =>
  (await requests.read(pinterestUrl(settings, `media/${encodeURIComponent(id)}`), progress)).status

const send = async (work: Work<PinterestSettings>, file: DraftMedia, requests: SignedRequests): Promise<string> => {
  const { settings, draft, signal, notes, onProgress } = work
  const { blob, name } = await openMedia(file, PINTEREST, draft.strict, { signal })
  const place = await requests.read(pinterestUrl(settings, 'media'), registered, {
    method: 'POST',
    json: { media_type: 'video' },
  })
  if (!isTrustworthy(place.upload_url)) throw new RequestFailed(null, false, new Error('The upload is not encrypted.'))
  const form = new FormData()
  for (const [field, value] of Object.entries(place.upload_parameters)) form.append(field, value)
  // The place reads no field that comes after the file.
  form.append('file', blob, name)
  const answer = await sendRequest(new URL(place.upload_url), {
    method: 'POST',
    form,
    signal,
    onProgress: (bytes) => onProgress(Math.min(bytes, blob.size), blob.size),
  })
  if (answer.status < 200 || answer.status > 299) throw new RequestFailed(answer, false)
  onProgress(blob.size, blob.size)
  await notes.write(SENT, `${place.media_id} ${file.hash}`)
  return place.media_id
}
