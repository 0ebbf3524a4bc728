import { mkdir, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import type { Reply } from '../../src-preload/contract/failure.ts'
import type { Output } from '../../src-preload/contract/methods.ts'
import type { HttpDoor } from '../../src-main/api/open-http.ts'
import { openPosthorn, type Posthorn } from '../../src-main/shell/compose.ts'
import { openDoor } from '../../src-main/shell/open-door.ts'
import { temporaryFolder } from '../shell/temporary-folder.ts'

/** A whole Posthorn on a folder of the test's own, with its door open and a small interface behind it. */
export const openApi = async (): Promise<{
  posthorn: Posthorn
  door: HttpDoor
  interfaceFolder: string
  port: number
}> => {
  const folder = await temporaryFolder()
  const interfaceFolder = join(folder, 'interface')
  await mkdir(join(interfaceFolder, 'assets'), { recursive: true })
  await writeFile(join(interfaceFolder, 'index.html'), '<!doctype html><title>Posthorn</title>')
  await writeFile(join(interfaceFolder, 'assets/index-abc123.js'), 'globalThis.posthorn = true')
  await writeFile(join(folder, 'outside.txt'), 'not to be seen')
  const posthorn = await openPosthorn({
    home: join(folder, 'data'),
    kind: 'serve',
    version: '0.0.0',
    keychain: null,
    notifier: { notify: () => {} },
    network: { isOnline: () => true },
  })
  const door = await openDoor(posthorn, { port: 0, interfaceFolder })
  onTestFinished(async () => {
    await door.close()
    await posthorn.close()
  })
  return { posthorn, door, interfaceFolder, port: Number(new URL(door.url).port) }
}

/** Makes a key as the person does. */
export const makeKey = async ({ app }: Posthorn, kind: 'live' | 'test' = 'live', name = 'Test'): Promise<string> => {
  const reply = (await app.gate('keys.create', { name, kind })) as Reply<Output<'keys.create'>>
  if (!reply.ok) throw new Error(reply.failure.message)
  return reply.value.key
}

/** An open door and a client of `/v1` with a key of its own. */
export const openV1 = async (kind: 'live' | 'test' = 'live') => {
  const opened = await openApi()
  const key = await makeKey(opened.posthorn, kind)
  return {
    ...opened,
    key,
    ask: (verb: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
      send(opened.door, verb, `/v1${path}`, {
        headers: {
          Authorization: `Bearer ${key}`,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
  }
}

export type Answer = { status: number; headers: IncomingHttpHeaders; bytes: Buffer; json(): unknown }

/** Sends exactly what is given: no tidying of the path, no headers but these and the usual Host. */
export const send = async (
  door: HttpDoor,
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Answer> => {
  const { port } = new URL(door.url)
  const answered = Promise.withResolvers<Answer>()
  const request = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
    buffer(response).then(
      (bytes) =>
        answered.resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes,
          json: () => JSON.parse(bytes.toString('utf8')),
        }),
      answered.reject,
    )
  })
  // Node frames no body of its own accord where it expects none, as with DELETE.
  if (body !== undefined && !request.hasHeader('Transfer-Encoding') && !request.hasHeader('Content-Length')) {
    request.setHeader('Content-Length', Buffer.byteLength(body))
  }
  // A refused body may be cut off while it is still being sent; the answer has come by then.
  request.on('error', answered.reject)
  request.end(body)
  return answered.promise
}

/** Calls a method as a client with the token does. */
export const rpc = (
  door: HttpDoor,
  method: string,
  input: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> =>
  send(door, 'POST', `/rpc/${method}`, {
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${door.token}`, ...headers },
    body: typeof input === 'string' ? input : JSON.stringify(input),
  })
