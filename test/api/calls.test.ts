import { expect, test } from 'vitest'
import { openApi, rpc, send } from './open-api.ts'

test('answers a call with what the method gives', async () => {
  const { door } = await openApi()
  const answer = await rpc(door, 'accounts.list', {})
  expect(answer.status).toBe(200)
  expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  expect(answer.json()).toMatchObject({ ok: true, value: { entries: [{ channel: 'folder', name: 'My posts' }] } })
})

test('answers to both names of this machine', async () => {
  const { door, port } = await openApi()
  for (const name of ['127.0.0.1', 'localhost']) {
    const own = { Host: `${name}:${port}`, Origin: `http://${name}:${port}` }
    expect((await rpc(door, 'status.get', {}, own)).status).toBe(200)
  }
})

test('refuses a call without the token, with another, or with a piece of it', async () => {
  const { door } = await openApi()
  const headers = { 'Content-Type': 'application/json' }
  const without = await send(door, 'POST', '/rpc/status.get', { headers, body: '{}' })
  expect(without.status).toBe(401)
  expect(without.headers['www-authenticate']).toBe('Bearer')
  expect(without.json()).toMatchObject({
    ok: false,
    failure: { code: 'not-authorised', message: 'The request carries no token.' },
  })
  for (const authorization of [
    'Bearer wrong',
    `Bearer ${door.token.slice(0, -1)}`,
    `Bearer ${door.token}x`,
    `Basic ${door.token}`,
    'Bearer',
    door.token,
  ]) {
    const answer = await rpc(door, 'status.get', {}, { Authorization: authorization })
    expect([authorization, answer.status]).toEqual([authorization, 401])
    expect(answer.json()).toMatchObject({ ok: false, failure: { code: 'not-authorised' } })
  }
})

test('asks for the token on events and media too, also in what follows the path', async () => {
  const { door } = await openApi()
  for (const path of ['/events', '/media/med_0000000000', '/events?token=x', '/rpc/', '/media/']) {
    expect([path, (await send(door, 'GET', path)).status]).toEqual([path, 401])
  }
})

test('refuses a foreign Host, even with the token: that is how a web page reaches local servers', async () => {
  const { door, port } = await openApi()
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1',
    '127.0.0.1:1',
    `127.0.0.1.evil.example:${port}`,
    `0.0.0.0:${port}`,
  ]) {
    const answer = await rpc(door, 'status.get', {}, { Host: host })
    expect([host, answer.status]).toEqual([host, 403])
    expect(answer.json()).toMatchObject({ ok: false, failure: { code: 'not-authorised' } })
    expect([host, (await send(door, 'GET', '/', { headers: { Host: host } })).status]).toEqual([host, 403])
  }
})

test('refuses a foreign Origin, even with the token', async () => {
  const { door, port } = await openApi()
  for (const origin of [
    'https://evil.example',
    'null',
    `https://127.0.0.1:${port}`,
    `http://localhost:${port}`,
    'http://127.0.0.1',
    `http://127.0.0.1:${port}.evil.example`,
  ]) {
    const answer = await rpc(door, 'status.get', {}, { Origin: origin })
    expect([origin, answer.status]).toEqual([origin, 403])
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  }
})

test('refuses a body that is not declared as JSON, as a form of a foreign page would send it', async () => {
  const { door } = await openApi()
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', '']) {
    const answer = await rpc(door, 'status.get', {}, { 'Content-Type': type })
    expect([type, answer.status]).toEqual([type, 415])
    expect(answer.json()).toMatchObject({ failure: { code: 'invalid-input' } })
  }
  expect((await rpc(door, 'status.get', {}, { 'Content-Type': 'application/json; charset=utf-8' })).status).toBe(200)
})

test('refuses what is no JSON', async () => {
  const { door } = await openApi()
  for (const body of ['{', '{"a":1}}', 'undefined']) {
    const answer = await rpc(door, 'status.get', body)
    expect([body, answer.status]).toEqual([body, 400])
    expect(answer.json()).toMatchObject({ ok: false, failure: { code: 'invalid-input' } })
  }
})

test('refuses a method that is not there, whatever it is called', async () => {
  const { door } = await openApi()
  for (const method of ['posts.explode', 'constructor', '__proto__', 'toString', 'posts%2Esave%00']) {
    const answer = await rpc(door, method, {})
    expect([method, answer.status]).toEqual([method, 404])
    expect(answer.json()).toMatchObject({ ok: false, failure: { code: 'unknown-method' } })
  }
  expect((await rpc(door, 'a/b', {})).json()).toMatchObject({ failure: { code: 'not-found' } })
})

test('refuses input of another shape and names the field', async () => {
  const { door } = await openApi()
  const answer = await rpc(door, 'posts.save', { text: 42 })
  expect(answer.status).toBe(400)
  expect(answer.json()).toMatchObject({ ok: false, failure: { code: 'invalid-input', field: 'text' } })
  for (const input of [[], 'text', 7, { text: '', surprise: true }]) {
    expect((await rpc(door, 'posts.save', JSON.stringify(input))).status).toBe(400)
  }
})

test('refuses a call of more than 1 MB, declared or not', async () => {
  const { door } = await openApi()
  const body = JSON.stringify({ text: 'x'.repeat(1024 * 1024) })
  const declared = await rpc(door, 'posts.save', body)
  expect(declared.status).toBe(413)
  expect(declared.json()).toMatchObject({ ok: false, failure: { code: 'invalid-input' } })
  const streamed = await rpc(door, 'posts.save', body, { 'Transfer-Encoding': 'chunked' })
  expect(streamed.status).toBe(413)
})

test('takes a body that comes in pieces', async () => {
  const { door } = await openApi()
  const answer = await rpc(door, 'posts.save', { text: 'In pieces' }, { 'Transfer-Encoding': 'chunked' })
  expect([answer.status, answer.json()]).toMatchObject([200, { ok: true, value: { text: 'In pieces' } }])
})

test('takes a file of many megabytes, and refuses one of more than 100', async () => {
  const { door } = await openApi()
  const data = Buffer.alloc(8 * 1024 * 1024).toString('base64')
  const answer = await rpc(door, 'media.add', { name: 'zeros.png', data })
  // It came through; that it is no picture is another matter.
  expect(answer.json()).toMatchObject({ ok: false, failure: { code: 'media-unsupported' } })
  const huge = await rpc(door, 'media.add', '', { 'Content-Length': String(160 * 1024 * 1024) })
  expect(huge.status).toBe(413)
  expect(huge.json()).toMatchObject({ failure: { code: 'media-too-large' } })
})

test('tells apart by status what a client can act on', async () => {
  const { door } = await openApi()
  const missing = await rpc(door, 'posts.get', { postId: 'pst_0000000000' })
  expect(missing.status).toBe(404)
  const post = (await rpc(door, 'posts.save', { text: 'x', targets: [] })).json() as { value: { id: string } }
  const nowhere = await rpc(door, 'posts.schedule', { postId: post.value.id, when: { kind: 'now' } })
  expect(nowhere.status).toBe(422)
  expect(nowhere.json()).toMatchObject({ ok: false, failure: { code: 'no-account' } })
})

test('takes no other verb', async () => {
  const { door } = await openApi()
  const headers = { Authorization: `Bearer ${door.token}`, 'Content-Type': 'application/json' }
  for (const verb of ['GET', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    const answer = await send(door, verb, '/rpc/status.get', { headers })
    expect([verb, answer.status]).toEqual([verb, 404])
    expect(answer.headers['access-control-allow-methods']).toBeUndefined()
  }
})
