import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { fetchCard } from '../../../src-main/channels/kit/fetch-card.ts'
import { fetchPage } from '../../../src-main/channels/kit/fetch-page.ts'
import { isPublicAddress } from '../../../src-main/channels/kit/public-address.ts'

const signal = new AbortController().signal
const open = { signal, privateAddresses: true }
const careful = { signal, privateAddresses: false }
const page = { maxBytes: 1000, accept: 'text/html' }

const serve = async (answer: RequestListener) => {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}
const html = (body: string | Buffer, type = 'text/html; charset=utf-8'): RequestListener => {
  return (_, response) => void response.setHeader('content-type', type).end(body)
}

test('reads title, description and picture from the head of a page', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/pic') return void response.setHeader('content-type', 'image/png').end('bytes')
    html(`<title>Plain</title><meta property="og:title" content=" One &amp;
      two "><meta property="og:description" content="Text"><meta property="og:image" content="pic">`)(request, response)
  })
  expect(await fetchCard(url, open)).toEqual({ title: 'One & two', description: 'Text', image: Buffer.from('bytes') })
})

test('takes the plain title, or the host, where a page says no more', async () => {
  const titled = await serve(html('<head><title>Plain &lt;title&gt;</title></head><svg><title>no</title></svg>'))
  expect(await fetchCard(titled, open)).toEqual({ title: 'Plain <title>', description: '', image: null })
  expect((await fetchCard(await serve(html('<p>Hello')), open))?.title).toBe('127.0.0.1')
})

test('reads a page in its own charset', async () => {
  const bytes = Buffer.from('<title>Gr\xfc\xdfe</title>', 'latin1')
  expect((await fetchCard(await serve(html(bytes, 'text/html; charset=ISO-8859-1')), open))?.title).toBe('Grüße')
  const inside = Buffer.concat([Buffer.from('<meta charset="windows-1252">'), bytes])
  expect((await fetchCard(await serve(html(inside, 'text/html')), open))?.title).toBe('Grüße')
})

test('has no card of what is no page, or not there', async () => {
  expect(await fetchCard(await serve(html('{}', 'application/json')), open)).toBeNull()
  expect(await fetchCard(await serve((_, response) => void response.writeHead(404).end('<title>x')), open)).toBeNull()
})

test('a picture that cannot be had costs the picture alone', async () => {
  const url = await serve(html('<title>T</title><meta property="og:image" content="http://127.0.0.1:9/x">'))
  expect(await fetchCard(url, open)).toEqual({ title: 'T', description: '', image: null })
})

test('shortens what is too long for a card', async () => {
  const card = await fetchCard(await serve(html(`<title>${'💥'.repeat(500)}</title>`)), open)
  expect(card?.title.length).toBeLessThanOrEqual(300)
  expect(card?.title.isWellFormed()).toBe(true)
})

test('reads no more than it was told to, compressed or not', async () => {
  const endless = await serve((_, response) => {
    const more = () => {
      while (response.write('x'.repeat(10_000)));
    }
    response.on('drain', more)
    more()
  })
  expect((await fetchPage(endless, { ...open, ...page }))?.bytes).toHaveLength(1000)
  const bomb = gzipSync(Buffer.alloc(50_000_000))
  const packed = await serve((_, response) => void response.setHeader('content-encoding', 'gzip').end(bomb))
  expect((await fetchPage(packed, { ...open, ...page }))?.bytes).toHaveLength(1000)
})

test('follows a redirect, and gives up on a circle', async () => {
  const circle = await serve((_, response) => void response.writeHead(302, { location: '/' }).end())
  expect(await fetchPage(circle, { ...open, ...page })).toBeNull()
  const target = await serve(html('here'))
  const moved = await serve((_, response) => void response.writeHead(301, { location: target }).end())
  expect(await fetchPage(moved, { ...open, ...page })).toMatchObject({ url: target, bytes: Buffer.from('here') })
})

test('ends with the work it is for', async () => {
  const silent = await serve(() => {})
  const ending = new AbortController()
  const fetching = fetchPage(silent, { ...open, ...page, signal: ending.signal })
  ending.abort(new Error('over'))
  await expect(fetching).rejects.toThrow('over')
})

test.each([
  'http://127.0.0.1:{port}/',
  'http://localhost:{port}/',
  'http://[::1]:{port}/',
  'http://2130706433:{port}/',
  'http://0x7f.1:{port}/',
  'http://[::ffff:127.0.0.1]:{port}/',
  'http://0.0.0.0:{port}/',
])('asks nothing inside the house: %s', async (form) => {
  let asked = 0
  const url = await serve((_, response) => {
    asked += 1
    response.end('secret')
  })
  await expect(fetchPage(form.replace('{port}', new URL(url).port), { ...careful, ...page })).rejects.toThrow(
    /fetch failed|private address/,
  )
  expect(asked).toBe(0)
})

test.each(['file:///etc/passwd', 'ftp://example.com/', 'data:text/html,x', 'http://user:pw@example.com/'])(
  'does not fetch %s',
  async (url) => {
    await expect(fetchPage(url, { ...open, ...page })).rejects.toThrow(/not fetched/)
  },
)

test('does not follow a redirect to another protocol', async () => {
  const url = await serve((_, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end())
  await expect(fetchPage(url, { ...open, ...page })).rejects.toThrow(/not fetched/)
})

test.each([
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['127.8.8.8', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['fe80::1', false],
  ['fc00::1', false],
  ['::ffff:192.168.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['nonsense', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected)
})
