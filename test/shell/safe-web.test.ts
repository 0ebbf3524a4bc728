import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createSafeWeb } from '../../src-main/shell/safe-web.ts'

const LIMITS = { maxBytes: 1_000, accept: '*/*', timeoutMs: 2_000 }

/** A server of the own network: a small file, a large one, a way to the small one, and nothing else. */
const openServer = async (): Promise<{ url: string; asked: string[] }> => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/small') response.writeHead(200, { 'Content-Type': 'Text/Plain; charset=utf-8' }).end('small')
    else if (request.url === '/fits') response.end('x'.repeat(LIMITS.maxBytes))
    else if (request.url === '/large') response.end('x'.repeat(LIMITS.maxBytes + 1))
    else if (request.url === '/way') response.writeHead(302, { Location: '/small' }).end()
    else if (request.url !== '/silent') response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

const allowed = createSafeWeb(() => Promise.resolve(true))
const careful = createSafeWeb(() => Promise.resolve(false))

const refusal = (reading: Promise<unknown>) =>
  reading.then(
    () => 'no failure',
    (error: { failure?: { code: string } }) => error.failure?.code,
  )

test('reads what stands at an address, after its redirects, up to the limit', async () => {
  const { url } = await openServer()
  const found = await allowed.get(`${url}/way`, LIMITS)
  expect({ ...found, bytes: String(found.bytes) }).toEqual({ url: `${url}/small`, mime: 'text/plain', bytes: 'small' })
  expect((await allowed.get(`${url}/fits`, LIMITS)).bytes).toHaveLength(LIMITS.maxBytes)
  expect(await refusal(allowed.get(`${url}/large`, LIMITS))).toBe('media-too-large')
})

test('says so when there is nothing, or no answer in time', async () => {
  const { url } = await openServer()
  expect(await refusal(allowed.get(`${url}/nothing`, LIMITS))).toBe('unreachable')
  expect(await refusal(allowed.get(`${url}/silent`, { ...LIMITS, timeoutMs: 100 }))).toBe('unreachable')
  expect(await refusal(allowed.get('http://127.0.0.1:1/', LIMITS))).toBe('unreachable')
})

test('asks nothing of the own network unless the person allows it, whatever it is called', async () => {
  const { url, asked } = await openServer()
  const { port } = new URL(url)
  for (const host of [
    '127.0.0.1',
    'localhost',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0.0.0.0',
    '2130706433',
    '0x7f.1',
    '10.0.0.1',
  ]) {
    const code = await refusal(careful.get(`http://${host}:${port}/small`, LIMITS))
    expect([host, code]).toEqual([host, 'invalid-input'])
  }
  expect(asked).toEqual([])
})

test('asks for web addresses alone', async () => {
  for (const url of ['file:///etc/passwd', 'ftp://127.0.0.1/', 'data:text/plain,x', 'http://me:secret@127.0.0.1/']) {
    expect([url, await refusal(allowed.get(url, LIMITS))]).toEqual([url, 'invalid-input'])
  }
})
