import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { UploadNotes, Work } from '../channel.ts'
import { openMedia } from '../check/open-media.ts'
import { RequestFailed } from '../kit/send-request.ts'
import type { Graph } from '../meta/graph.ts'
import { poll } from '../meta/poll.ts'
import { sendFile } from '../meta/rupload.ts'
import type { FacebookAppSettings } from '../meta/settings.ts'
import { bytesThere, readVideo, refuseVideo, stageOf } from '../meta/video-status.ts'
import { FACEBOOK, facebookOptions } from '../rules/facebook.ts'
import type { Page } from './page.ts'
import { remoteOf } from './posts.ts'
import { timingOf } from './timing.ts'

type Sending = Work<FacebookAppSettings>

const offset = z.coerce.number().int().nonnegative()
const part = z.object({ start_offset: offset, end_offset: offset })

/** What is known of the video of a post: sent in parts (with a session), or as a whole to an address. */
const kept = z.object({
  video: z.string(),
  session: z.string().optional(),
  address: z.string().optional(),
  start: z.number().default(0),
  end: z.number().default(0),
  /** It was asked to be published, and Facebook said yes. */
  finished: z.boolean().default(false),
  /** The post that it stands in, where Facebook named one. */
  post: z.string().optional(),
})
type Kept = z.infer<typeof kept>

const NOTE = 'video'
const readKept = async (notes: UploadNotes): Promise<Kept | null> => {
  const written = await notes.read(NOTE)
  return written ? kept.parse(JSON.parse(written)) : null
}
const keep = async (notes: UploadNotes, value: Kept): Promise<Kept> => {
  await notes.write(NOTE, JSON.stringify(value))
  return value
}

const openVideo = async ({ draft }: Sending): Promise<Blob> => {
  const [file] = draft.media
  if (!file) throw new Error('A video without a file was let through.')
  return (await openMedia(file, FACEBOOK, draft.strict)).blob
}

/** Publishes a video in the feed of a page: sent in the parts that Facebook asks for, going on after a cut. */
export const publishVideo = async (work: Sending, page: Page, when: number | null): Promise<Remote> => {
  const blob = await openVideo(work)
  const edge = `${page.id}/videos`
  const begun = (await readKept(work.notes)) ?? (await startParts(work, page, blob.size))
  if (!begun.finished) {
    const sent = await sendParts(work, page, blob, begun)
    const { title, draft } = facebookOptions.safeParse(work.draft.options).data ?? {}
    const told = {
      upload_phase: 'finish',
      upload_session_id: sent.session,
      title,
      description: work.draft.text.toWellFormed(),
    }
    const asked = { ...told, ...timingOf(when, draft) }
    await page.videos.ask('POST', edge, z.object({ success: z.literal(true) }), asked, { writes: true })
    await keep(work.notes, { ...sent, finished: true })
  }
  return standing(begun, page.graph, work, when !== null)
}

const startParts = async ({ notes }: Sending, page: Page, size: number): Promise<Kept> => {
  const started = part.extend({ upload_session_id: z.string(), video_id: z.string() })
  const asked = { upload_phase: 'start', file_size: size }
  const answer = await page.videos.ask('POST', `${page.id}/videos`, started, asked)
  const { upload_session_id: session, video_id: video, start_offset: start, end_offset: end } = answer
  return keep(notes, { video, session, start, end, finished: false })
}

const sendParts = async (work: Sending, page: Page, blob: Blob, begun: Kept): Promise<Kept> => {
  let at = begun
  work.onProgress(at.start, blob.size)
  while (at.start < at.end) {
    work.signal.throwIfAborted()
    const { start, session } = at
    const chunk = { blob: blob.slice(start, at.end), name: 'chunk' }
    const told = { upload_phase: 'transfer', upload_session_id: session, start_offset: start }
    const next = await page.videos
      .ask('POST', `${page.id}/videos`, part, told, {
        files: new Map([['video_file_chunk', chunk]]),
        onProgress: (sent) => work.onProgress(Math.min(start + sent, blob.size), blob.size),
      })
      .catch(whereItIs)
    at = await keep(work.notes, { ...at, start: next.start_offset, end: next.end_offset })
    work.onProgress(at.start, blob.size)
  }
  return at
}

