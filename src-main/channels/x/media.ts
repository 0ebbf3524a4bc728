import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import type { DraftMedia, Work } from '../channel.ts'
import { openMedia } from '../check/open-media.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { uploadSlices } from '../kit/upload-slices.ts'
import { GIF, MEBIBYTE, type NetworkRules } from '../rules/network-rules.ts'
import type { Api } from './api.ts'
import type { XSettings } from './settings.ts'

/** Bytes of a segment; there are a thousand of them at most. */
const SEGMENT = 4 * MEBIBYTE
/** How long to wait before asking whether a file is ready, in milliseconds: longer each time, whatever X proposes. */
const FIRST_PAUSE = 50
const LONGEST_PAUSE = 10_000

const begun = z.object({ data: z.object({ id: z.string().regex(/^\d{1,19}$/) }) })
const finished = z.object({
  data: z.object({
    processing_info: z.object({ state: z.string().optional(), check_after_secs: z.number().optional() }).nullish(),
  }),
})
type Finished = z.infer<typeof finished>

/** What is written down of a file: the id X gave it, how large it is, and whether all is done with it. */
const note = z.object({ id: z.string(), size: z.number(), ready: z.boolean() })

/** Uploads the files of a post, in order, and waits until each is ready to be posted: their ids. */
export const uploadMedia = async (work: Work<XSettings>, api: Api, rules: NetworkRules): Promise<string[]> => {
  const { media: files, strict } = work.draft
  const total = files.reduce((sum, { size }) => sum + size, 0)
  const ids: string[] = []
  let before = 0
  for (const [index, media] of files.entries()) {
    work.signal.throwIfAborted()
    const start = before
    const onShare = (share: number) => work.onProgress(start + Math.round(share * media.size), total)
    const { blob } = await openMedia(media, rules, strict, { signal: work.signal })
    const onProgress = (sent: number) => onShare(sent / blob.size)
    ids.push(await uploadOne({ media, blob, name: `media ${index}`, onProgress }, work, api))
    onShare(1)
    before += media.size
  }
  return ids
}

type Upload = { media: DraftMedia; blob: Blob; name: string; onProgress(sent: number): void }

/** One file: goes on with what an earlier attempt began, and begins anew where X no longer knows of that. */
const uploadOne = async (upload: Upload, work: Work<XSettings>, api: Api): Promise<string> => {
  const found = await readNote(work, upload.name)
  // A video that was made to fit once more may have become another.
  const kept = found?.size === upload.blob.size ? found : null
  if (kept?.ready) return kept.id
  try {
    return await transfer(kept?.id ?? (await begin(upload, work, api)), upload, work, api)
  } catch (error) {
    if (!kept || !isForgotten(error)) throw error
    return transfer(await begin(upload, work, api), upload, work, api)
  }
}

const readNote = async ({ notes }: Work<XSettings>, name: string): Promise<z.infer<typeof note> | null> => {
  const kept = await notes.read(name)
  return kept === null ? null : note.parse(JSON.parse(kept))
}

const keep = ({ notes }: Work<XSettings>, name: string, value: z.infer<typeof note>): Promise<void> =>
  notes.write(name, JSON.stringify(value))

const isForgotten = (error: unknown): boolean =>
  error instanceof RequestFailed && (error.answer?.status === 400 || error.answer?.status === 404)

const begin = async ({ blob, name }: Upload, work: Work<XSettings>, api: Api): Promise<string> => {
  const json = { media_type: blob.type, media_category: categoryOf(blob.type), total_bytes: blob.size }
  const { data } = await api.ask('POST', '/2/media/upload/initialize', begun, { json })
  await keep(work, name, { id: data.id, size: blob.size, ready: false })
  return data.id
}

const categoryOf = (mime: string): string =>
  mime.startsWith('video/') ? 'tweet_video' : mime === GIF ? 'tweet_gif' : 'tweet_image'

const transfer = async (id: string, upload: Upload, work: Work<XSettings>, api: Api): Promise<string> => {
  const { media, blob, name } = upload
  await uploadSlices({
    blob,
    sliceBytes: SEGMENT,
    notes: work.notes,
    name: `${name} ${id}`,
    onProgress: upload.onProgress,
    send: async ({ index, blob: segment, onProgress }) => {
      const form = new FormData()
      form.append('segment_index', String(index))
      form.append('media', segment, media.name)
      // What is around the bytes in the form counts for nothing.
      const told = (sent: number) => onProgress(Math.min(sent, segment.size))
      await api.answer('POST', `/2/media/upload/${id}/append`, { form, onProgress: told })
    },
  })
  const done = await api.ask('POST', `/2/media/upload/${id}/finalize`, finished)
  await untilReady(id, done, media, work, api)
  if (media.alt.trim() !== '') {
    const json = { id, metadata: { alt_text: { text: media.alt.toWellFormed() } } }
    await api.answer('POST', '/2/media/metadata', { json })
  }
  await keep(work, name, { id, size: blob.size, ready: true })
  return id
}

/** Ends when X has worked on a file. */
const untilReady = async (
  id: string,
  given: Finished,
  { name }: DraftMedia,
  { signal }: Work<XSettings>,
  api: Api,
): Promise<void> => {
  let { processing_info: info } = given.data
  for (let wait = FIRST_PAUSE; info; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    if (info.state === 'succeeded') return
    if (info.state === 'failed') {
      refuse(
        'media-unsupported',
        `X cannot use ${name}.`,
        'Export it again, as a JPEG or as an MP4 with H.264 and AAC.',
        {
          field: 'media',
        },
      )
    }
    await pause(wait, undefined, { signal })
    const status = await api.ask('GET', `/2/media/upload?command=STATUS&media_id=${id}`, finished)
    info = status.data.processing_info
  }
}
