import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openApi, rpc, send } from './open-api.ts'

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; " +
  "media-src 'self' blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const picture = () =>
  sharp({ create: { width: 4, height: 3, channels: 3, background: 'red' } })
    .png()
    .toBuffer()

test('serves the interface without a token, under a policy that lets nothing foreign run', async () => {
  const { door } = await openApi()
  const page = await send(door, 'GET', '/')
  expect(page.status).toBe(200)
  expect(String(page.bytes)).toContain('<title>Posthorn</title>')
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-cache',
  })
  expect(page.headers['strict-transport-security']).toBeUndefined()
})

test('lets a browser keep what carries its own hash in its name', async () => {
  const { door } = await openApi()
  const script = await send(door, 'GET', '/assets/index-abc123.js')
  expect(script.status).toBe(200)
  expect(script.headers).toMatchObject({
    'content-type': expect.stringContaining('javascript'),
    'cache-control': 'private, max-age=31536000, immutable',
  })
})

test('serves nothing from outside the interface, however the path is written', async () => {
  const { door } = await openApi()
  for (const path of [
    '/../outside.txt',
    '/assets/../../outside.txt',
    '/..%2foutside.txt',
    '/%2e%2e/outside.txt',
    '/%2e%2e%2foutside.txt',
    '/..%5coutside.txt',
    '/..\\outside.txt',
    '/assets/..%2f..%2foutside.txt',
    '/%252e%252e/outside.txt',
    '//outside.txt',
    '/outside.txt',
    '/assets',
    '/%00',
    '/../data/owner.json',
    '/..%2fdata%2fowner.json',
  ]) {
    const answer = await send(door, 'GET', path)
    const seen = answer.status < 400 || /not to be seen|token"/.test(String(answer.bytes))
    expect([path, seen]).toEqual([path, false])
  }
})

test('says how to build the interface where there is none, and finds it once it is there', async () => {
  const { door, interfaceFolder } = await openApi()
  await rm(interfaceFolder, { recursive: true })
  const page = await send(door, 'GET', '/')
  expect(page.status).toBe(503)
  expect(String(page.bytes)).toContain('npm run build')
  expect((await send(door, 'GET', '/assets/index-abc123.js')).status).toBe(404)
  expect((await rpc(door, 'status.get', {})).status).toBe(200)
})

test('gives the bytes of an attached file, of its own type, to be kept for ever', async () => {
  const { door } = await openApi()
  const bytes = await picture()
  const added = await rpc(door, 'media.add', { name: 'red.png', data: bytes.toString('base64') })
  const { value } = added.json() as { value: { id: string } }
  const headers = { Authorization: `Bearer ${door.token}` }
  const answer = await send(door, 'GET', `/media/${value.id}`, { headers })
  expect(answer.status).toBe(200)
  expect(answer.bytes.equals(bytes)).toBe(true)
  expect(answer.headers).toMatchObject({
    'content-type': 'image/png',
    'content-length': String(bytes.length),
    'cache-control': 'private, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
  const head = await send(door, 'HEAD', `/media/${value.id}`, { headers })
  expect(head).toMatchObject({ status: 200, headers: { 'content-length': String(bytes.length) } })
})

test('says so when a file is unknown or gone', async () => {
  const { door, posthorn } = await openApi()
  const headers = { Authorization: `Bearer ${door.token}` }
  for (const id of ['med_0000000000', '..%2f..%2fowner.json', 'x']) {
    const answer = await send(door, 'GET', `/media/${id}`, { headers })
    expect([id, answer.status]).toEqual([id, 404])
    expect(answer.json()).toMatchObject({ ok: false, failure: { code: 'media-missing' } })
  }
  const added = await rpc(door, 'media.add', { name: 'red.png', data: (await picture()).toString('base64') })
  const { value } = added.json() as { value: { id: string } }
  const { path } = (await posthorn.locateMedia(value.id)) ?? { path: '' }
  await rm(path)
  expect((await send(door, 'GET', `/media/${value.id}`, { headers })).status).toBe(404)
  await writeFile(join(posthorn.home, 'note'), 'still writable')
})
