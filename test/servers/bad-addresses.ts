import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { certificate, type Flaw } from './certificates.ts'

/** What can be wrong with a server's address, so that no request comes through to it. */
export const BAD_ADDRESSES = [
  'certificate expired',
  'certificate not valid yet',
  'certificate for another name',
  'certificate of an unknown issuer',
  'no encryption',
  'ended before it was encrypted',
  'nobody listens',
  'name not found',
] as const
export type BadAddress = (typeof BAD_ADDRESSES)[number]

const FLAWED: Partial<Record<BadAddress, Flaw>> = {
  'certificate expired': 'expired',
  'certificate not valid yet': 'early',
  'certificate for another name': 'another-name',
  'certificate of an unknown issuer': 'unknown-issuer',
}
/** A part of a name may not be so long: no name server needs to be asked to know that there is none. */
const NO_NAME = `${'a'.repeat(64)}.invalid`

/** An encrypted line to a server; `show` ends its connections, and from then on it has this certificate. */
export const startEncryptedLine = async (target: string, flaw: Flaw | 'right') => {
  const { hostname, port } = new URL(target)
  const server = createTlsServer(certificate(flaw), (socket) => {
    const onward = connect(Number(port), hostname)
    const end = () => {
      socket.destroy()
      onward.destroy()
    }
    for (const one of [socket, onward]) one.on('error', end).on('close', end)
    socket.pipe(onward).pipe(socket)
  })
  const { drop, ...listening } = await listen(server)
  const show = (next: Flaw | 'right') => {
    drop()
    server.setSecureContext(certificate(next))
  }
  return { ...listening, show }
}

/** An address where this is wrong; `knocked` tells whether anybody came to it, where somebody is there to notice. */
export const startBadAddress = async (
  fault: BadAddress,
): Promise<{ url: string; knocked(): boolean; close(): Promise<void> }> => {
  const flaw = FLAWED[fault]
  if (flaw) return startEncryptedLine('http://127.0.0.1:9', flaw)
  if (fault === 'no encryption')
    return listen(
      createServer((socket) => void socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))),
    )
  if (fault === 'ended before it was encrypted')
    return listen(createServer((socket) => void socket.once('data', () => socket.end())))
  const url = fault === 'name not found' ? `https://${NO_NAME}` : 'https://127.0.0.1:9'
  return { url, knocked: () => true, close: () => Promise.resolve() }
}

const listen = async (server: Server) => {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    drop,
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    knocked: () => sockets.size > 0,
    close: async () => {
      drop()
      server.close()
      await once(server, 'close')
    },
  }
}
