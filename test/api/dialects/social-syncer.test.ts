import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { ahead, type Answer, openServe, type Serve, speaker, type Speak } from './serve.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let serve: Serve
let speak: Speak

beforeAll(async () => {
  serve = await openServe()
})
afterAll(() => serve.close())
beforeEach(async () => {
  speak = speaker(serve, '/socialsyncer/v1', await serve.key())
})

const TWITTER = { platform: 'twitter', accountId: 'tw_456' }
const THREADS = { platform: 'threads', accountId: 'th_103' }
const picture = (name: string) => ({ type: 'image', url: `https://cdn.example.com/${name}.jpg` })

const create = (body: object, headers?: Record<string, string>) =>
  speak('POST', '/posts', { body, ...(headers && { headers }) })
const idOf = ({ body }: Answer) => String(body['id'])
const targetsOf = ({ body }: Answer) => body['platforms'] as Record<string, unknown>[]
const postsOf = ({ body }: Answer) => body['posts'] as { id: string; status: string }[]

test('keeps a draft without any target, and needs targets for anything else', async () => {
  expect(await create({ content: 'An idea', isDraft: true })).toMatchObject({
    status: 201,
    body: { status: 'draft', platforms: [], scheduledFor: null },
  })
  expect(await create({ content: 'To whom?', publishNow: true })).toMatchObject({
    status: 400,
    body: { code: 'missing_required_field', param: 'platforms', error: 'Platforms required for non-draft posts' },
  })
})

test('puts a draft before publishing now, and that before a time', async () => {
  const all = { content: 'Which?', platforms: [TWITTER], scheduledFor: ahead(24) }
  expect((await create({ ...all, isDraft: true, publishNow: true })).body['status']).toBe('draft')
  expect(await create({ ...all, publishNow: true })).toMatchObject({
    body: { status: 'published', scheduledFor: null },
  })
  expect(await create(all)).toMatchObject({ body: { status: 'scheduled', scheduledFor: all.scheduledFor } })
})

test('needs no content where every target has its own', async () => {
  const own = { ...TWITTER, customContent: 'Only here' }
  expect(await create({ platforms: [own], isDraft: true })).toMatchObject({
    status: 201,
    body: { platforms: [{ platform: 'twitter', customContent: 'Only here' }] },
  })
  expect(await create({ platforms: [own, THREADS], isDraft: true })).toMatchObject({
    status: 400,
    body: { code: 'missing_required_field', param: 'content' },
  })
  const media = { platforms: [{ ...TWITTER, customMedia: [picture('own')] }], isDraft: true }
  expect((await create(media)).status).toBe(201)
})

test('takes a date without an offset in the time zone, and one with an offset as that instant', async () => {
  const year = new Date().getUTCFullYear() + 1
  const at = async (scheduledFor: string, timezone?: string) =>
    (await create({ content: 'When', platforms: [TWITTER], scheduledFor, ...(timezone && { timezone }) })).body
  expect(await at(`${year}-07-01T14:00:00`, 'America/New_York')).toMatchObject({
    scheduledFor: `${year}-07-01T18:00:00.000Z`,
    timezone: 'America/New_York',
  })
  expect(await at(`${year}-07-01T14:00:00+02:00`, 'America/New_York')).toMatchObject({
    scheduledFor: `${year}-07-01T12:00:00.000Z`,
  })
  expect(await at(`${year}-07-01T14:00:00`)).toMatchObject({
    scheduledFor: `${year}-07-01T14:00:00.000Z`,
    timezone: 'UTC',
  })
})

test('refuses the past, an unknown zone and what is no date, and keeps nothing of it', async () => {
  const before = postsOf(await speak('GET', '/posts')).length
  const body = (change: object) => ({ content: 'Never', platforms: [TWITTER], scheduledFor: ahead(1), ...change })
  const refusals = [
    [{ scheduledFor: '2020-01-01T00:00:00Z' }, 'scheduledFor'],
    [{ scheduledFor: 'tomorrow' }, 'scheduledFor'],
    [{ timezone: 'Mars/Olympus' }, 'timezone'],
  ] as const
  for (const [change, param] of refusals) {
    expect(await create(body(change))).toMatchObject({
      status: 400,
      body: { type: 'invalid_request_error', code: 'invalid_field_value', param },
    })
  }
  expect(postsOf(await speak('GET', '/posts'))).toHaveLength(before)
})

