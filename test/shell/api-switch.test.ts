import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { Reply } from '../../src-preload/contract/failure.ts'
import type { Input, MethodName, Output } from '../../src-preload/contract/methods.ts'
import { type ApiSwitch, createApiSwitch } from '../../src-main/shell/api-switch.ts'
import { openPosthorn, type Posthorn } from '../../src-main/shell/compose.ts'
import { openProgramsDoor } from '../../src-main/shell/open-door.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Posthorn as the desktop app has it: with an HTTP API that the settings switch. */
const openSwitched = async (): Promise<{ posthorn: Posthorn; http: ApiSwitch }> => {
  const http = createApiSwitch((port) => openProgramsDoor(posthorn, port))
  const posthorn = await openPosthorn({
    home: await temporaryFolder(),
    kind: 'desktop',
    version: '1.2.3',
    keychain: null,
    notifier: { notify: () => {} },
    network: { isOnline: () => true },
    http,
  })
  onTestFinished(async () => {
    await http.close()
    await posthorn.close()
  })
  return { posthorn, http }
}

const ask = async <M extends MethodName>({ app }: Posthorn, method: M, input: Input<M>): Promise<Reply<Output<M>>> =>
  (await app.gate(method, input)) as Reply<Output<M>>

const call = async <M extends MethodName>(posthorn: Posthorn, method: M, input: Input<M>): Promise<Output<M>> => {
  const reply = await ask(posthorn, method, input)
  if (!reply.ok) throw new Error(reply.failure.message)
  return reply.value
}

/** Another program on a port. */
const takePort = async (): Promise<{ port: number; server: Server }> => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return { port: (server.address() as AddressInfo).port, server }
}

const freePort = async (): Promise<number> => {
  const { port, server } = await takePort()
  server.close()
  await once(server, 'close')
  return port
}

test('the API is shut until the settings open it, and then lets in a key and nothing else', async () => {
  const { posthorn } = await openSwitched()
  expect((await call(posthorn, 'status.get', {})).http).toEqual({ url: null, failure: null })
  await call(posthorn, 'settings.update', { http: { enabled: true, port: 0 } })
  const { url } = (await call(posthorn, 'status.get', {})).http
  const { key } = await call(posthorn, 'keys.create', { name: 'Script' })
  const answer = await fetch(`${url}/v1/status`, { headers: { Authorization: `Bearer ${key}` } })
  expect([answer.status, await answer.json()]).toMatchObject([200, { owner: 'desktop', http: { url } }])
  for (const path of ['/', '/rpc/status.get', '/events', '/media/med_0000000000']) {
    expect([path, (await fetch(`${url}${path}`)).status]).toEqual([path, 404])
  }
  await call(posthorn, 'settings.update', { http: { enabled: false, port: 0 } })
  await expect(fetch(`${url}/v1/status`)).rejects.toThrow('fetch failed')
  expect((await call(posthorn, 'status.get', {})).http).toEqual({ url: null, failure: null })
})

test('the API moves to another port while it runs', async () => {
  const { posthorn } = await openSwitched()
  const [first, second] = [await freePort(), await freePort()]
  await call(posthorn, 'settings.update', { http: { enabled: true, port: first } })
  expect((await call(posthorn, 'status.get', {})).http.url).toBe(`http://127.0.0.1:${first}`)
  await call(posthorn, 'settings.update', { http: { enabled: true, port: second } })
  expect((await fetch(`http://127.0.0.1:${second}/v1/openapi.json`)).status).toBe(200)
  await expect(fetch(`http://127.0.0.1:${first}/v1/openapi.json`)).rejects.toThrow('fetch failed')
})

test('a port that is taken is refused with the reason, and everything stays as it was', async () => {
  const { posthorn } = await openSwitched()
  const { port } = await takePort()
  await call(posthorn, 'settings.update', { http: { enabled: true, port: 0 } })
  const before = (await call(posthorn, 'status.get', {})).http
  expect(await ask(posthorn, 'settings.update', { http: { enabled: true, port }, appearance: 'dark' })).toMatchObject({
    ok: false,
    failure: { code: 'invalid-input', message: `Port ${port} is in use by another program.` },
  })
  expect((await call(posthorn, 'status.get', {})).http).toEqual(before)
  expect(await call(posthorn, 'settings.get', {})).toMatchObject({
    http: { enabled: true, port: 0 },
    appearance: 'system',
  })
  expect((await fetch(`${before.url}/v1/openapi.json`)).status).toBe(200)
})

test('a port that is taken when the app starts is told by the status, until it is switched off or opens', async () => {
  const { posthorn, http } = await openSwitched()
  const { port, server } = await takePort()
  await http.begin({ enabled: true, port })
  const { http: state } = await call(posthorn, 'status.get', {})
  expect(state).toMatchObject({ url: null, failure: { code: 'invalid-input' } })
  expect(state.failure?.message).toBe(`Port ${port} is in use by another program.`)
  server.close()
  await once(server, 'close')
  await call(posthorn, 'settings.update', { http: { enabled: true, port } })
  expect((await call(posthorn, 'status.get', {})).http).toEqual({ url: `http://127.0.0.1:${port}`, failure: null })
})

test('a program may switch off the door it came in by, and gets its answer', async () => {
  const { posthorn } = await openSwitched()
  await call(posthorn, 'settings.update', { http: { enabled: true, port: 0 } })
  const { url } = (await call(posthorn, 'status.get', {})).http
  const { key } = await call(posthorn, 'keys.create', { name: 'Script' })
  const answer = await fetch(`${url}/v1/settings`, {
    method: 'PATCH',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ http: { enabled: false, port: 4747 } }),
  })
  expect([answer.status, await answer.json()]).toMatchObject([200, { http: { enabled: false } }])
  expect((await call(posthorn, 'status.get', {})).http.url).toBeNull()
})

test('turns that come at once are made one after the other, and the last one holds', async () => {
  const { posthorn } = await openSwitched()
  await Promise.all(
    [true, false, true, false, true].map((enabled) =>
      call(posthorn, 'settings.update', { http: { enabled, port: 0 } }),
    ),
  )
  const { url } = (await call(posthorn, 'status.get', {})).http
  expect((await fetch(`${url}/v1/openapi.json`)).status).toBe(200)
})
