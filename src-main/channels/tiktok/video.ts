import { z } from 'zod'
import type { Millis } from '../../core/records.ts'
import type { DraftMedia, Work } from '../channel.ts'
import { isTrustworthy } from '../kit/is-trustworthy.ts'
import { RequestFailed, sendRequest } from '../kit/send-request.ts'
import { uploadSlices } from '../kit/upload-slices.ts'
import type { TiktokApi } from './api.ts'
import { type HandedIn, writeHandedIn } from './handed-in.ts'
import type { TiktokSettings } from './settings.ts'

/** Bytes of a chunk: 5 to 64 MB; what is smaller goes whole. */
const CHUNK = 10_000_000

/** So many chunks: what is left over goes with the last. */
const chunksOf = (size: number, chunk: number): number => Math.max(1, Math.floor(size / chunk))

/** Name in the notes of the address that the last chunk was sent to. */
const ENDING = 'ending'

const begun = z.object({ publish_id: z.string().min(1), upload_url: z.url() })

/** Announces a video: nothing stands before its last byte has come. `postInfo` null: for the inbox. */
export const beginVideo = async (
  { notes }: Work<TiktokSettings>,
  { hash }: DraftMedia,
  { size }: Blob,
  api: TiktokApi,
  postInfo: object | null,
  since: Millis,
): Promise<HandedIn> => {
  const chunk = Math.min(size, CHUNK)
  const source = {
    source: 'FILE_UPLOAD',
    video_size: size,
    chunk_size: chunk,
    total_chunk_count: chunksOf(size, chunk),
  }
  const body = { ...(postInfo && { post_info: postInfo }), source_info: source }
  const { data, answer } = await api.ask(postInfo ? 'video/init' : 'inbox/video/init', begun, body)
  if (!isTrustworthy(data.upload_url)) throw new RequestFailed(answer, false)
  const what = { of: hash, publishId: data.publish_id, upload: { url: data.upload_url, size, chunk, since } }
  await writeHandedIn(notes, what)
  return what
}

/** Sends a video in chunks, from the one that TikTok has not got; `uploaded` null: it was begun just now. */
export const sendVideo = async (
  work: Work<TiktokSettings>,
  blob: Blob,
  { url, chunk }: NonNullable<HandedIn['upload']>,
  uploaded: number | null,
): Promise<void> => {
  const { notes, signal } = work
  const last = chunksOf(blob.size, chunk) - 1
  await uploadSlices({
    blob,
    sliceBytes: chunk,
    notes,
    name: 'sent',
    from: Math.min(Math.floor((uploaded ?? 0) / chunk), last) * chunk,
    onProgress: work.onProgress,
    send: async ({ index, start, onProgress }) => {
      const end = index < last ? start + chunk : blob.size
      const again = (await notes.read(ENDING)) === url
      if (end === blob.size) await notes.write(ENDING, url)
      const answer = await sendRequest(new URL(url), {
        method: 'PUT',
        headers: { 'content-range': `bytes ${start}-${end - 1}/${blob.size}` },
        body: blob.slice(start, end, blob.type),
        onProgress,
        signal,
        ...(end === blob.size && { writes: true }),
      })
      if (answer.status === 201 || answer.status === 206) return end
      // Of a last chunk that was sent before nobody knows: TikTok may have it, and count it later.
      if (again) throw new RequestFailed(null, true, new Error(`The upload was answered with ${answer.status}.`))
      if (answer.status < 300 || answer.status >= 500) throw new RequestFailed(answer, end === blob.size)
      // Nothing came of it, and nothing will. An address that was good before may be over: then it is begun anew.
      await writeHandedIn(notes, null)
      if (uploaded === null) throw new RequestFailed(answer, false)
      const cause = new Error(`The upload was answered with ${answer.status}: ${answer.text.slice(0, 200)}`)
      throw new RequestFailed(null, false, cause)
    },
  })
}
