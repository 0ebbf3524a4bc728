import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import type { DraftMedia, Work } from '../channel.ts'
import { openMedia } from '../check/open-media.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { LINKEDIN } from '../rules/linkedin.ts'
import type { Api } from './api.ts'
import type { LinkedinSettings } from './settings.ts'
import { uploadVideo } from './video.ts'

/** How long to wait before asking whether a file is ready, in milliseconds: longer each time. */
const FIRST_PAUSE = 50
const LONGEST_PAUSE = 10_000

/** In place of what was written down: the file is to be sent once more. */
const AGAIN = ''
/** Under which the parts of a video are written down. */
const partsOf = (name: string): string => `${name} parts`

/** What files are called in the paths of the API. */
type Kind = 'images' | 'videos' | 'documents'
const kindOf = ({ mime }: DraftMedia): Kind =>
  mime.startsWith('video/') ? 'videos' : mime.startsWith('image/') ? 'images' : 'documents'

const begun = z.object({
  value: z.object({ uploadUrl: z.url(), image: z.string().optional(), document: z.string().optional() }),
})

/** Uploads the files of a post, in order: their URNs. What an earlier attempt finished is not sent again. */
export const uploadMedia = async (work: Work<LinkedinSettings>, author: string, api: Api): Promise<string[]> => {
  const { media: files } = work.draft
  const total = files.reduce((sum, { size }) => sum + size, 0)
  const urns: string[] = []
  let before = 0
  for (const [index, media] of files.entries()) {
    work.signal.throwIfAborted()
    const [start, note] = [before, `media ${index}`]
    const onShare = (share: number) => work.onProgress(start + Math.round(share * media.size), total)
    const kept = await work.notes.read(note)
    const urn = kept === null || kept === AGAIN ? await uploadOne({ media, note, onShare }, work, author, api) : kept
    await work.notes.write(note, urn)
    if (kindOf(media) !== 'images') await untilReady(kindOf(media), urn, note, media, work, api)
    urns.push(urn)
    onShare(1)
    before += media.size
  }
  return urns
}

/** `onShare`: how much of it has gone, 0 to 1. */
type Upload = { media: DraftMedia; note: string; onShare(share: number): void }

const uploadOne = async (
  { media, note, onShare }: Upload,
  work: Work<LinkedinSettings>,
  owner: string,
  api: Api,
): Promise<string> => {
  const { blob } = await openMedia(media, LINKEDIN, work.draft.strict, { signal: work.signal })
  const onProgress = (sent: number) => onShare(sent / blob.size)
  const kind = kindOf(media)
  return kind === 'videos'
    ? uploadVideo({ blob, name: partsOf(note), owner, onProgress }, work, api)
    : uploadWhole(kind, blob, owner, api, onProgress)
}

/** An image or a document goes in one piece. */
export const uploadWhole = async (
  kind: 'images' | 'documents',
  blob: Blob,
  owner: string,
  api: Api,
  onProgress: (sent: number) => void,
): Promise<string> => {
  const json = { initializeUploadRequest: { owner } }
  const { value } = await api.ask('POST', `/rest/${kind}?action=initializeUpload`, begun, { json })
  await api.put(value.uploadUrl, blob, onProgress)
  return value.image ?? value.document ?? refuse('channel-error', 'LinkedIn gave the file no name.', 'Try again later.')
}

const standing = z.object({ status: z.string().optional() })

/** Ends when LinkedIn has worked on a file. An app that may not ask posts without it: LinkedIn waits by itself then. */
const untilReady = async (
  kind: Kind,
  urn: string,
  note: string,
  { name }: DraftMedia,
  { signal, notes }: Work<LinkedinSettings>,
  api: Api,
): Promise<void> => {
  for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    const status = await statusOf(kind, urn, api)
    if (status === 'PROCESSING_FAILED') {
      await Promise.all([note, partsOf(note)].map((one) => notes.write(one, AGAIN)))
      refuse(
        'media-unsupported',
        `LinkedIn cannot use ${name}.`,
        'Export it again, as an MP4 with H.264 and AAC or as a PDF.',
        {
          field: 'media',
        },
      )
    }
    if (status !== 'PROCESSING' && status !== 'WAITING_UPLOAD') return
    await pause(wait, undefined, { signal })
  }
}

const statusOf = async (kind: Kind, urn: string, api: Api): Promise<string | undefined> => {
  try {
    return (await api.ask('GET', `/rest/${kind}/${encodeURIComponent(urn)}`, standing)).status
  } catch (error) {
    if (error instanceof RequestFailed && error.answer?.status === 403) return undefined
    throw error
  }
}
