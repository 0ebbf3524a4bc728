import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import { failed, refuse } from '../../core/refusal.ts'
import type { ChannelTools, DraftMedia, Lookup, Outcome, Work } from '../channel.ts'
import { openMedia } from '../check/open-media.ts'
import { googleManners } from '../google/failures.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import { type SignedRequests, signRequests } from '../kit/oauth/signed-requests.ts'
import { askUntil } from '../kit/pauses.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import { YOUTUBE } from '../rules/youtube.ts'
import type { YoutubeSettings } from './settings.ts'
import { askUpload, uploadVideo, videoIn } from './upload.ts'
import { findVideo, remoteOf, type Video, youtubeUrl } from './videos.ts'
import { YOUTUBE_WORDS } from './words.ts'

/** So long YouTube is asked whether it can use a video, in milliseconds; the work on a long one goes on after that. */
const PROCESSING = 30_000

/** Uploads a video, or goes on with it, and does what belongs to it. `publishAt`: when YouTube is to show it. */
export const publish = async (
  work: Work<YoutubeSettings>,
  tools: ChannelTools,
  oauth: OAuth<YoutubeSettings>,
  publishAt: number | null = null,
): Promise<Outcome> => {
  const requests = signRequests(work, oauth)
  try {
    const file = fileOf(work)
    if (typeof work.draft.options['made_for_kids'] !== 'boolean') refuse(...KIDS)
    const uploaded = await uploadVideo(work, file, requests, publishAt)
    const stands = await untilProcessed(work, uploaded, requests)
    const manners = await googleManners(work, YOUTUBE_WORDS, tools)
    const reservations = [
      shownToFewer(work, stands, publishAt),
      ...(await attempts(work, stands.id, requests, (error) => outcomeOf(error, manners, tools).failure)),
    ]
    const reservation = reservations.find((one) => one !== null)
    return { kind: 'published', remote: remoteOf(stands.id, work.draft), ...(reservation && { reservation }) }
  } catch (error) {
    return outcomeOf(error, await googleManners(work, YOUTUBE_WORDS, tools), tools)
  }
}

/** Asks the session of the upload what came of it. */
export const lookup = async (
  work: Work<YoutubeSettings>,
  tools: ChannelTools,
  oauth: OAuth<YoutubeSettings>,
): Promise<Lookup> => {
  try {
    const standing = await askUpload(work, fileOf(work), signRequests(work, oauth))
    return standing.kind === 'done'
      ? { kind: 'found', remote: remoteOf(standing.video.id, work.draft) }
      : { kind: 'absent' }
  } catch (error) {
    const { failure } = outcomeOf(error, await googleManners(work, YOUTUBE_WORDS, tools), tools)
    return { kind: 'unknown', failure }
  }
}

/** What is asked of whoever posts a video, for the check and for sending. */
export const KIDS = [
  'invalid-input',
  'YouTube must be told whether a video is made for children.',
  'Choose yes or no under Made for children.',
  { field: 'options' },
] as const

const fileOf = ({ draft }: Work<YoutubeSettings>): DraftMedia =>
  videoIn(draft) ?? refuse('invalid-input', 'YouTube takes videos.', 'Attach one.', { field: 'media' })

/** Waits a while for YouTube to say that it can use the video; refuses what it cannot use. */
const untilProcessed = async (
  work: Work<YoutubeSettings>,
  uploaded: Video,
  requests: SignedRequests,
): Promise<Video> => {
  let latest = uploaded
  const ask = async () => {
    latest = (await findVideo(work, requests, uploaded.id)) ?? latest
    return latest.status?.uploadStatus === 'uploaded' ? null : latest
  }
  // It stands whether or not it can be asked now.
  await askUntil(ask, PROCESSING, work.signal).catch(() => null)
  const { uploadStatus, failureReason, rejectionReason } = latest.status ?? {}
  if (uploadStatus === 'failed' || uploadStatus === 'rejected') {
    const why = failureReason ?? rejectionReason ?? ''
    refuse(
      uploadStatus === 'failed' ? 'media-unsupported' : 'rejected-by-channel',
      WHY[why] ?? (why === '' ? 'YouTube cannot use this video.' : `YouTube cannot use this video (${why}).`),
      'Delete it in YouTube Studio, then duplicate the post with another video.',
      { field: 'media', detail: `${uploadStatus} ${why}`.trim() },
    )
  }
  return latest
}

const WHY: Readonly<Record<string, Sentence>> = {
  duplicate: 'YouTube has this very video already.',
  length: 'The video is longer than this channel may upload; a channel whose number is verified may more.',
  codec: 'YouTube cannot read the codec of this video.',
  conversion: 'YouTube could not convert this video.',
  emptyFile: 'The video is empty.',
  invalidFile: 'YouTube cannot read this video.',
  tooSmall: 'The video is too small.',
  uploaderAccountSuspended: 'YouTube has suspended this channel.',
}

/** A project that Google has not looked over uploads private videos alone, whatever is asked for. */
const shownToFewer = (
  { draft }: Work<YoutubeSettings>,
  { status }: Video,
  publishAt: number | null,
): Failure | null => {
  const asked = draft.options['privacy_status'] ?? 'public'
  const locked = publishAt === null && asked !== 'private' && status?.privacyStatus === 'private'
  return locked
    ? failed(
        'rejected-by-channel',
        'YouTube keeps the video private: your Google project has not been audited yet.',
        'Make it public in YouTube Studio if you can, and ask Google for the audit of the API project.',
      )
    : null
}

/** The thumbnail and the playlist: the video stands whatever becomes of them. */
const attempts = async (
  work: Work<YoutubeSettings>,
  id: string,
  requests: SignedRequests,
  failureOf: (error: unknown) => Failure,
): Promise<(Failure | null)[]> => {
  const { draft, settings } = work
  const tryIt = async (told: (why: string) => Sentence, attempt: () => Promise<unknown>): Promise<Failure | null> => {
    try {
      await attempt()
      return null
    } catch (error) {
      const failure = failureOf(error)
      return {
        ...failure,
        message: told(failure.message),
        next: BY_HAND,
        told: undefined,
      }
    }
  }
  const thumbnail = draft.media.find(({ mime }) => mime.startsWith('image/'))
  const playlistId = draft.options['playlist_id']
  return [
    thumbnail
      ? await tryIt(
          (why) => `The video is there, but its thumbnail is not: ${why}`,
          async () => {
            const { blob } = await openMedia(thumbnail, YOUTUBE, draft.strict)
            const url = youtubeUrl(settings, 'thumbnails/set', { videoId: id, uploadType: 'media' }, 'upload')
            await requests.ask(url, { method: 'POST', body: blob })
          },
        )
      : null,
    typeof playlistId === 'string'
      ? await tryIt(
          (why) => `The video is there, but it is not in the playlist: ${why}`,
          () =>
            requests.ask(youtubeUrl(settings, 'playlistItems', { part: 'snippet' }), {
              method: 'POST',
              json: { snippet: { playlistId, resourceId: { kind: 'youtube#video', videoId: id } } },
            }),
        )
      : null,
  ]
}
const BY_HAND = 'Set it in YouTube Studio by hand.'
