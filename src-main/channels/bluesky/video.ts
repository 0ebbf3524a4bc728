import { setTimeout as pause } from 'node:timers/promises'
import type { AppBskyEmbedVideo, BlobRef } from '@atproto/api'
import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import type { DraftMedia, Work } from '../channel.ts'
import { openMedia } from '../check/open-media.ts'
import { type Answer, RequestFailed, sendRequest } from '../kit/send-request.ts'
import { BLUESKY } from '../rules/bluesky.ts'
import type { Signed } from './session.ts'
import { type BlueskySettings, videoServiceOf } from './settings.ts'

/** How long to wait before asking again whether a video is ready, in milliseconds: longer each time. */
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 5_000
/** How long the service may write the finished video to the account's server, in seconds. */
const MAY_WRITE = 30 * 60

const job = z.object({
  jobId: z.string(),
  state: z.string(),
  blob: z.unknown().optional(),
  error: z.string().optional(),
  message: z.string().optional(),
})
/** As the lexicon has it, and as the service answers an upload: the status alone. */
const jobAnswer = z.union([z.object({ jobStatus: job }).transform(({ jobStatus }) => jobStatus), job])
type Job = z.infer<typeof job>

const limits = z.object({
  canUpload: z.boolean(),
  remainingDailyVideos: z.number().optional(),
  remainingDailyBytes: z.number().optional(),
  message: z.string().optional(),
})

/**
 * Puts a video where a post can show it: through the service that makes it ready beforehand, else to the account's server
 * as it is, where it is made ready once the post stands.
 */
export const embedVideo = async (
  video: DraftMedia,
  work: Work<BlueskySettings>,
  signed: Signed,
): Promise<AppBskyEmbedVideo.Main> => {
  const service = videoServiceOf(work.settings)
  const blob = service === null ? await uploadPlain(video, work, signed) : await uploadBy(service, video, work, signed)
  const { width, height, alt } = video
  return {
    $type: 'app.bsky.embed.video',
    video: blob,
    ...(alt.trim() !== '' && { alt: alt.toWellFormed() }),
    ...(width !== null && height !== null && { aspectRatio: { width, height } }),
  }
}

const uploadPlain = async (video: DraftMedia, work: Work<BlueskySettings>, { agent }: Signed): Promise<BlobRef> => {
  const { blob } = await openMedia(video, BLUESKY, work.draft.strict)
  work.onProgress(0, blob.size)
  const { data } = await agent.uploadBlob(blob, { encoding: video.mime })
  work.onProgress(blob.size, blob.size)
  return data.blob
}

const uploadBy = async (
  service: string,
  video: DraftMedia,
  work: Work<BlueskySettings>,
  signed: Signed,
): Promise<BlobRef> => {
  const note = `video-${video.hash}`
  const begun = await work.notes.read(note)
  let status = begun === null ? null : await askFor(begun, service, work)
  if (status === null) {
    await assertRoom(service, video, work, signed)
    status = await upload(service, video, work, signed)
    await work.notes.write(note, status.jobId)
  }
  for (let wait = 0; status.blob === undefined; wait = Math.min(Math.max(wait * 2, FIRST_PAUSE), LONGEST_PAUSE)) {
    if (status.state === 'JOB_STATE_FAILED') refuseVideo(video, status)
    if (status.state === 'JOB_STATE_COMPLETED') forgotten(service)
    await pause(wait, undefined, { signal: work.signal })
    status = (await askFor(status.jobId, service, work)) ?? forgotten(service)
  }
  const { BlobRef, jsonToLex } = await import('@atproto/api')
  const blob = jsonToLex(status.blob)
  return blob instanceof BlobRef ? blob : forgotten(service)
}

