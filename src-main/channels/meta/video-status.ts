import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import type { Graph } from './graph.ts'

const phase = z.object({
  status: z.string().optional(),
  bytes_transferred: z.coerce.number().optional(),
  bytes_transfered: z.coerce.number().optional(),
  error: z.object({ message: z.string().default('') }).optional(),
})

/** How far Meta is with a video. */
export const videoStatus = z.object({
  video_status: z.string().optional(),
  uploading_phase: phase.optional(),
  processing_phase: phase.optional(),
  publishing_phase: phase.optional(),
})
export type VideoStatus = z.infer<typeof videoStatus>

const asked = z.object({ status: videoStatus.default({}), permalink_url: z.string().optional() })

export const readVideo = (id: string, graph: Graph) => graph.ask('GET', id, asked, { fields: 'status,permalink_url' })

/** How many bytes of it are there; all of them once the upload is complete. */
export const bytesThere = ({ uploading_phase: phase }: VideoStatus, total: number): number =>
  phase?.status === 'complete' ? total : Math.min(total, phase?.bytes_transferred ?? phase?.bytes_transfered ?? 0)

/** `standing`: people can see it; `coming`: it is worked on; `waiting`: nobody asked for it to be published. */
export const stageOf = (status: VideoStatus): 'standing' | 'coming' | 'waiting' | 'failed' => {
  const { video_status: whole, processing_phase: processing, publishing_phase: publishing } = status
  if (whole === 'error' || whole === 'expired' || processing?.status === 'error') return 'failed'
  if (whole === 'ready' || publishing?.status === 'complete') return 'standing'
  const begun = (one: VideoStatus['processing_phase']) => one?.status !== undefined && one.status !== 'not_started'
  return whole === 'processing' || begun(processing) || begun(publishing) ? 'coming' : 'waiting'
}

export const refuseVideo = ({ processing_phase: processing }: VideoStatus): never => {
  const why = processing?.error?.message ?? ''
  return refuse(
    'media-unsupported',
    why === '' ? 'Facebook could not work on the video.' : `Facebook could not work on the video: ${why}`,
    'Export it again as an MP4 (H.264, AAC) and attach it again.',
    { field: 'media' },
  )
}
