/** A web socket to a relay that knows its bounds: in time, and in how much it hears. */
export type RelaySocket = {
  /** Throws ConnectionLost when it has ended. */
  send(said: unknown[]): void
  close(): void
}

export type Listener = {
  hear(said: unknown): void
  /** Nothing comes any more; told once. */
  ended(why: ConnectionLost): void
}

/** The connection was there and ended, or fell silent: what was sent may have arrived. */
export class ConnectionLost extends Error {}

/** Milliseconds. */
const OPEN_WITHIN = 10_000
/** Bytes of one message, and of all: an event is far smaller, and nobody asks for so many. */
const MAX_MESSAGE = 1024 * 1024
const MAX_HEARD = 32 * 1024 * 1024

/** Opens a connection. Throws what kept it from opening: nothing was sent then. */
export const openSocket = async (url: string, signal: AbortSignal, listener: Listener): Promise<RelaySocket> => {
  const { Agent, WebSocket } = await import('undici')
  signal.throwIfAborted()
  const dispatcher = new Agent({ connect: { timeout: OPEN_WITHIN }, webSocket: { maxPayloadSize: MAX_MESSAGE } })
  const socket = new WebSocket(url, { dispatcher })
  let heard = 0
  let gone: ConnectionLost | null = null

  const end = (why: string) => {
    if (gone) return
    gone = new ConnectionLost(why)
    signal.removeEventListener('abort', calledOff)
    listener.ended(gone)
    // A side that hangs would keep a polite end waiting.
    void dispatcher.destroy().catch(() => {})
  }
  const calledOff = () => end('It was called off.')
  signal.addEventListener('abort', calledOff, { once: true })

  socket.addEventListener('message', ({ data }: { data: unknown }) => {
    if (gone || typeof data !== 'string') return
    heard += data.length
    if (heard > MAX_HEARD) end('It said more than anyone would.')
    else listener.hear(parse(data))
  })
  socket.addEventListener('close', ({ code }) => end(`It closed the connection (${code}).`))
  try {
    await opened(socket, url, signal)
  } catch (error) {
    end(String(error))
    throw error
  }
  return {
    send: (said) => {
      if (gone) throw gone
      socket.send(JSON.stringify(said))
    },
    close: () => {
      if (!gone) socket.close()
      end('It is done.')
    },
  }
}

type Opening = Pick<EventTarget, 'addEventListener'>

const opened = (socket: Opening, url: string, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${url} did not answer in time.`)), OPEN_WITHIN)
    const settled = (settle: () => void) => {
      clearTimeout(timer)
      settle()
    }
    socket.addEventListener('open', () => settled(resolve))
    socket.addEventListener('error', (event) => {
      const { error, message } = event as { error?: unknown; message?: unknown }
      settled(() => reject(error instanceof Error ? error : new Error(String(message))))
    })
    socket.addEventListener('close', () => settled(() => reject(new Error(`${url} closed the connection.`))))
    signal.addEventListener('abort', () => settled(() => reject(new Error('It was called off.'))), { once: true })
  })

const parse = (data: string): unknown => {
  try {
    return JSON.parse(data)
  } catch {
    return null
  }
}
