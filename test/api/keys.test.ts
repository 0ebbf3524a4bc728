import { expect, test } from 'vitest'
import type { Output } from '../../src-preload/contract/methods.ts'
import { HTTP_LIMITS } from '../../src-main/api/limits.ts'
import { makeKey, openApi, openV1, send } from './open-api.ts'

test('asks for a key, known and not revoked, also of what is not there', async () => {
  const { ask, door, posthorn } = await openV1()
  for (const authorization of [
    '',
    'Bearer',
    `Bearer ${door.token}`,
    'Bearer sk_live_',
    `Bearer sk_live_${'A'.repeat(43)}`,
    'Basic c2tfbGl2ZTo=',
  ]) {
    for (const path of ['/posts', '/nowhere', '/keys', '/events', '/media/med_0000000000/content']) {
      const answer = await ask('GET', path, undefined, { Authorization: authorization })
      expect([authorization, path, answer.status]).toEqual([authorization, path, 401])
      expect(answer.headers['www-authenticate']).toBe('Bearer')
      expect(answer.json()).toMatchObject({ error: { code: 'not-authorised' } })
    }
  }
  const key = await makeKey(posthorn, 'live', 'Short-lived')
  const { entries } = (await ask('GET', '/keys')).json() as Output<'keys.list'>
  const mine = { Authorization: `Bearer ${key}` }
  expect((await ask('GET', '/status', undefined, mine)).status).toBe(200)
  await ask('DELETE', `/keys/${entries.find(({ name }) => name === 'Short-lived')?.id}`)
  expect((await ask('GET', '/status', undefined, mine)).status).toBe(401)
})

test('takes the key bare too, as some clients send it', async () => {
  const { ask, key } = await openV1()
  expect((await ask('GET', '/status', undefined, { Authorization: key })).status).toBe(200)
})

test('a key does not open the desk, nor the desk’s token the API', async () => {
  const { door, posthorn } = await openApi()
  const key = await makeKey(posthorn)
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }
  expect((await send(door, 'POST', '/rpc/status.get', { headers, body: '{}' })).status).toBe(401)
  expect((await send(door, 'GET', '/events', { headers })).status).toBe(401)
})

test('a test key opens a sandbox of its own: what is written there is not the person’s, and nothing leaves', async () => {
  const { ask, posthorn } = await openV1('test')
  const { entries } = (await ask('GET', '/accounts')).json() as Output<'accounts.list'>
  expect(entries.length).toBeGreaterThan(0)
  const made = await ask('POST', '/posts', {
    text: 'Only a test',
    targets: [{ accountId: entries[0]?.id }],
    when: { kind: 'in', seconds: 86_400 },
  })
  expect([made.status, made.json()]).toMatchObject([201, { status: 'scheduled' }])
  expect(((await ask('GET', '/posts')).json() as Output<'posts.list'>).entries).toHaveLength(1)
  expect(await posthorn.app.gate('posts.list', {})).toMatchObject({ ok: true, value: { entries: [] } })
  const live = { Authorization: `Bearer ${await makeKey(posthorn)}` }
  expect((await ask('GET', '/posts', undefined, live)).json()).toMatchObject({ entries: [] })
  const keys = await ask('GET', '/keys')
  expect([keys.status, keys.json()]).toMatchObject([401, { error: { code: 'not-authorised' } }])
})

test('in the sandbox every picture is there, grey, and nothing is fetched for it', async () => {
  const { ask } = await openV1('test')
  const answer = await ask('POST', '/media/fetch', { url: 'https://nowhere.invalid/photo.jpg' })
  expect([answer.status, answer.json()]).toMatchObject([
    201,
    { name: 'photo.jpg', mime: 'image/png', width: 1080, height: 1080 },
  ])
})

test('tells how much is left and refuses what is too much, for each key by itself', async () => {
  const { ask, posthorn } = await openV1()
  const { writesPerMinute, requestsPerMinute } = HTTP_LIMITS
  const read = await ask('GET', '/tags')
  expect(read.headers).toMatchObject({
    'ratelimit-limit': String(requestsPerMinute),
    'ratelimit-remaining': String(requestsPerMinute - 1),
  })
  expect(Number(read.headers['ratelimit-reset'])).toBeGreaterThan(0)
  for (let write = 1; write <= writesPerMinute; write += 1) {
    const answer = await ask('POST', '/posts/check', { targets: [] })
    expect([answer.status, answer.headers['ratelimit-remaining']]).toEqual([200, String(writesPerMinute - write)])
  }
  const refused = await ask('POST', '/posts', { text: 'One too many' })
  expect([refused.status, refused.json()]).toMatchObject([429, { error: { code: 'rate-exceeded' } }])
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(refused.headers['x-request-id']).toBeDefined()
  // Reading goes on, and so does another key.
  expect((await ask('GET', '/tags')).status).toBe(200)
  const other = { Authorization: `Bearer ${await makeKey(posthorn)}` }
  expect((await ask('POST', '/posts', { text: 'Another program' }, other)).status).toBe(201)
})