const WRONG_PART = z.object({ error: z.object({ error_subcode: z.literal(1_363_037), error_data: part }) })

/** A part whose answer was lost is there already: Facebook says which one comes next. */
const whereItIs = (error: unknown): z.infer<typeof part> => {
  const { data } = WRONG_PART.safeParse(error instanceof RequestFailed ? error.answer?.body : null)
  if (data) return data.error.error_data
  throw error
}

/** Publishes a reel or a story of a video: sent as a whole, going on after a cut. */
export const publishShort = async (
  work: Sending,
  page: Page,
  edge: 'video_reels' | 'video_stories',
  when: number | null,
): Promise<Remote> => {
  const blob = await openVideo(work)
  const begun = (await readKept(work.notes)) ?? (await startWhole(work, page, edge))
  if (begun.finished) return standing(begun, page.graph, work, when !== null)
  await sendWhole(work, page, blob, begun)
  const { title } = facebookOptions.safeParse(work.draft.options).data ?? {}
  const words = { title, description: work.draft.text.toWellFormed() }
  const told = {
    upload_phase: 'finish',
    video_id: begun.video,
    ...(when === null
      ? { video_state: 'PUBLISHED' }
      : { video_state: 'SCHEDULED', scheduled_publish_time: seconds(when) }),
    ...(edge === 'video_reels' && words),
  }
  const done = z.object({ success: z.literal(true), post_id: z.coerce.string().optional() })
  const { post_id: post } = await page.graph.ask('POST', `${page.id}/${edge}`, done, told, { writes: true })
  const finished = await keep(work.notes, {
    ...begun,
    finished: true,
    post: edge === 'video_stories' ? post : undefined,
  })
  return standing(finished, page.graph, work, when !== null)
}

const seconds = (at: number) => Math.floor(at / 1000)

const startWhole = async ({ notes }: Sending, page: Page, edge: string): Promise<Kept> => {
  const started = z.object({ video_id: z.string(), upload_url: z.url() })
  const answer = await page.graph.ask('POST', `${page.id}/${edge}`, started, { upload_phase: 'start' })
  return keep(notes, { video: answer.video_id, address: answer.upload_url, start: 0, end: 0, finished: false })
}

const sendWhole = async (
  { settings, onProgress, signal }: Sending,
  page: Page,
  blob: Blob,
  { video, address }: Kept,
) => {
  const there = bytesThere((await readVideo(video, page.graph)).status, blob.size)
  if (there === blob.size) return onProgress(there, blob.size)
  await sendFile({ address: address ?? '', blob, offset: there, onProgress, signal }, page.graph, settings.server)
}

/** Waits until a video that was taken can be seen; for the page's own schedule it need not be. */
const standing = async (known: Kept, graph: Graph, { notes, signal }: Sending, later: boolean): Promise<Remote> => {
  const { video, post } = known
  if (later) return remoteOf(post ?? video)
  try {
    return await poll(async () => {
      const { status, permalink_url: link } = await readVideo(video, graph)
      const stage = stageOf(status)
      if (stage === 'failed') {
        // Another try begins with another file.
        await notes.write(NOTE, '')
        refuseVideo(status)
      }
      return stage === 'standing' ? remoteOf(post ?? video, link) : null
    }, signal)
  } catch (error) {
    // It was taken: whatever ends the waiting, it may stand.
    if (signal.aborted) throw new RequestFailed(null, true, error)
    throw error
  }
}

/** What became of the video of this post; null: it was not published. */
export const findVideo = async (work: Sending, page: Page): Promise<Remote | null> => {
  const known = await readKept(work.notes)
  if (!known) return null
  const stage = stageOf((await readVideo(known.video, page.graph)).status)
  return stage === 'waiting' || stage === 'failed' ? null : standing(known, page.graph, work, false)
}

/** The id of the video that was begun for this post. */
export const knownVideo = async (notes: UploadNotes): Promise<string | null> => (await readKept(notes))?.video ?? null