test('names what is unknown, malformed or of the wrong platform', async () => {
  const refused = async (body: object, code: string, param: string) =>
    expect(await create(body)).toMatchObject({ status: 400, body: { code, param, type: 'invalid_request_error' } })
  await refused({ content: 'x', platforms: [TWITTER], colour: 'red' }, 'unknown_field', 'colour')
  await refused({ content: 7, platforms: [TWITTER] }, 'invalid_field_value', 'content')
  await refused(
    { content: 'x', platforms: [{ platform: 'twitter' }] },
    'missing_required_field',
    'platforms.0.accountId',
  )
  await refused(
    { content: 'x', platforms: [{ platform: 'instagram', accountId: 'tw_456' }] },
    'invalid_field_value',
    'platforms.0.platform',
  )
  expect(await create({ content: 'x', platforms: [{ platform: 'twitter', accountId: 'tw_0' }] })).toMatchObject({
    status: 404,
    body: { code: 'not_found', param: 'platforms' },
  })
  expect(await create({ content: 'x', isDraft: true, mediaItems: [{ ...picture('p'), type: 'video' }] })).toMatchObject(
    {
      status: 422,
      body: { code: 'invalid_field_value', param: 'mediaItems' },
    },
  )
})

test('merges settings of the root into the targets of their platform, where the target wins', async () => {
  const tiktok = (settings: object, data?: object) =>
    create({
      content: 'A photo',
      mediaItems: [picture('tiktok')],
      platforms: [{ platform: 'tiktok', accountId: 'tt_105', ...(data && { platformSpecificData: data }) }],
      publishNow: true,
      tiktokSettings: settings,
      facebookSettings: { sandbox: 'reject' },
    })
  expect((await tiktok({ sandbox: 'reject' })).body['status']).toBe('failed')
  expect((await tiktok({}, { sandbox: 'reject' })).body['status']).toBe('failed')
  // Settings of another platform are not its business, and its own data wins over the root's.
  expect((await tiktok({ privacy_level: 'SELF_ONLY' })).body['status']).toBe('published')
  expect((await tiktok({ sandbox: 'reject' }, { sandbox: 'slow' })).body['status']).toBe('published')
})

test('answers partial with each target’s own status, and retries the failed one alone', async () => {
  const made = await create({
    content: 'Half of it',
    platforms: [TWITTER, { ...THREADS, platformSpecificData: { sandbox: 'reject' } }],
    publishNow: true,
  })
  expect(made).toMatchObject({ status: 201, body: { status: 'partial' } })
  const [twitter, threads] = targetsOf(made)
  expect(threads).toMatchObject({ platform: 'threads', status: 'failed', error: expect.stringContaining('refused') })
  expect(threads).not.toHaveProperty('platformPostId')
  const listed = postsOf(await speak('GET', '/posts?status=partial'))
  expect(listed.map(({ id }) => id)).toContain(idOf(made))

  const retried = await speak('POST', `/posts/${idOf(made)}/retry`)
  expect(retried).toMatchObject({ status: 200, body: { status: 'published' } })
  expect(targetsOf(retried)[0]).toEqual(twitter)
  expect(await speak('POST', `/posts/${idOf(made)}/retry`)).toMatchObject({
    status: 409,
    body: { error: 'This post has no failed platforms', code: 'invalid_state' },
  })
})

test('makes one post for a key, however often and from however many at once it is sent', async () => {
  const headers = { 'Idempotency-Key': randomUUID() }
  const body = { content: 'Once', platforms: [TWITTER], mediaItems: [picture('once')], publishNow: true }
  const twins = await Promise.all(Array.from({ length: 6 }, () => create(body, headers)))
  const [first] = twins
  expect(new Set(twins.map((twin) => JSON.stringify([twin.status, twin.body]))).size).toBe(1)
  await serve.restart()
  const later = await create(body, headers)
  expect([later.status, later.body]).toEqual([first?.status, first?.body])
  const { body: all } = await speak('GET', '/posts?limit=100')
  expect((all['posts'] as { content: string }[]).filter(({ content }) => content === 'Once')).toHaveLength(1)

  expect(await create({ ...body, content: 'Twice' }, headers)).toMatchObject({
    status: 409,
    body: { type: 'idempotency_error', code: 'idempotency_key_reused', param: 'Idempotency-Key' },
  })
  // Another caller's keys are another caller's.
  const other = speaker(serve, '/socialsyncer/v1', await serve.key())
  const elsewhere = await other('POST', '/posts', { body: { ...body, content: 'Twice' }, headers })
  expect(elsewhere.status).toBe(201)
})

