import { z } from 'zod'
import type { Draft, DraftMedia, UploadNotes, Work } from '../channel.ts'
import { openMedia } from '../check/open-media.ts'
import { isPlaceOf } from '../google/places.ts'
import type { SignedRequests } from '../kit/oauth/signed-requests.ts'
import { type Answer, RequestFailed } from '../kit/send-request.ts'
import { uploadSlices } from '../kit/upload-slices.ts'
import { YOUTUBE } from '../rules/youtube.ts'
import type { YoutubeSettings } from './settings.ts'
import { findUpload } from './uploads.ts'
import { findVideo, metadataOf, type Video, video, youtubeUrl } from './videos.ts'

/** Bytes of a slice; must be a multiple of 256 KiB. */
const SLICE = 8 * 1024 * 1024

/**
 * A session is an address at which one upload goes on; kept in the notes with what it is for. `at`: for a time of the
 * network's own schedule.
 */
const session = z.object({ url: z.url(), hash: z.string(), size: z.int(), at: z.number().nullable() })
type Session = z.infer<typeof session>

/** Names in the notes: the session, the last slice being sent, the video that came of it. */
const NOTES = { session: 'session', ending: 'ending', video: 'video', sent: 'sent' } as const

/**
 * Where an upload is that was begun before. `none`: nothing stands of it; `open`: it goes on after so many bytes;
 * `lost`: its session is over, and the answer to its last bytes never came.
 */
type Standing =
  | { kind: 'none' }
  | { kind: 'open'; session: Session; from: number }
  | { kind: 'lost' }
  | { kind: 'done'; video: Video }

export const videoIn = ({ media }: Pick<Draft, 'media'>): DraftMedia | undefined =>
  media.find(({ mime }) => mime.startsWith('video/'))

/** The video of a post, uploaded as far as it is not yet. `publishAt`: when YouTube is to show it. */
export const uploadVideo = async (
  work: Work<YoutubeSettings>,
  file: DraftMedia,
  requests: SignedRequests,
  publishAt: number | null,
): Promise<Video> => {
  const before = await askUpload(work, file, requests)
  if (before.kind === 'done') return before.video
  const { blob } = await openMedia(file, YOUTUBE, work.draft.strict, { signal: work.signal })
  const open =
    before.kind === 'open' && before.session.at === publishAt && before.session.size === blob.size
      ? before
      : { session: await begin(work, file, blob, requests, publishAt), from: 0 }
  const { notes, signal } = work
  const done: Video[] = []
  await uploadSlices({
    blob,
    sliceBytes: SLICE,
    notes,
    name: NOTES.sent,
    from: open.from,
    onProgress: work.onProgress,
    send: async ({ blob: body, range, last, onProgress }) => {
      signal.throwIfAborted()
      if (last) await notes.write(NOTES.ending, open.session.url)
      const answer = await requests.ask(new URL(open.session.url), {
        method: 'PUT',
        headers: { 'content-range': range },
        body,
        onProgress,
        also: [308],
        ...(last && { writes: true }),
      })
      if (answer.status === 308) return endOf(answer)
      done.push(await keep(answer, notes))
      return undefined
    },
  })
  const [video] = done
  if (!video) throw new RequestFailed(null, true, new Error('All bytes were taken, and no video came of it.'))
  return video
}

/** Asks where an upload is that may have been begun before. */
export const askUpload = async (
  work: Work<YoutubeSettings>,
  file: DraftMedia,
  requests: SignedRequests,
): Promise<Standing> => {
  const id = await work.notes.read(NOTES.video)
  const known = id === null ? null : await findVideo(work, requests, id)
  if (known) return { kind: 'done', video: known }
  const begun = readSession(await work.notes.read(NOTES.session))
  if (!begun || begun.hash !== file.hash || !isPlaceOf(new URL(begun.url), work.settings.server))
    return { kind: 'none' }
  const headers = { 'content-range': `bytes */${begun.size}` }
  // 404 and 410: the session is over, which it is after some days, or some time after it is done.
  const also = [308, 404, 410]
  const answer = await requests.ask(new URL(begun.url), { method: 'PUT', headers, body: new Blob([]), also })
  if (answer.status === 308) return { kind: 'open', session: begun, from: endOf(answer) }
  if (answer.status < 300) return { kind: 'done', video: await keep(answer, work.notes) }
  if ((await work.notes.read(NOTES.ending)) !== begun.url) return { kind: 'none' }
  const found = await findUpload(work, requests)
  return found ? { kind: 'done', video: found } : { kind: 'lost' }
}

/** Begins an upload: nothing stands of it before its last byte has come. */
const begin = async (
  { settings, draft, notes }: Work<YoutubeSettings>,
  { hash }: DraftMedia,
  blob: Blob,
  requests: SignedRequests,
  publishAt: number | null,
): Promise<Session> => {
  const tell = draft.options['notify_subscribers']
  const query = {
    uploadType: 'resumable',
    part: 'snippet,status',
    ...(tell === false && { notifySubscribers: 'false' }),
  }
  const answer = await requests.ask(youtubeUrl(settings, 'videos', query, 'upload'), {
    method: 'POST',
    headers: { 'x-upload-content-length': String(blob.size), 'x-upload-content-type': blob.type },
    json: metadataOf(draft, publishAt),
  })
  const location = answer.headers.get('location')
  if (location === null || !URL.canParse(location) || !isPlaceOf(new URL(location), settings.server))
    throw new RequestFailed(answer, false)
  const begun: Session = { url: location, hash, size: blob.size, at: publishAt }
  await notes.write(NOTES.session, JSON.stringify(begun))
  return begun
}

const keep = async (answer: Answer, notes: UploadNotes): Promise<Video> => {
  const parsed = video.safeParse(answer.body)
  if (!parsed.success) throw new RequestFailed(answer, true, parsed.error)
  await notes.write(NOTES.video, parsed.data.id)
  return parsed.data
}

/** What has arrived, as `Range: bytes=0-524287` says it; without it nothing has. */
const endOf = ({ headers }: Answer): number => {
  const last = /^bytes=0-(\d+)$/.exec(headers.get('range') ?? '')?.[1]
  return last === undefined ? 0 : Number(last) + 1
}

const readSession = (value: string | null): Session | null => {
  if (value === null) return null
  try {
    return session.parse(JSON.parse(value))
  } catch {
    return null
  }
}
