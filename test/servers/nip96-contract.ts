import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo } from 'node:net'
import type { Event } from 'nostr-tools/core'
import { verifyEvent } from 'nostr-tools/pure'

/**
 * A contract server for NIP-96 with the authorisation of NIP-98, written from nips/96.md and 98.md: it holds every
 * request against them and keeps what it is given. It makes another file of each, as such servers may.
 */
type Nip96Contract = {
  url: string
  uploads: { hash: string; alt: string; type: string; size: number }[]
  /** How often it says that it is still working on a file. */
  processing: number
  refuse(answer: { status: number; message: string } | null): void
  close(): Promise<void>
}

export const startNip96Contract = async (): Promise<Nip96Contract> => {
  let refusal: { status: number; message: string } | null = null
  let asked = 0
  const json = (response: ServerResponse, status: number, body: object) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  const contract: Nip96Contract = {
    url: '',
    uploads: [],
    processing: 0,
    refuse: (answer) => void (refusal = answer),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }

  const done = (hash: string) => ({
    status: 'success',
    message: 'Upload successful.',
    nip94_event: {
      tags: [
        ['url', `${contract.url}/files/${hash}.webp`],
        ['ox', hash],
        ['x', transformed(hash)],
        ['m', 'image/webp'],
        ['dim', '20x10'],
        ['size', '123'],
      ],
    },
  })

  const upload = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    if (refusal) return json(response, refusal.status, { status: 'error', message: refusal.message })
    const body = Buffer.concat(chunks)
    const form = await new Response(body, {
      headers: { 'content-type': request.headers['content-type'] ?? '' },
    }).formData()
    const file = form.get('file')
    if (!(file instanceof Blob)) return json(response, 400, { status: 'error', message: 'no file' })
    const hash = createHash('sha256')
      .update(Buffer.from(await file.arrayBuffer()))
      .digest('hex')
    const breach =
      breachOf(request, `${contract.url}/api/v2/media`, 'POST', hash) ??
      (form.get('size') === String(file.size) ? null : 'size is another') ??
      (form.get('no_transform') === 'true' ? null : 'no_transform is missing') ??
      (Number(request.headers['content-length']) === body.length ? null : 'no content-length')
    if (breach !== null) return json(response, 403, { status: 'error', message: breach })
    const type = form.get('content_type')
    const alt = form.get('alt')
    contract.uploads.push({
      hash,
      alt: typeof alt === 'string' ? alt : '',
      type: typeof type === 'string' ? type : '',
      size: file.size,
    })
    if (contract.processing === 0) return json(response, 201, done(hash))
    json(response, 202, { status: 'success', processing_url: `${contract.url}/processing/${hash}`, message: 'Wait' })
  }

  const server = createServer((request, response) => {
    const { url = '', method } = request
    if (url === '/.well-known/nostr/nip96.json') return json(response, 200, { api_url: `${contract.url}/api/v2/media` })
    if (url === '/api/v2/media' && method === 'POST') return void upload(request, response)
    const work = /^\/processing\/([0-9a-f]{64})$/.exec(url)?.[1]
    if (work === undefined) return void response.writeHead(404).end()
    const breach = breachOf(request, `${contract.url}${url}`, 'GET', null)
    if (breach !== null) return json(response, 401, { status: 'error', message: breach })
    asked += 1
    if (asked <= contract.processing) return json(response, 200, { status: 'processing', message: '', percentage: 15 })
    json(response, 201, done(work))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  contract.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return contract
}

/** The hash of what the server makes of a file. */
export const transformed = (hash: string): string => createHash('sha256').update(hash).digest('hex')

/** What of a request is not as NIP-98 wants it; null: all is. */
const breachOf = ({ headers }: IncomingMessage, url: string, method: string, hash: string | null): string | null => {
  const [scheme, encoded = ''] = (headers.authorization ?? '').split(' ')
  if (scheme !== 'Nostr') return 'no authorisation'
  const event = JSON.parse(Buffer.from(encoded, 'base64').toString()) as Event
  const value = (name: string) => event.tags.find((tag) => tag[0] === name)?.[1]
  if (!verifyEvent(event) || event.kind !== 27_235) return 'wrong signature'
  if (Math.abs(event.created_at - Date.now() / 1000) > 60) return 'not now'
  if (value('u') !== url || value('method') !== method) return 'for another request'
  return hash === null || value('payload') === hash ? null : 'for another file'
}
