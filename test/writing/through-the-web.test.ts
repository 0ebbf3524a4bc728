import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { Refusal } from '../../src-main/core/refusal.ts'
import { createSafeWeb } from '../../src-main/shell/safe-web.ts'
import { readAssets } from '../../src-main/writing/assets/read-assets.ts'

const serve = async (answer: RequestListener): Promise<string> => {
  const server = createServer(answer)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const read = (url: string, privateAddresses = true) =>
  readAssets(
    { kind: 'url', url },
    createSafeWeb(() => Promise.resolve(privateAddresses)),
    '2026-11-01T09:00:00.000Z',
  )
const refusal = (reading: Promise<unknown>) =>
  reading.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof Refusal ? error.failure.code : String(error)),
  )

test('a page is read from a server, after its redirects', async () => {
  const url = await serve((incoming, outgoing) => {
    if (incoming.url === '/') outgoing.writeHead(302, { location: '/deep/page' }).end()
    else outgoing.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Here</h1><link rel="canonical" href="me">')
  })
  expect(await read(`${url}/`)).toMatchObject([{ title: 'Here', url: `${url}/deep/me` }])
})

test('redirects without end, pages without end and addresses of the house are refused', async () => {
  const url = await serve((incoming, outgoing) => {
    if (incoming.url === '/round') {
      outgoing.writeHead(302, { location: '/round' }).end()
      return
    }
    outgoing.writeHead(200, { 'content-type': 'text/html' })
    const more = () => void outgoing.write('<p>more</p>'.repeat(10_000), more)
    more()
  })
  expect(await refusal(read(`${url}/round`))).toBe('unreachable')
  expect(await refusal(read(`${url}/endless`))).toBe('media-too-large')
  expect(await refusal(read(`${url}/endless`, false))).toBe('invalid-input')
})
