import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SIGN_IN_REDIRECT } from '../../src-preload/contract/model/sign-in.ts'
import type { Landing } from '../core/ports.ts'
import { refuse } from '../core/refusal.ts'
import { because } from '../core/told.ts'

const { port: FIXED_PORT, pathname: PATH } = new URL(SIGN_IN_REDIRECT)

/** This computer, as networks spell it. */
const HOSTS = ['127.0.0.1', 'localhost']

type Waiting = (address: string) => boolean
type Door = { server: Server; port: number; waiting: Set<Waiting> }

/**
 * Where browsers come back to from signing in: one small page on 127.0.0.1, there only while somebody is signing in. The
 * sign-ins that share the fixed port are told apart by what they are asked with.
 */
export const createLanding = (fixedPort = Number(FIXED_PORT)): Landing => {
  let fixed: Promise<Door> | null = null

  const shared = (): Promise<Door> => {
    fixed ??= openDoor(fixedPort).catch((error: unknown) => {
      fixed = null
      return taken(fixedPort, error)
    })
    return fixed
  }

  return {
    open: async (port, arrived) => {
      const door = await (port === 'fixed' ? shared() : openDoor(0))
      door.waiting.add(arrived)
      return {
        redirect: `http://127.0.0.1:${door.port}${PATH}`,
        close: async () => {
          if (!door.waiting.delete(arrived) || door.waiting.size > 0) return
          if (port === 'fixed') fixed = null
          await closed(door.server)
        },
      }
    },
  }
}

const openDoor = async (port: number): Promise<Door> => {
  const waiting = new Set<Waiting>()
  const server = createServer((request, response) => void answer(request, response, waiting))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // Without `exclusive` a second process of a cluster could listen along.
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve())
  })
  // A sign-in that nobody finishes must not keep a command from ending.
  server.unref()
  return { server, port: (server.address() as AddressInfo).port, waiting }
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  waiting: ReadonlySet<Waiting>,
): Promise<void> => {
  const hosts = HOSTS.map((name) => `${name}:${request.socket.localPort ?? 0}`)
  const host = hosts.find((one) => one === request.headers.host)
  const path = request.url ?? '/'
  const address = URL.canParse(`http://${host}${path}`) ? new URL(`http://${host}${path}`) : null
  // A page elsewhere that made its own name mean this computer asks with that name.
  if (host === undefined || request.method !== 'GET' || address?.pathname !== PATH)
    return send(response, 404, 'landing.nothing')
  if (![...waiting].some((arrived) => arrived(address.href))) return send(response, 400, 'landing.other')
  return send(response, 200, 'landing.back')
}

const STYLE =
  ':root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}body{max-width:32rem;margin:20vh auto;padding:0 1.5rem}'
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

type Page = 'landing.nothing' | 'landing.other' | 'landing.back'

const send = async (response: ServerResponse, status: number, page: Page): Promise<void> => {
  // Loaded when somebody comes: most commands sign nobody in.
  const { say, spoken } = await import('./words/say.ts')
  const [title, words] = [say(page), say(`${page}-why`)]
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  })
  response.end(
    `<!doctype html><html lang="${spoken()}"><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width"><style>${STYLE}</style><h1>${title}</h1><p>${words}</p></html>`,
  )
}

const taken = (port: number, error: unknown): never =>
  refuse(
    'unreachable',
    `Port ${port} of this computer, where the browser comes back to from signing in, cannot be opened.`,
    'Another program has it, perhaps a second Posthorn: quit that, then sign in again.',
    { detail: error instanceof Error ? error.message : String(error), told: because('port-taken', { port }) },
  )
