import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What goes wrong between a client and its server. */
export const FAULTS = [
  'reset before the server',
  'reset after the server',
  'answer cut in half',
  'answer late',
  'no answer at all',
  '429 with Retry-After',
  '429 without',
  '500',
  '503',
  'HTML for JSON',
  'captive portal',
] as const
/** How a server says no for good. */
export const REFUSALS = ['401', '403', '404', '413', '422'] as const
export type Fault = (typeof FAULTS)[number] | (typeof REFUSALS)[number]

/** A line to a server that does one thing wrong when it is told to. */
export type FaultProxy = {
  url: string
  /**
   * The next request that may change something and whose path holds this text meets the fault; all others pass. `onSilence`
   * is called when the server has answered and the answer was dropped.
   */
  arm(fault: Fault, path: string, onSilence?: () => void): void
  /** Whether the fault still waits for its request. */
  armed(): boolean
  close(): Promise<void>
}

const LATE = 30
const PAGE = '<!doctype html><title>Welcome</title><p>Sign in to this network.'

export const startFaultProxy = async (target: string): Promise<FaultProxy> => {
  let armed: { fault: Fault; path: string; onSilence: () => void } | null = null
  const server = createServer((asked, answer) => {
    const fault = armed && asked.method !== 'GET' && asked.url?.includes(armed.path) ? armed : null
    if (fault) armed = null
    void (fault === null ? forward(asked, answer) : misbehave(fault.fault, asked, answer, fault.onSilence))
  })

  /** Passes the request on whole; `returned` decides what becomes of the answer. */
  const forward = (asked: IncomingMessage, answer: ServerResponse, returned = passOn) => {
    const { method, headers } = asked
    // A connection of its own: some servers close the ones they said they would keep.
    const onward = request(new URL(asked.url ?? '/', target), { agent: false, method, headers })
    onward.on('response', (response) => returned(response, answer))
    onward.on('error', () => answer.destroy())
    asked.pipe(onward)
  }

  const misbehave = (fault: Fault, asked: IncomingMessage, answer: ServerResponse, onSilence: () => void) => {
    const say = (status: number, headers: Record<string, string>, body: string) => {
      asked.resume()
      asked.on('end', () => answer.writeHead(status, headers).end(body))
    }
    const json = { 'content-type': 'application/json' }
    const html = { 'content-type': 'text/html' }
    switch (fault) {
      case 'reset before the server':
        return asked.destroy()
      case 'reset after the server':
        return forward(asked, answer, () => answer.destroy())
      case 'answer cut in half':
        return forward(asked, answer, cutInHalf)
      case 'answer late':
        return forward(asked, answer, (response) => setTimeout(() => passOn(response, answer), LATE))
      case 'no answer at all':
        return forward(asked, answer, (response) => response.on('end', onSilence).resume())
      case '429 with Retry-After':
        return say(429, { ...json, 'retry-after': '30' }, '{"error":"RateLimitExceeded"}')
      case '429 without':
        return say(429, json, '{"error":"RateLimitExceeded"}')
      case '500':
        return say(500, json, '{"error":"InternalServerError"}')
      case '503':
        return say(503, html, PAGE)
      case 'HTML for JSON':
        return say(200, html, PAGE)
      case '401':
      case '403':
      case '404':
      case '413':
      case '422':
        return say(Number(fault), json, '{"error":"refused"}')
      case 'captive portal':
        return say(302, { location: 'http://127.0.0.1:9/welcome' }, '')
    }
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arm: (fault, path, onSilence = () => {}) => {
      armed = { fault, path, onSilence }
    },
    armed: () => armed !== null,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const passOn = (response: IncomingMessage, answer: ServerResponse) => {
  answer.writeHead(response.statusCode ?? 502, response.headers)
  response.pipe(answer)
}

const cutInHalf = (response: IncomingMessage, answer: ServerResponse) => {
  answer.writeHead(response.statusCode ?? 502, response.headers)
  response.once('data', (chunk: Buffer) => {
    answer.write(chunk.subarray(0, Math.ceil(chunk.length / 2)), () => answer.destroy())
  })
}