test('makes one post for a key when the process is killed before it answered', async () => {
  const headers = { 'Idempotency-Key': randomUUID() }
  const body = {
    content: 'Cut short',
    platforms: [{ ...TWITTER, platformSpecificData: { sandbox: 'slow' } }],
    publishNow: true,
  }
  const cut = create(body, headers).catch(() => null)
  await vi.waitFor(async () => {
    const { body: all } = await speak('GET', '/posts?limit=100')
    expect(JSON.stringify(all)).toContain('Cut short')
  })
  await serve.restart('SIGKILL')
  expect(await cut).toBeNull()
  const again = await create(body, headers)
  expect(again.status).toBe(201)
  const { body: all } = await speak('GET', '/posts?limit=100')
  const made = (all['posts'] as { id: string; content: string }[]).filter(({ content }) => content === 'Cut short')
  expect(made.map(({ id }) => id)).toEqual([idOf(again)])
})

test('keeps nothing under a key whose request was refused', async () => {
  const headers = { 'Idempotency-Key': randomUUID() }
  const platforms = [{ platform: 'instagram', accountId: 'ig_123' }]
  expect((await create({ content: 'Words', platforms, publishNow: true }, headers)).status).toBe(422)
  const mended = { content: 'Words', platforms, publishNow: true, mediaItems: [picture('mended')] }
  expect((await create(mended, headers)).status).toBe(201)
})

test('pages through the list without skipping or repeating while posts are being added', async () => {
  const tag = randomUUID()
  const made: string[] = []
  for (let n = 0; n < 7; n += 1) made.push(idOf(await create({ content: `${tag} ${n}`, isDraft: true })))
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: Answer = await speak('GET', `/posts?status=draft&limit=3${cursor ? `&cursor=${cursor}` : ''}`)
    seen.push(...postsOf(page).map(({ id }) => id))
    cursor = page.body['cursor'] as string | null
    expect(page.body['hasMore']).toBe(cursor !== null)
    await create({ content: `${tag} meanwhile`, isDraft: true })
  } while (cursor !== null && seen.length < 200)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.filter((id) => made.includes(id))).toEqual(made.toReversed())
})

test('narrows the list by both ends of a date, included', async () => {
  const at = `${new Date().getUTCFullYear() + 2}-03-04T12:00:00.000Z`
  const id = idOf(await create({ content: 'On the day', platforms: [TWITTER], scheduledFor: at }))
  const found = async (query: string) => postsOf(await speak('GET', `/posts?${query}`)).map((post) => post.id)
  const day = at.slice(0, 10)
  expect(await found(`fromDate=${at}&toDate=${at}`)).toEqual([id])
  expect(await found(`fromDate=${day}&toDate=${day}`)).toEqual([id])
  expect(await found(`fromDate=${day}T12:00:01Z`)).not.toContain(id)
  expect(await found(`status=scheduled&toDate=${day}T11:59:59Z`)).not.toContain(id)
})

test('refuses parameters it does not know and limits that are too large', async () => {
  const refused = async (query: string, param: string, code = 'invalid_field_value') =>
    expect(await speak('GET', `/posts?${query}`)).toMatchObject({ status: 400, body: { code, param } })
  await refused('page=2', 'page', 'unknown_field')
  await refused('limit=101', 'limit')
  await refused('limit=0', 'limit')
  await refused('limit=ten', 'limit')
  await refused('limit=5&limit=6', 'limit')
  await refused('status=gone', 'status')
  await refused('platform=myspace', 'platform')
  await refused('fromDate=yesterday', 'fromDate')
  await refused('cursor=nonsense', 'cursor')
})

test('edits a published tweet and keeps the ids it had', async () => {
  const made = await create({ content: 'A tpyo', platforms: [TWITTER, THREADS], publishNow: true })
  const [before] = targetsOf(made)
  const edited = await speak('POST', `/posts/${idOf(made)}/edit`, { body: { content: 'A typo' } })
  expect(edited.status).toBe(200)
  const [after] = targetsOf(edited)
  expect(after).toMatchObject({ customContent: 'A typo', previousPostIds: [before?.['platformPostId']] })
  expect(after?.['platformPostId']).not.toBe(before?.['platformPostId'])
  expect(
    await speak('POST', `/posts/${idOf(made)}/edit`, { body: { content: 'x', platform: 'threads' } }),
  ).toMatchObject({ status: 422 })
  const draft = idOf(await create({ content: 'A draft', isDraft: true }))
  expect((await speak('POST', `/posts/${draft}/edit`, { body: { content: 'x' } })).status).toBe(409)
})

