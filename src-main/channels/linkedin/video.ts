import { z } from 'zod'
import type { Work } from '../channel.ts'
import { RequestFailed } from '../kit/send-request.ts'
import type { Api } from './api.ts'
import type { LinkedinSettings } from './settings.ts'

/** A part of the file as LinkedIn wants it, last byte included, and the mark it gave for it once it was there. */
const part = z.object({ uploadUrl: z.url(), firstByte: z.int(), lastByte: z.int(), mark: z.string().optional() })
const begun = z.object({
  value: z.object({ video: z.string(), uploadToken: z.string().default(''), uploadInstructions: z.array(part).min(1) }),
})
type Begun = z.infer<typeof begun>['value']

export type VideoUpload = {
  blob: Blob
  /** Under which what was sent is written down. */
  name: string
  owner: string
  onProgress(sent: number): void
}

/** Uploads a video part by part, going on where an earlier attempt came to, or anew where LinkedIn has put that away. */
export const uploadVideo = async (upload: VideoUpload, work: Work<LinkedinSettings>, api: Api): Promise<string> => {
  const kept = await work.notes.read(upload.name)
  const known = kept ? begun.shape.value.parse(JSON.parse(kept)) : null
  // A video that was made to fit once more may have become another.
  if (known?.uploadInstructions.at(-1)?.lastByte === upload.blob.size - 1) {
    try {
      return await transfer(known, upload, work, api)
    } catch (error) {
      if (!isPutAway(error)) throw error
    }
  }
  return transfer(await begin(upload, api), upload, work, api)
}

const isPutAway = (error: unknown): boolean =>
  error instanceof RequestFailed && [400, 403, 404, 410].includes(error.answer?.status ?? 0)

const begin = async ({ blob, owner }: VideoUpload, api: Api): Promise<Begun> => {
  const about = { owner, fileSizeBytes: blob.size, uploadCaptions: false, uploadThumbnail: false }
  const json = { initializeUploadRequest: about }
  return (await api.ask('POST', '/rest/videos?action=initializeUpload', begun, { json })).value
}

const transfer = async (
  { video, uploadToken, uploadInstructions: parts }: Begun,
  { blob, name, onProgress }: VideoUpload,
  { notes, signal }: Work<LinkedinSettings>,
  api: Api,
): Promise<string> => {
  const sent = parts.map((one) => ({ ...one }))
  const keep = () => notes.write(name, JSON.stringify({ video, uploadToken, uploadInstructions: sent } satisfies Begun))
  await keep()
  for (const one of sent) {
    if (one.mark !== undefined) continue
    signal.throwIfAborted()
    const bytes = blob.slice(one.firstByte, one.lastByte + 1, blob.type)
    const { headers } = await api.put(one.uploadUrl, bytes, (count) => onProgress(one.firstByte + count))
    one.mark = (headers.get('etag') ?? '').replace(/^"|"$/g, '')
    await keep()
  }
  const json = { finalizeUploadRequest: { video, uploadToken, uploadedPartIds: sent.map(({ mark }) => mark ?? '') } }
  await api.answer('POST', '/rest/videos?action=finalizeUpload', { json })
  return video
}
