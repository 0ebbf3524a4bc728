import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import { isTrustworthy } from '../kit/is-trustworthy.ts'
import { RequestFailed, sendRequest } from '../kit/send-request.ts'
import type { Graph } from './graph.ts'

const taken = z.object({ success: z.literal(true) })

/** Where a file goes, and what is known of it. */
export type Upload = {
  /** The address that Meta named for it. */
  address: string
  blob: Blob
  /** How many bytes are there already. */
  offset: number
  onProgress(sent: number, total: number): void
  signal: AbortSignal
}

/** Sends a file, or what is missing of it, to Meta's server for uploads. Throws `RequestFailed`. */
export const sendFile = async ({ address, blob, offset, onProgress, signal }: Upload, graph: Graph, server: string) => {
  const url = new URL(address)
  if (!isMetas(url, server)) {
    refuse('channel-error', 'The address for the upload is none of Meta.', 'Try again later.', { detail: url.host })
  }
  onProgress(offset, blob.size)
  const answer = await sendRequest(url, {
    method: 'POST',
    headers: { authorization: `OAuth ${graph.token}`, offset: String(offset), file_size: String(blob.size) },
    body: blob.slice(offset, blob.size, 'application/octet-stream'),
    onProgress: (sent) => onProgress(offset + sent, blob.size),
    signal,
  })
  if (answer.status !== 200 || !taken.safeParse(answer.body).success) throw new RequestFailed(answer, false)
}

/** A token goes to Meta alone: to its own names, or to the server that is asked anyway. */
const isMetas = (url: URL, server: string): boolean =>
  isTrustworthy(url.href) &&
  (url.host === new URL(server).host || /(^|\.)(facebook|instagram)\.com$/.test(url.hostname))