/** The service tells before an upload whether the account has room for one more today. */
const assertRoom = async (service: string, video: DraftMedia, work: Work<BlueskySettings>, signed: Signed) => {
  const name = `did:web:${encodeURIComponent(new URL(service).host)}`
  const token = await tokenFor(signed, name, 'app.bsky.video.getUploadLimits')
  const answer = await ask(service, 'app.bsky.video.getUploadLimits', {}, work, token)
  const told = limits.safeParse(answer.body)
  if (!told.success) throw new RequestFailed(answer, false, told.error)
  const { canUpload, remainingDailyBytes: bytes, message } = told.data
  if (canUpload && (bytes === undefined || bytes >= video.size)) return
  const words = message ?? ''
  const size: 'video of this size' | 'video' = canUpload ? 'video of this size' : 'video'
  refuse(
    'rejected-by-channel',
    words === ''
      ? `Bluesky takes no ${size} from this account today.`
      : `Bluesky takes no ${size} from this account today: ${words}`,
    'Post it tomorrow, or without the video. An account must have confirmed its e-mail address for videos.',
    { field: 'media' },
  )
}

const upload = async (
  service: string,
  video: DraftMedia,
  work: Work<BlueskySettings>,
  signed: Signed,
): Promise<Job> => {
  const { blob } = await openMedia(video, BLUESKY, work.draft.strict)
  // The service writes the finished video to the account's server: it is that server the token is for.
  const { data: home } = await signed.agent.com.atproto.server.describeServer()
  const token = await tokenFor(signed, home.did, 'com.atproto.repo.uploadBlob')
  const url = place(service, 'app.bsky.video.uploadVideo', { did: signed.did, name: `${video.hash.slice(0, 12)}.mp4` })
  const answer = await sendRequest(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': video.mime },
    body: blob,
    onProgress: (sent) => work.onProgress(sent, blob.size),
    signal: work.signal,
  })
  assertWelcome(answer)
  const read = jobAnswer.safeParse(answer.body)
  // 409: the service has this very video from before, and names the job that made it.
  if (read.success && (answer.status === 200 || answer.status === 409)) return read.data
  throw new RequestFailed(answer, false, read.error)
}

/** Null: the service knows no such job any more. */
const askFor = async (jobId: string, service: string, work: Work<BlueskySettings>): Promise<Job | null> => {
  try {
    const answer = await ask(service, 'app.bsky.video.getJobStatus', { jobId }, work)
    const read = jobAnswer.safeParse(answer.body)
    if (!read.success) throw new RequestFailed(answer, false, read.error)
    return read.data
  } catch (error) {
    if (error instanceof RequestFailed && [400, 404].includes(error.answer?.status ?? 0)) return null
    throw error
  }
}

const ask = async (
  service: string,
  method: string,
  parameters: Record<string, string>,
  { signal }: Work<BlueskySettings>,
  token?: string,
): Promise<Answer> => {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const answer = await sendRequest(place(service, method, parameters), { method: 'GET', headers, signal })
  assertWelcome(answer)
  if (answer.status !== 200) throw new RequestFailed(answer, false)
  return answer
}

const place = (service: string, method: string, parameters: Record<string, string>): URL => {
  const url = new URL(`/xrpc/${method}`, service)
  url.search = new URLSearchParams(parameters).toString()
  return url
}

/** Lets another service act for the account in one thing. */
const tokenFor = async ({ agent }: Signed, aud: string, lxm: string): Promise<string> => {
  const exp = Math.floor(Date.now() / 1000) + (lxm === 'com.atproto.repo.uploadBlob' ? MAY_WRITE : 60)
  const { data } = await agent.com.atproto.server.getServiceAuth({ aud, lxm, exp })
  return data.token
}

const refuseVideo = ({ name }: DraftMedia, { error, message }: Job): never =>
  refuse(
    'rejected-by-channel',
    `Bluesky cannot use ${name}: ${(message ?? error ?? 'it does not say why').slice(0, 200)}`,
    'Export it again as an MP4 of at most three minutes, and attach that.',
    { field: 'media' },
  )

const forgotten = (service: string): never => {
  throw new RequestFailed(null, false, new Error(`${new URL(service).host} lost a video on the way`))
}

/** It says so where it does not know the account, or its e-mail address is not confirmed; the sign-in is as it was. */
const assertWelcome = ({ status, body }: Answer): void => {
  if (status !== 401 && status !== 403) return
  const { error, message } = z.object({ error: z.string(), message: z.string() }).partial().safeParse(body).data ?? {}
  refuse(
    'rejected-by-channel',
    `Bluesky's video service takes nothing from this account: ${message ?? error ?? status}`,
    'Confirm the e-mail address of the account on Bluesky, then retry; or post it without the video.',
    { field: 'media' },
  )
}
