import { z } from 'zod'
import { askUntil } from '../kit/pauses.ts'
import { type Answer, sendRequest } from '../kit/send-request.ts'
import type { Signer } from './keys.ts'
import type { MediaServer } from './media-server.ts'
import type { PreparedFile, StandingFile } from './media.ts'

/** The media server did not take a file: what it answered. */
export class UploadFailed extends Error {
  readonly status: number
  readonly retryAfter: string | null

  constructor(status: number, said: string, retryAfter: string | null) {
    super(said)
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** Milliseconds without a byte from either side. */
const IDLE = 30_000
/** How long an authorisation holds, in seconds. */
const AUTHORISED = 600
const BLOSSOM_AUTHORISATION = 24_242
const HTTP_AUTHORISATION = 27_235
/** How long a server may work on a file, in milliseconds. */
const PROCESSING = 90_000

/** Puts one file on a server, unless it is there. Throws UploadFailed, or what the network throws. */
export type Uploader = (
  server: MediaServer,
  file: PreparedFile,
  onProgress: (sent: number) => void,
) => Promise<StandingFile>

export const createUploader =
  (signer: Signer, now: number, signal: AbortSignal): Uploader =>
  (server, file, onProgress) =>
    server.speaks === 'blossom'
      ? toBlossom(file, signer, now, signal, onProgress)
      : toNip96(server.uploads, file, signer, now, signal, onProgress)

/** BUD-01 and BUD-02: the address is known beforehand, whatever else the server tells. */
const toBlossom = async (
  file: PreparedFile,
  signer: Signer,
  now: number,
  signal: AbortSignal,
  onProgress: (sent: number) => void,
): Promise<StandingFile> => {
  const { url, hash, mime, blob } = file
  const { request } = await import('undici')
  const known = await request(url, { signal, headersTimeout: IDLE, bodyTimeout: IDLE, method: 'HEAD' })
  await known.body.dump()
  if (known.statusCode === 200) return { url }
  const seconds = Math.floor(now / 1000)
  const authorization = await authorise(signer, {
    kind: BLOSSOM_AUTHORISATION,
    created_at: seconds,
    content: 'Upload a file of a post',
    tags: [
      ['t', 'upload'],
      ['x', hash],
      ['expiration', String(seconds + AUTHORISED)],
    ],
  })
  const answer = await sendRequest(new URL('/upload', url), {
    method: 'PUT',
    headers: { authorization, 'content-type': mime, 'x-sha-256': hash },
    body: blob,
    onProgress,
    signal,
  })
  if (answer.status < 200 || answer.status >= 300) throw failedUpload(answer, answer.headers.get('x-reason') ?? '')
  return { url }
}

const reply = z.object({
  status: z.string().catch(''),
  message: z.string().catch(''),
  processing_url: z.string().optional().catch(undefined),
  nip94_event: z
    .object({ tags: z.array(z.array(z.string())) })
    .optional()
    .catch(undefined),
})
type Reply = z.infer<typeof reply>

/** NIP-96: where the file stands, and as what, is what the server tells in the end. */
const toNip96 = async (
  uploads: URL,
  { hash, mime, size, alt, blob, url }: PreparedFile,
  signer: Signer,
  now: number,
  signal: AbortSignal,
  onProgress: (sent: number) => void,
): Promise<StandingFile> => {
  const sign = (address: URL, method: string, payload?: string) =>
    authorise(signer, {
      kind: HTTP_AUTHORISATION,
      created_at: Math.floor(now / 1000),
      content: '',
      tags: [['u', address.href], ['method', method], ...(payload === undefined ? [] : [['payload', payload]])],
    })
  const form = new FormData()
  const words = { size: String(size), content_type: mime, alt, caption: alt, expiration: '', no_transform: 'true' }
  for (const [name, value] of Object.entries(words)) form.append(name, value)
  form.append('file', blob, new URL(url).pathname.slice(1))
  const headers = { authorization: await sign(uploads, 'POST', hash) }
  const answer = await sendRequest(uploads, { method: 'POST', headers, form, onProgress, signal })
  let told = readReply(answer)
  if (told.processing_url !== undefined && URL.canParse(told.processing_url, uploads.href)) {
    const waitAt = new URL(told.processing_url, uploads)
    // Who the person is, is told to the server alone.
    const waiting = waitAt.origin === uploads.origin ? { authorization: await sign(waitAt, 'GET') } : {}
    const asked = async () => {
      const state = readReply(await sendRequest(waitAt, { method: 'GET', headers: waiting, signal }))
      return state.status === 'processing' ? null : state
    }
    const done = await askUntil(asked, PROCESSING, signal)
    if (done === null) throw new UploadFailed(503, 'It is still working on the file.', null)
    told = done.nip94_event ? done : told
  }
  return standingOf(told)
}

/** A refusal may come with any status, or with a success that says `error`. */
const readReply = (answer: Answer): Reply => {
  const told = reply.safeParse(answer.body).data
  const message = told?.message ?? ''
  if (answer.status < 200 || answer.status >= 300) throw failedUpload(answer, message)
  if (!told || told.status === 'error') throw new UploadFailed(422, message, null)
  return told
}

const standingOf = ({ nip94_event }: Reply): StandingFile => {
  const told = (name: string) => nip94_event?.tags.find(([key]) => key === name)?.[1]
  const url = told('url') ?? ''
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new UploadFailed(422, 'It told no address.', null)
  const [, width, height] = /^(\d{1,6})x(\d{1,6})$/.exec(told('dim') ?? '') ?? []
  const [mime, hash, size] = [told('m'), told('x'), told('size')]
  return {
    url,
    ...(mime !== undefined && /^[\w.+-]+\/[\w.+-]+$/.test(mime) && { mime }),
    ...(hash !== undefined && /^[0-9a-f]{64}$/.test(hash) && { hash }),
    ...(size !== undefined && /^\d{1,12}$/.test(size) && { size: Number(size) }),
    ...(width !== undefined && height !== undefined && { width: Number(width), height: Number(height) }),
  }
}

const failedUpload = ({ status, headers }: Answer, said: string): UploadFailed =>
  new UploadFailed(status, said, headers.get('retry-after'))

const authorise = async (signer: Signer, template: Parameters<Signer['sign']>[0]): Promise<string> =>
  `Nostr ${Buffer.from(JSON.stringify(await signer.sign(template))).toString('base64')}`
