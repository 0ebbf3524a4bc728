import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import type { Event } from '../../src-preload/contract/events.ts'
import { createHttpBridge } from '../../src-renderer/bridge/http-bridge.ts'

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void

const cleanUps: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
})

/** A core on a real socket that answers as told. */
const serve = async (
  handler: Handler,
  port = 0,
): Promise<{ base: string; port: number; stop: () => Promise<void> }> => {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => handler(request, response, body))
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  cleanUps.push(stop)
  const bound = (server.address() as AddressInfo).port
  return { base: `http://127.0.0.1:${bound}`, port: bound, stop }
}

const openEvents = (response: ServerResponse): ServerResponse =>
  response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(': hello\n\n') ? response : response

const removed = (postId: string): string => `data: ${JSON.stringify({ kind: 'post-removed', postId })}\n\n`

test('calls a method with its input and its key, and hands the reply back whole', async () => {
  const seen: unknown[] = []
  const { base } = await serve((request, response, body) => {
    seen.push([request.method, request.url, request.headers.authorization, request.headers['content-type'], body])
    response.end(JSON.stringify({ ok: true, value: { done: true } }))
  })
  const { bridge } = createHttpBridge({ base, token: 'secret' })
  expect(await bridge.call('posts.delete', { postId: 'pst_1' })).toEqual({ ok: true, value: { done: true } })
  expect(seen).toEqual([['POST', '/rpc/posts.delete', 'Bearer secret', 'application/json', '{"postId":"pst_1"}']])
})

test('a failure is a failure whatever status it came with', async () => {
  const failure = { code: 'not-found', message: 'There is no such post.', next: 'Look at the queue.' }
  const { base } = await serve((_, response) => response.writeHead(404).end(JSON.stringify({ ok: false, failure })))
  const { bridge } = createHttpBridge({ base, token: 'secret' })
  expect(await bridge.call('posts.get', { postId: 'pst_1' })).toEqual({ ok: false, failure })
})

test('an answer that is no reply is a failure, not an exception', async () => {
  const { base } = await serve((_, response) => response.end('<html>gateway</html>'))
  const { bridge } = createHttpBridge({ base, token: 'secret' })
  expect(await bridge.call('status.get', {})).toMatchObject({ ok: false, failure: { code: 'internal' } })
})

test('no answer at all is a failure that says so', async () => {
  const { base, stop } = await serve(() => undefined)
  await stop()
  const { bridge } = createHttpBridge({ base, token: 'secret' })
  expect(await bridge.call('status.get', {})).toMatchObject({ ok: false, failure: { code: 'unreachable' } })
})

test('hears events, also one that comes in pieces', async () => {
  const { base } = await serve((_, response) => {
    openEvents(response)
    const text = removed('pst_ä')
    const bytes = Buffer.from(text)
    const middle = bytes.indexOf(0xc3) + 1
    response.write(bytes.subarray(0, middle))
    setImmediate(() => response.write(bytes.subarray(middle)))
  })
  const { bridge } = createHttpBridge({ base, token: 'secret' })
  const event = await new Promise<Event>((resolve) => cleanUps.push(bridge.subscribe(resolve)))
  expect(event).toEqual({ kind: 'post-removed', postId: 'pst_ä' })
})

test('opens the stream again when it breaks, says so meanwhile, and calls for a new look', async () => {
  let streams = 0
  const { base } = await serve((_, response) => {
    openEvents(response)
    streams += 1
    if (streams === 1) response.end()
    else response.write(removed('pst_2'))
  })
  const link = createHttpBridge({ base, token: 'secret' })
  const states: string[] = []
  link.connection.subscribe(({ state }) => states.push(state))
  let resyncs = 0
  link.onResync(() => (resyncs += 1))
  const event = await new Promise<Event>((resolve) => cleanUps.push(link.bridge.subscribe(resolve)))
  expect(event).toMatchObject({ postId: 'pst_2' })
  expect(states).toContain('lost')
  expect(states.at(-1)).toBe('open')
  expect(resyncs).toBe(1)
})

test('finds a core that was gone for a while, at once when told to try', async () => {
  const answer: Handler = (_, response) => void openEvents(response)
  const first = await serve(answer)
  const link = createHttpBridge({ base: first.base, token: 'secret' })
  cleanUps.push(link.bridge.subscribe(() => undefined))
  await first.stop()
  await vi.waitFor(() => expect(link.connection.getState()).toMatchObject({ state: 'lost' }))
  await serve(answer, first.port)
  await vi.waitFor(() => {
    link.retryNow()
    expect(link.connection.getState().state).toBe('open')
  })
})

test('gives up asking when the key is refused', async () => {
  let asked = 0
  const { base } = await serve((_, response) => {
    asked += 1
    response.writeHead(401).end()
  })
  const link = createHttpBridge({ base, token: 'old' })
  cleanUps.push(link.bridge.subscribe(() => undefined))
  await vi.waitFor(() => expect(link.connection.getState()).toEqual({ state: 'refused' }))
  expect(asked).toBe(1)
})

test('hears nothing more after everybody stopped listening', async () => {
  let closed = false
  const { base } = await serve((request, response) => {
    openEvents(response)
    request.socket.on('close', () => (closed = true))
  })
  const { bridge } = createHttpBridge({ base, token: 'secret' })
  const stops = [bridge.subscribe(() => undefined), bridge.subscribe(() => undefined)]
  await new Promise((resolve) => setTimeout(resolve, 50))
  for (const stop of stops) stop()
  await vi.waitFor(() => expect(closed).toBe(true))
})

test('shows a stored file from an address that can be released, and rejects for one that is missing', async () => {
  const { base } = await serve((request, response) => {
    if (request.headers.authorization !== 'Bearer secret') response.writeHead(401).end()
    else if (request.url === '/media/med_1') response.writeHead(200, { 'Content-Type': 'image/png' }).end('bytes')
    else response.writeHead(404).end()
  })
  const { bridge } = createHttpBridge({ base, token: 'secret' })
  const { url, release } = await bridge.mediaUrl('med_1')
  const shown = await fetch(url)
  expect(shown.headers.get('content-type')).toBe('image/png')
  expect(await shown.text()).toBe('bytes')
  release()
  await expect(fetch(url)).rejects.toThrow('fetch failed')
  await expect(bridge.mediaUrl('med_2')).rejects.toThrow('404')
})
