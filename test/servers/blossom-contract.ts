import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo } from 'node:net'
import type { Event } from 'nostr-tools/core'
import { verifyEvent } from 'nostr-tools/pure'

/**
 * A contract server for BUD-01 and BUD-02 of Blossom: it holds every request against the specification, and keeps what
 * it is given. Not a server that anybody runs.
 */
export type BlossomContract = {
  url: string
  /** By SHA-256 in hex. */
  blobs: ReadonlyMap<string, { bytes: Buffer; type: string; uploads: number }>
  /** Answers uploads with this from now on; null: no more. */
  refuse(answer: { status: number; reason?: string; retryAfter?: string } | null): void
  close(): Promise<void>
}

/** `now`: the time by which signatures are judged, in milliseconds. */
export const startBlossomContract = async ({
  now = Date.now,
}: { now?: () => number } = {}): Promise<BlossomContract> => {
  const blobs = new Map<string, { bytes: Buffer; type: string; uploads: number }>()
  let refusal: Parameters<BlossomContract['refuse']>[0] = null

  const upload = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const bytes = Buffer.concat(chunks)
    const hash = createHash('sha256').update(bytes).digest('hex')
    if (refusal) {
      const { status, reason, retryAfter } = refusal
      if (reason !== undefined) response.setHeader('x-reason', reason)
      if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter)
      return void response.writeHead(status).end('Sorry')
    }
    const breach = breachOf(request, bytes, hash, Math.floor(now() / 1000))
    if (breach) {
      response
        .setHeader('x-reason', breach)
        .writeHead(breach.startsWith('auth') ? 401 : 400)
        .end()
      return
    }
    const type = request.headers['content-type'] ?? 'application/octet-stream'
    blobs.set(hash, { bytes, type, uploads: (blobs.get(hash)?.uploads ?? 0) + 1 })
    const descriptor = { url: `https://cdn.example/${hash}`, sha256: hash, size: bytes.length, type, uploaded: 1 }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(descriptor))
  }

  const server = createServer((request, response) => {
    const blob = blobs.get(/^\/([0-9a-f]{64})(?:\.\w+)?$/.exec(request.url ?? '')?.[1] ?? '')
    if (request.method === 'PUT' && request.url === '/upload') return void upload(request, response)
    if (!blob) return void response.writeHead(404).end()
    response.setHeader('content-type', blob.type).setHeader('content-length', blob.bytes.length)
    response.end(request.method === 'HEAD' ? undefined : blob.bytes)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    blobs,
    refuse: (answer) => void (refusal = answer),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** What of a request is not as BUD-01 and BUD-02 want it; null: all is. */
const breachOf = ({ headers }: IncomingMessage, bytes: Buffer, hash: string, now: number): string | null => {
  const [scheme, encoded = ''] = (headers.authorization ?? '').split(' ')
  if (scheme !== 'Nostr') return 'auth: no authorisation'
  const event = JSON.parse(Buffer.from(encoded, 'base64').toString()) as Event
  const values = (name: string) => event.tags.filter((tag) => tag[0] === name).map((tag) => tag[1])
  if (!verifyEvent(event)) return 'auth: wrong signature'
  if (event.kind !== 24_242 || !values('t').includes('upload')) return 'auth: not for uploads'
  if (event.content.trim() === '') return 'auth: no words for people'
  if (event.created_at > now || !(Number(values('expiration')[0]) > now)) return 'auth: not now'
  if (!values('x').includes(hash)) return 'auth: for another file'
  if (headers['x-sha-256'] !== hash) return 'x-sha-256 is of another file'
  if (Number(headers['content-length']) !== bytes.length) return 'no content-length'
  return (headers['content-type'] ?? '') === '' ? 'no content-type' : null
}
