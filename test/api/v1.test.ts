import { createParser } from 'eventsource-parser'
import sharp from 'sharp'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type MethodName, methods } from '../../src-preload/contract/methods.ts'
import type { Output } from '../../src-preload/contract/methods.ts'
import { type Route, routes } from '../../src-main/api/v1/routes.ts'
import { openV1 } from './open-api.ts'

type Post = Output<'posts.save'>

const picture = (background = 'red') =>
  sharp({ create: { width: 4, height: 3, channels: 3, background } })
    .png()
    .toBuffer()

test('a post is written, read, changed, listed, scheduled and deleted by REST', async () => {
  const { ask, posthorn } = await openV1()
  const made = await ask('POST', '/posts', { text: 'First', tags: ['news'] })
  expect(made.status).toBe(201)
  const post = made.json() as Post
  expect(post).toMatchObject({ text: 'First', status: 'draft', tags: ['news'] })

  const read = await ask('GET', `/posts/${post.id}`)
  expect([read.status, read.json()]).toEqual([200, post])

  const { entries } = (await ask('GET', '/accounts')).json() as Output<'accounts.list'>
  const changed = await ask('PATCH', `/posts/${post.id}`, {
    text: 'Second',
    targets: [{ accountId: entries[0]?.id }],
  })
  expect([changed.status, changed.json()]).toMatchObject([200, { id: post.id, text: 'Second', tags: ['news'] }])

  const scheduled = await ask('POST', `/posts/${post.id}/schedule`, { when: { kind: 'in', seconds: 86_400 } })
  expect([scheduled.status, scheduled.json()]).toMatchObject([200, { status: 'scheduled' }])
  const items = (await ask('GET', '/items?states=scheduled&states=waiting&limit=1')).json() as Output<'items.list'>
  expect(items.entries).toMatchObject([{ postId: post.id, state: 'scheduled' }])
  const cancelled = await ask('POST', `/items/${items.entries[0]?.id}/cancel`)
  expect([cancelled.status, cancelled.json()]).toMatchObject([200, { state: 'cancelled' }])

  expect((await ask('DELETE', `/posts/${post.id}`)).json()).toEqual({ done: true })
  expect((await ask('GET', '/posts')).json()).toEqual({ entries: [], cursor: null })
  expect((await ask('POST', `/posts/${post.id}/restore`)).status).toBe(200)
  // The window sees what programs do: there is one Posthorn.
  expect(await posthorn.app.gate('posts.get', { postId: post.id })).toMatchObject({
    ok: true,
    value: { text: 'Second' },
  })
})

