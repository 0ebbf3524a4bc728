import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { refuseInEnglish } from '../core/refusal.ts'
import { createHttpApi, type HttpWorld } from './http.ts'
import { HTTP_LIMITS } from './limits.ts'

/** An open door: where it is, what opens it, and how to shut it. */
export type HttpDoor = {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  url: string
  /** Opens the desk: 32 random bytes, new with each door. */
  token: string
  /** Lets calls under way be answered (2 seconds at most), ends the event streams. */
  close(): Promise<void>
}

const ADDRESS = '127.0.0.1'
const LAST_ANSWERS = 2_000
const SWEEP = 50

/** Opens the HTTP API on this machine alone; port 0 takes a free one. Refuses when the port is taken. */
export const openHttp = async (
  world: Omit<HttpWorld, 'token' | 'closing' | 'limits'> & { limits?: HttpWorld['limits'] },
  port: number,
): Promise<HttpDoor> => {
  const token = randomBytes(32).toString('base64url')
  const closing = new AbortController()
  const limits = world.limits ?? HTTP_LIMITS
  const api = createHttpApi({ ...world, limits, token, closing: closing.signal })
  // The app's own requests go through the runtime's Request and Response; they must stay what they are.
  const server = createAdaptorServer({
    fetch: api.fetch,
    overrideGlobalObjects: false,
    serverOptions: {
      headersTimeout: limits.headMs,
      requestTimeout: limits.requestMs,
      // How often slow senders are looked for.
      connectionsCheckingInterval: Math.min(1_000, limits.headMs),
    },
  }) as Server
  server.listen(port, ADDRESS)
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => cannotListen(error, port))
  return {
    url: `http://${ADDRESS}:${(server.address() as AddressInfo).port}`,
    token,
    close: async () => {
      if (!server.listening) return
      const closed = once(server, 'close')
      const patience = world.clock.now() + LAST_ANSWERS
      closing.abort()
      server.close()
      // A connection is kept open after its last answer, for a next call that must not come.
      let cancel = () => {}
      const sweep = () => {
        if (world.clock.now() >= patience) server.closeAllConnections()
        else server.closeIdleConnections()
        cancel = world.clock.after(SWEEP, sweep)
      }
      sweep()
      await closed
      cancel()
    },
  }
}

const cannotListen = (error: NodeJS.ErrnoException, port: number): never =>
  refuseInEnglish(
    'invalid-input',
    error.code === 'EADDRINUSE'
      ? `Port ${port} is in use by another program.`
      : `Port ${port} cannot be opened (${error.code ?? error.message}).`,
    'Choose another port; 0 takes a free one.',
    { field: 'port' },
  )
