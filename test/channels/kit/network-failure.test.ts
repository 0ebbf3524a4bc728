import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { neverLeft, NotConnected, notReached } from '../../../src-main/channels/kit/network-failure.ts'
import { freePort } from '../../servers/pds.ts'

const thrownBy = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  )

test('a refused connection and a name nobody has end a request before it leaves', async () => {
  const refused = await thrownBy(fetch(`http://127.0.0.1:${await freePort()}/`))
  const unknown = await thrownBy(fetch('http://no-such-name.invalid/'))
  const bothFamilies = await thrownBy(fetch(`http://localhost:${await freePort()}/`))
  expect([refused, unknown, bothFamilies].map(neverLeft)).toEqual([true, true, true])
})

test('a connection that breaks, a deadline and an abort leave it open whether the request arrived', async () => {
  const server = createServer((socket) => socket.on('data', () => socket.destroy())).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const broken = await thrownBy(fetch(`http://127.0.0.1:${port}/`))
  server.close()
  const ended = await thrownBy(fetch('http://127.0.0.1/', { signal: AbortSignal.abort() }))
  expect([broken, ended, new Error('other'), 'text', null].map(neverLeft)).toEqual([false, false, false, false, false])
})

test('tells a computer without network from a server that is away', () => {
  const error = new Error('fetch failed', { cause: new Error('connect ECONNREFUSED') })
  expect(notReached('example.com', { isOnline: () => true }, error)).toMatchObject({
    code: 'unreachable',
    message: 'example.com cannot be reached right now.',
    detail: 'connect ECONNREFUSED',
  })
  expect(notReached('example.com', { isOnline: () => false }, error).code).toBe('offline')
})

test('a connection that was not to be trusted is told apart, was never used, and what helps is said', () => {
  const online = { isOnline: () => true }
  const coded = Object.assign(new Error('certificate has expired'), { code: 'CERT_HAS_EXPIRED' })
  const worded = new Error('unable to verify the first certificate')
  const ended = new Error('Client network socket disconnected before secure TLS connection was established')
  const handshake = Object.assign(new Error('wrong version'), { code: 'ERR_SSL_WRONG_VERSION_NUMBER' })
  expect([coded, worded, ended, new NotConnected(handshake)].map(neverLeft)).toEqual([true, true, true, true])
  // In the middle of a connection it may have come after the request.
  expect(neverLeft(handshake)).toBe(false)
  expect(notReached('one.example', online, coded)).toMatchObject({
    message: 'The certificate of one.example cannot be trusted: it has expired.',
    next: 'Nothing was sent. If the date of this computer is right, whoever runs the server must renew it. Posthorn tries again by itself.',
  })
  expect(notReached('one.example', online, worded).message).toContain('nobody whom this computer trusts has issued it')
  expect(notReached('one.example', online, new NotConnected(handshake), 'Then try again.')).toMatchObject({
    message: 'one.example does not answer over an encrypted connection.',
    next: expect.stringMatching(/Then try again\.$/),
  })
})

test('a name that nobody knows is told from a server that is away', () => {
  const notFound = Object.assign(new Error('getaddrinfo ENOTFOUND one.example'), { code: 'ENOTFOUND' })
  const silent = Object.assign(new Error('getaddrinfo EAI_AGAIN one.example'), { code: 'EAI_AGAIN' })
  const told = (error: Error, isOnline = true) => notReached('one.example', { isOnline: () => isOnline }, error)
  expect(told(notFound)).toMatchObject({
    code: 'unreachable',
    message: 'The name one.example cannot be found.',
    next: 'Check the address, and whether this computer is online. Posthorn tries again by itself.',
  })
  expect(told(silent).message).toBe('The name one.example cannot be looked up right now.')
  expect(told(notFound, false).code).toBe('offline')
})