test('edits five times and no more', async () => {
  const id = idOf(await create({ content: 'Take 0', platforms: [TWITTER], publishNow: true }))
  for (let take = 1; take <= 5; take += 1) {
    expect((await speak('POST', `/posts/${id}/edit`, { body: { content: `Take ${take}` } })).status).toBe(200)
  }
  expect(await speak('POST', `/posts/${id}/edit`, { body: { content: 'Take 6' } })).toMatchObject({ status: 422 })
})

test('deletes its own record and nothing on the platform', async () => {
  const made = await create({ content: 'Stays there', platforms: [TWITTER], publishNow: true })
  expect(await speak('DELETE', `/posts/${idOf(made)}`)).toMatchObject({
    status: 200,
    body: { id: idOf(made), deleted: true },
  })
  for (const [method, path] of [
    ['GET', `/posts/${idOf(made)}`],
    ['DELETE', `/posts/${idOf(made)}`],
    ['GET', '/posts/post_abc123'],
  ] as const) {
    expect(await speak(method, path)).toMatchObject({
      status: 404,
      body: { error: 'Post not found', code: 'not_found' },
    })
  }
})

test('lists the accounts by platform', async () => {
  const { body } = await speak('GET', '/accounts?platform=twitter')
  expect(body['accounts']).toEqual([
    { platform: 'twitter', accountId: 'tw_456', username: '@sandbox', connectedAt: expect.stringMatching(/Z$/) },
  ])
  expect((await speak('GET', '/accounts?colour=red')).status).toBe(400)
})

test('tells how the accounts are, and disconnects one', async () => {
  const of = async (accountId: string) => {
    const { body } = await speak('GET', '/accounts/health')
    return (body['accounts'] as { accountId: string }[]).find((account) => account.accountId === accountId)
  }
  expect(await of('rd_111')).toEqual({
    platform: 'reddit',
    accountId: 'rd_111',
    username: '@sandbox',
    health: 'healthy',
    tokenValid: true,
    permissions: [],
    recommendations: expect.any(Array),
  })
  expect((await speak('DELETE', '/accounts/twitter/rd_111')).status).toBe(404)
  expect((await speak('DELETE', '/accounts/reddit/rd_111')).body).toMatchObject({
    accountId: 'rd_111',
    disconnected: true,
  })
  expect(await of('rd_111')).toMatchObject({ health: 'unhealthy', tokenValid: false })
  expect((await speak('GET', '/accounts?platform=reddit')).body['accounts']).toEqual([])
})

test('takes media in a form and by address, and posts with what it answered', async () => {
  const form = new FormData()
  const png = await fetch(
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  )
  form.set('file', await png.blob(), 'dot.png')
  const response = await fetch(`${serve.url()}/socialsyncer/v1/media`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${await serve.key()}` },
    body: form,
  })
  expect(response.status).toBe(201)
  const uploaded = (await response.json()) as { id: string; type: string; url: string; filename: string }
  expect(uploaded).toMatchObject({ type: 'image', filename: 'dot.png' })
  const { body: fetched } = await speak('POST', '/media', { body: { url: 'https://cdn.example.com/grey.jpg' } })
  const made = await create({
    content: 'With both',
    isDraft: true,
    mediaItems: [
      { type: 'image', url: uploaded.url, altText: 'A dot' },
      { type: 'image', url: fetched['url'] },
    ],
  })
  expect(made.body['mediaItems']).toEqual([
    { type: 'image', url: uploaded.url, altText: 'A dot' },
    { type: 'image', url: fetched['url'] },
  ])
  expect((await speak('GET', `/media/${uploaded.id}`)).body).toMatchObject(uploaded)
  const file = await fetch(uploaded.url, { headers: { Authorization: `Bearer ${await serve.key()}` } })
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/png'])
})

test('answers what is nowhere in its own words', async () => {
  expect(await speak('GET', '/nothing')).toMatchObject({
    status: 404,
    body: { type: 'invalid_request_error', code: 'not_found' },
  })
  const response = await fetch(`${serve.url()}/socialsyncer/v1/posts`)
  expect([response.status, await response.json()]).toEqual([
    401,
    { error: 'Missing API key', type: 'authentication_error', code: 'invalid_credentials' },
  ])
})
