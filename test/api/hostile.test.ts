import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test, vi } from 'vitest'
import type { Output } from '../../src-preload/contract/methods.ts'
import { createDialects } from '../../src-main/api/dialects/index.ts'
import { HOSTILE_TEXTS } from './kit/hostile.ts'
import { openTableDump } from './kit/table-dump.ts'
import { openWideDoor } from './kit/wide-door.ts'
import { makeKey, openV1, send } from './open-api.ts'

vi.setConfig({ testTimeout: 60_000 })

/** A path to write to in every dialect, and whether a refusal there is in Posthorn's own shape. */
const WRITES = [
  '/v1/posts',
  ...createDialects().map(({ basePath }) => `${basePath}/${basePath.includes('wix') ? 'items' : 'posts'}`),
]

const openAll = async () => {
  const opened = await openV1()
  const { door, key, posthorn } = opened
  await opened.ask('POST', '/posts', { text: 'Mine' })
  const tables = openTableDump(posthorn.home)
  return {
    ...opened,
    tables,
    post: (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
      send(door, 'POST', path, {
        headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', ...headers },
        body,
      }),
  }
}

test('JSON of a hundred thousand levels is refused before anyone walks it', async () => {
  const { post, tables } = await openAll()
  const before = tables.rows()
  const levels = 100_000
  const deep = [
    `${'['.repeat(levels)}${']'.repeat(levels)}`,
    `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`,
    `{"text":"x","options":${'{"a":'.repeat(65)}1${'}'.repeat(65)}}`,
    '['.repeat(levels),
  ]
  for (const path of WRITES) {
    for (const body of deep) expect([path, (await post(path, body)).status]).toEqual([path, 400])
  }
  expect(tables.rows()).toBe(before)
})

test('brackets in a text are no levels', async () => {
  const { post } = await openAll()
  const answer = await post('/v1/posts', JSON.stringify({ text: `${'[{"\\"'.repeat(1_000)}\\\\` }))
  expect(answer.status).toBe(201)
})

test('a body over the limit is refused in every dialect, declared or not', async () => {
  const { post, tables } = await openAll()
  const before = tables.rows()
  const body = JSON.stringify({ text: 'x'.repeat(1024 * 1024), content: 'x' })
  for (const path of WRITES) {
    expect([path, (await post(path, body)).status]).toEqual([path, 413])
    expect([path, (await post(path, body, { 'Transfer-Encoding': 'chunked' })).status]).toEqual([path, 413])
  }
  expect(tables.rows()).toBe(before)
})

test('a body of another kind is refused in every dialect', async () => {
  const { post, tables } = await openAll()
  const before = tables.rows()
  for (const path of WRITES) {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
      'application/json-patch+json',
      'text/json',
      '',
    ]) {
      const answer = await post(path, '{"text":"x","content":"x"}', { 'Content-Type': type })
      expect([path, type, answer.status]).toEqual([path, type, 415])
    }
    for (const body of ['{', '{"a":1}}', 'undefined', '\ufeff{}x', Buffer.from([0xff, 0xfe, 0x00, 0x80])]) {
      expect([path, (await post(path, body)).status]).toEqual([path, 400])
    }
  }
  expect(tables.rows()).toBe(before)
})

test('a broken form is refused where files may come', async () => {
  const { post, tables } = await openAll()
  const before = tables.rows()
  for (const [type, body] of [
    ['multipart/form-data; boundary=x', 'no boundary at all'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc',
    ],
    ['multipart/form-data; boundary=', '--\r\n'],
    ['multipart/form-data', '--x--'],
  ] as const) {
    const { status } = await post('/v1/media', body, { 'Content-Type': type })
    expect([type, status]).toEqual([type, status === 415 ? 415 : 400])
  }
  expect(tables.rows()).toBe(before)
})

test('another host, another site and a page of another port are refused in every dialect, with a right key', async () => {
  const { post, door, port, tables, key } = await openAll()
  const before = tables.rows()
  const foreign = [
    { Host: 'evil.example' },
    { Host: `evil.example:${port}` },
    { Host: `127.0.0.1.nip.io:${port}` },
    { Host: `[::1]:${port}` },
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: `http://127.0.0.1:${port + 1}` },
    { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' },
    { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'cors' },
    { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' },
  ]
  for (const headers of foreign) {
    for (const path of WRITES) {
      const answer = await post(path, '{"text":"x"}', headers)
      expect([path, headers, answer.status]).toEqual([path, headers, 403])
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    }
  }
  expect(tables.rows()).toBe(before)
  const read = { Authorization: `Bearer ${key}`, 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }
  expect((await send(door, 'GET', '/v1/posts', { headers: read })).status).toBe(403)
  const own = { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'cors', Origin: `http://127.0.0.1:${port}` }
  expect((await post('/v1/posts', '{"text":"Own page"}', own)).status).toBe(201)
  // A link in a letter leads to the pages, which tell nothing of the person.
  const followed = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }
  expect((await send(door, 'GET', '/v1/docs', { headers: followed })).status).toBe(200)
  expect((await send(door, 'GET', '/v1/posts', { headers: followed })).status).toBe(401)
})