test('query parameters become what the schema asks for, and what cannot be read as that is refused', async () => {
  const { ask } = await openV1()
  for (const text of ['a', 'b', 'c']) await ask('POST', '/posts', { text, tags: [text, 'all'] })
  const page = (await ask('GET', '/posts?limit=2&unscheduled=true&order=made')).json() as Output<'posts.list'>
  expect(page.entries.map(({ text }) => text)).toEqual(['c', 'b'])
  const next = await ask('GET', `/posts?limit=2&order=made&unscheduled=true&cursor=${page.cursor}`)
  expect(next.json()).toMatchObject({ entries: [{ text: 'a' }], cursor: null })
  const tagged = (await ask('GET', '/posts?tags=all&tags=b')).json() as Output<'posts.list'>
  expect(tagged.entries.map(({ text }) => text)).toEqual(['b'])
  for (const [query, field] of [
    ['limit=201', 'limit'],
    ['limit=0', 'limit'],
    ['limit=1e2', 'limit'],
    ['limit=', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['unscheduled=yes', 'unscheduled'],
    ['order=sideways', 'order'],
    ['from=yesterday', 'from'],
    ['statuses=lost', 'statuses.0'],
  ] as const) {
    const answer = await ask('GET', `/posts?${query}`)
    expect([query, answer.status, answer.json()]).toMatchObject([
      query,
      400,
      { error: { code: 'invalid-input', field } },
    ])
  }
})

test('what is not known is refused and never passed over, wherever it stands', async () => {
  const { ask } = await openV1()
  const { id } = (await ask('POST', '/posts', { text: 'x' })).json() as Post
  for (const [verb, path, body] of [
    ['GET', '/posts?colour=red', undefined],
    ['GET', '/posts?__proto__=x', undefined],
    ['GET', '/posts?Limit=5', undefined],
    ['GET', `/posts/${id}?postId=${id}`, undefined],
    ['GET', '/status?x=', undefined],
    ['POST', '/posts?text=x', {}],
    ['POST', '/posts', { text: 'x', colour: 'red' }],
    ['POST', '/posts', { text: 'x', postId: id }],
    ['POST', '/posts', { text: 'x', once: 'mine' }],
    ['PATCH', `/posts/${id}`, { postId: id, text: 'y' }],
    ['PATCH', `/posts/${id}`, { once: 'mine', text: 'y' }],
    ['DELETE', `/posts/${id}`, { really: true }],
    ['DELETE', `/posts/${id}?force=true`, undefined],
  ] as const) {
    const answer = await ask(verb, path, body)
    expect([verb, path, answer.status]).toEqual([verb, path, 400])
    expect(answer.json()).toMatchObject({ error: { code: 'invalid-input' } })
  }
  expect((await ask('GET', `/posts/${id}`)).json()).toMatchObject({ text: 'x', deletedAt: null })
})

test('a body that is no object is refused', async () => {
  const { ask } = await openV1()
  for (const body of ['[]', '"text"', '7', 'null', 'true']) {
    const answer = await ask('POST', '/posts', body)
    expect([body, answer.status]).toEqual([body, 400])
  }
})

test('every failure has its status, its words and the id of its request', async () => {
  const { ask } = await openV1()
  const missing = await ask('GET', '/posts/pst_0000000000', undefined, { 'X-Request-Id': 'my-own-1' })
  expect(missing.status).toBe(404)
  expect(missing.headers['x-request-id']).toBe('my-own-1')
  expect(missing.json()).toMatchObject({ error: { code: 'not-found' }, requestId: 'my-own-1' })
  const nowhere = await ask('GET', '/nowhere')
  expect([nowhere.status, nowhere.json()]).toMatchObject([
    404,
    { error: { code: 'not-found' }, requestId: nowhere.headers['x-request-id'] },
  ])
  expect(nowhere.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/)
  const wrongVerb = await ask('PUT', '/posts', {})
  expect(wrongVerb.status).toBe(404)
})

test('a file comes in as base64 or as a form, and goes out as it was', async () => {
  const { ask, door, key } = await openV1()
  const bytes = await picture()
  const asJson = await ask('POST', '/media', { name: 'red.png', data: bytes.toString('base64') })
  expect([asJson.status, asJson.json()]).toMatchObject([
    201,
    { name: 'red.png', mime: 'image/png', width: 4, height: 3 },
  ])
  const { id } = asJson.json() as Output<'media.add'>
  const content = await ask('GET', `/media/${id}/content`)
  expect(content.headers['content-type']).toBe('image/png')
  expect(content.bytes.equals(bytes)).toBe(true)

  const upload = async (...files: [string, string | Blob][]) => {
    const form = new FormData()
    for (const [name, file] of files) form.append(name, file)
    return fetch(`${door.url}/v1/media`, { method: 'POST', headers: { Authorization: `Bearer ${key}` }, body: form })
  }
  const blue = new File([new Uint8Array(await picture('blue'))], 'blue.png')
  const asForm = await upload(['file', blue])
  expect([asForm.status, await asForm.json()]).toMatchObject([201, { name: 'blue.png', width: 4 }])
  expect((await upload(['file', 'text'])).status).toBe(400)
  expect((await upload(['picture', blue])).status).toBe(400)
  expect((await upload(['file', blue], ['file', blue])).status).toBe(400)
  expect((await upload(['file', blue], ['alt', 'Blue'])).status).toBe(400)
})

test('the same idempotency key gets the first answer again, byte for byte, also after a change', async () => {
  const { ask } = await openV1()
  const send = (body: unknown, key = 'order-1') => ask('POST', '/posts', body, { 'Idempotency-Key': key })
  const first = await send({ text: 'Once', tags: ['a'] })
  const { id } = first.json() as Post
  await ask('PATCH', `/posts/${id}`, { text: 'Changed' })
  const again = await send({ tags: ['a'], text: 'Once' })
  expect([again.status, String(again.bytes)]).toEqual([201, String(first.bytes)])
  const other = await send({ text: 'Twice' })
  expect([other.status, other.json()]).toMatchObject([409, { error: { code: 'once-conflict' } }])
  expect((await send({ text: 'Twice' }, 'order-2')).status).toBe(201)
  expect((await send({ text: 'x' }, 'k'.repeat(201))).status).toBe(400)
  const { entries } = (await ask('GET', '/posts')).json() as Output<'posts.list'>
  expect(entries).toHaveLength(2)
})

test('twins that come at once make one post and get the same answer', async () => {
  const { ask } = await openV1()
  const twins = await Promise.all(
    Array.from({ length: 20 }, () => ask('POST', '/posts', { text: 'Twin' }, { 'Idempotency-Key': 'twin' })),
  )
  expect(twins.map(({ status }) => status)).toEqual(twins.map(() => 201))
  expect(new Set(twins.map(({ bytes }) => String(bytes))).size).toBe(1)
  expect(((await ask('GET', '/posts')).json() as Output<'posts.list'>).entries).toHaveLength(1)
})

test('one program’s idempotency key is not another’s', async () => {
  const { ask, posthorn } = await openV1()
  const { makeKey } = await import('./open-api.ts')
  const other = await makeKey(posthorn)
  const mine = await ask('POST', '/posts', { text: 'Mine' }, { 'Idempotency-Key': 'k' })
  const theirs = await ask(
    'POST',
    '/posts',
    { text: 'Theirs' },
    { 'Idempotency-Key': 'k', Authorization: `Bearer ${other}` },
  )
  expect([mine.status, theirs.status]).toEqual([201, 201])
})

test('events are told as they happen', async () => {
  const { ask, door, key } = await openV1()
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const response = await fetch(`${door.url}/v1/events`, {
    headers: { Authorization: `Bearer ${key}` },
    signal: stop.signal,
  })
  const events: { kind: string }[] = []
  const parser = createParser({ onEvent: ({ data }) => void events.push(JSON.parse(data) as { kind: string }) })
  void (async () => {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) parser.feed(chunk)
  })().catch(() => {})
  await ask('POST', '/posts', { text: 'Told' })
  await vi.waitFor(() => expect(events).toContainEqual(expect.objectContaining({ kind: 'post-changed' })))
})

test('every method of the contract has its way, and no two ways are the same', () => {
  const ways = (Object.keys(methods) as MethodName[]).flatMap((method) =>
    (routes[method] as readonly Route[]).map(({ verb, path }) => `${verb} ${path.replaceAll(/\{\w+\}/g, '{}')}`),
  )
  expect(new Set(ways).size).toBe(ways.length)
})
