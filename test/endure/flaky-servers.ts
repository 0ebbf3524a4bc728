import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Bot API servers on the loopback, of which each is asked to pause, or out of reach, some of the time. */
export const startFlakyServers = async (count: number) => {
  let took = 0
  const servers: { url: string; stop(): Promise<void>; away(milliseconds: number): Promise<void> }[] = []
  for (let index = 0; index < count; index += 1) {
    const answer = (method: string): [number, object] => {
      if (method === 'getMe') return [200, { ok: true, result: { id: 1, is_bot: true, username: 'posthorn_bot' } }]
      if (method === 'getChat')
        return [200, { ok: true, result: { id: 7, type: 'private', title: 'A chat', username: 'a_chat' } }]
      if (Math.random() < 0.03) {
        return [429, { ok: false, error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 20 } }]
      }
      took += 1
      return [200, { ok: true, result: { message_id: took, date: 0, chat: { id: 7, type: 'private' } } }]
    }
    const server = createServer((request, response) => {
      request.resume().on('end', () => {
        const [status, body] = answer(request.url?.split('/').at(-1) ?? '')
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      })
    })
    const port = await listen(server, 0)
    servers.push({
      url: `http://127.0.0.1:${port}`,
      stop: () => close(server),
      away: async (milliseconds) => {
        if (!server.listening) return
        await close(server)
        setTimeout(() => void listen(server, port), milliseconds)
      },
    })
  }
  return { servers, took: () => took }
}

const listen = async (server: Server, port: number): Promise<number> => {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