test('tricks with paths reach no file and no other route', async () => {
  const { door, key } = await openAll()
  const headers = { Authorization: `Bearer ${key}` }
  for (const path of [
    '/v1/../rpc/status.get',
    '/v1/%2e%2e/rpc/status.get',
    '/v1/media/..%2f..%2fowner.json/content',
    '/v1/media/%2e%2e%2fposthorn.db/content',
    '/v1/media/med_%00/content',
    '/v1/media//content',
    '/v1//posts',
    '/V1/posts',
    '/v1/posts/',
    '/v1/posts/%',
    '/v1/posts/%ff%fe',
    '/v1/posts/constructor',
    '/v1/posts/__proto__',
  ]) {
    const answer = await send(door, 'GET', path, { headers })
    expect([path, [400, 401, 404].includes(answer.status)]).toEqual([path, true])
    expect(String(answer.bytes)).not.toContain('"token"')
  }
})

test('hostile words are kept and found as they were written, and are nothing but words', async () => {
  const { ask, posthorn } = await openV1()
  const door = await openWideDoor(posthorn)
  const headers = { Authorization: `Bearer ${await makeKey(posthorn)}`, 'Content-Type': 'application/json' }
  for (const words of HOSTILE_TEXTS) {
    const made = await send(door, 'POST', '/v1/posts', { headers, body: JSON.stringify({ text: words }) })
    expect([words.slice(0, 40), made.status]).toEqual([words.slice(0, 40), 201])
    const { id } = made.json() as Output<'posts.save'>
    // Half a character is no text in UTF-8: it becomes the sign that stands for such.
    expect(((await ask('GET', `/posts/${id}`)).json() as Output<'posts.get'>).text).toBe(words.toWellFormed())
    const search = encodeURIComponent(words.slice(0, 400).toWellFormed())
    const found = await ask('GET', `/posts?search=${search}`)
    expect([words.slice(0, 40), found.status]).toEqual([words.slice(0, 40), 200])
  }
})

test('who sends slowly is cut off, before the head is whole and after', async () => {
  const { posthorn } = await openV1()
  const door = await openWideDoor(posthorn, { headMs: 150, requestMs: 300 })
  const key = await makeKey(posthorn)
  const { port, host } = new URL(door.url)
  const trickle = async (start: string) => {
    const socket = connect(Number(port), '127.0.0.1')
    await once(socket, 'connect')
    socket.on('error', () => {})
    socket.write(start)
    const drip = setInterval(() => socket.write('x'), 20)
    const answer = await text(socket).catch(() => '')
    clearInterval(drip)
    return answer
  }
  const head = `POST /v1/posts HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\n`
  expect(await trickle(`${head}X-Slow: `)).toMatch(/^(HTTP\/1\.1 408 |$)/)
  expect(await trickle(`${head}Content-Length: 100000\r\n\r\n{`)).not.toContain('HTTP/1.1 2')
  expect((await fetch(`${door.url}/v1/tags`, { headers: { Authorization: `Bearer ${key}` } })).status).toBe(200)
})

test('what is no HTTP ends its own connection alone', async () => {
  const { door, ask } = await openV1()
  const { port, host } = new URL(door.url)
  for (const bytes of [
    '\u0016\u0003\u0001\u0002',
    'GET\r\n\r\n',
    `GET /v1/posts HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `POST /v1/posts HTTP/1.1\r\nHost: ${host}\r\nContent-Length: -1\r\n\r\n`,
    `GET /v1/posts HTTP/1.1\r\nHost: ${host}\r\nX: ${'y'.repeat(100_000)}\r\n\r\n`,
    `GET /v1/posts HTTP/1.1\r\nHost: a b\r\n\r\n`,
  ]) {
    const socket = connect(Number(port), '127.0.0.1')
    socket.on('error', () => {})
    socket.end(bytes)
    const answer = await text(socket).catch(() => '')
    expect(answer).not.toMatch(/^HTTP\/1\.1 [25]/)
  }
  expect((await ask('GET', '/tags')).status).toBe(200)
})

test('two hundred clients at once are all answered, and each finds what it wrote', async () => {
  const { posthorn } = await openV1()
  const door = await openWideDoor(posthorn)
  const keys = await Promise.all(Array.from({ length: 200 }, (_, number) => makeKey(posthorn, 'live', `${number}`)))
  const client = async (key: string, number: number) => {
    const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }
    const made = await send(door, 'POST', '/v1/posts', { headers, body: JSON.stringify({ text: `Client ${number}` }) })
    const { id } = made.json() as Output<'posts.save'>
    const read = await send(door, 'GET', `/v1/posts/${id}`, { headers })
    const listed = await send(door, 'GET', '/v1/posts?limit=1', { headers })
    return [made.status, read.status, listed.status, (read.json() as Output<'posts.get'>).text]
  }
  const answers = await Promise.all(keys.map(client))
  expect(answers).toEqual(keys.map((_, number) => [201, 200, 200, `Client ${number}`]))
})
