import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { neverLeft, notReached } from '../../../src-main/channels/kit/network-failure.ts'
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
