import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Output } from '../../../src-preload/contract/methods.ts'
import { ahead, type Answer, openServe, type Serve, speaker, type Speak } from './serve.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let serve: Serve
let key: string
let speak: Speak

beforeAll(async () => {
  serve = await openServe()
})
afterAll(() => serve.close())
beforeEach(async () => {
  key = await serve.key()
  speak = speaker(serve, '/socialit/v1', key)
})

const X = 'sa_2Xa...'
const LINKEDIN = 'sa_3Yb...'

type Target = Record<string, unknown>
type Post = Record<string, unknown> & { id: string; targets: Target[] }

const create = (body: object) => speak('POST', '/posts', { body })
const postOf = ({ body }: Answer) => body['post'] as Post
const postsOf = ({ body }: Answer) => body['posts'] as Post[]

const fetchMedia = async (url = 'https://example.com/grey.jpg') =>
  ((await speak('POST', '/media', { body: { url } })).body['media'] as { id: string }).id

/** Waits until the post's status is this one. */
const until = (id: string, status: string): Promise<Post> =>
  vi.waitFor(
    async () => {
      const post = postOf(await speak('GET', `/posts/${id}`))
      expect(post['status']).toBe(status)
      return post
    },
    { timeout: 30_000, interval: 100 },
  )

test('keeps a draft when neither a time nor publish is sent', async () => {
  const made = await create({ content: 'Later', target_account_ids: [X] })
  expect(made.status).toBe(201)
  expect(postOf(made)).toMatchObject({ status: 'draft', scheduled_at: null, published_at: null, error: null })
})

test('asks for content of 1 to 5000 characters and for targets, even of a draft', async () => {
  const issues = async (body: object) => {
    const answer = await create(body)
    expect(answer).toMatchObject({ status: 400, body: { error: 'ValidationError' } })
    return answer.body['issues']
  }
  expect(await issues({ content: '', target_account_ids: [X] })).toEqual([
    { code: 'too_small', minimum: 1, path: ['content'], message: 'String must contain at least 1 character(s)' },
  ])
  expect(await issues({ content: 'x'.repeat(5001), target_account_ids: [X] })).toMatchObject([
    { code: 'too_big', maximum: 5000, path: ['content'] },
  ])
  expect(await issues({ content: 'x', target_account_ids: [] })).toMatchObject([
    { code: 'too_small', minimum: 1, path: ['target_account_ids'] },
  ])
  expect(await issues({ colour: 'red' })).toMatchObject([
    { path: ['content'] },
    { path: ['target_account_ids'] },
    { code: 'unrecognized_keys', path: ['colour'] },
  ])
  expect((await create({ content: 'x'.repeat(5000), target_account_ids: [X] })).status).toBe(201)
})

test('publishes at once to every target, each with its own status and address', async () => {
  const made = await create({ content: 'Now', target_account_ids: [X, LINKEDIN], publish: true })
  expect(postOf(made)).toMatchObject({ status: 'publishing', scheduled_at: null })
  const post = await until(postOf(made).id, 'published')
  expect(post['published_at']).toMatch(/Z$/)
  expect(post.targets).toMatchObject([
    { account_id: X, platform: 'x', status: 'published', external_url: expect.stringMatching(/^https:\/\/x\.com/) },
    { account_id: LINKEDIN, platform: 'linkedin', status: 'published' },
  ])
})

test('lets a time win over publish', async () => {
  const at = ahead(5)
  const made = await create({ content: 'Then', target_account_ids: [X], publish: true, scheduled_at: at })
  expect(postOf(made)).toMatchObject({ status: 'scheduled', scheduled_at: at })
})

test('refuses the past and keeps nothing of it', async () => {
  const body = { content: 'Gone by', target_account_ids: [X], scheduled_at: '2020-01-01T00:00:00.000Z' }
  expect(await create(body)).toMatchObject({
    status: 400,
    body: { error: 'ValidationError', issues: [{ path: ['scheduled_at'] }] },
  })
  expect(postsOf(await speak('GET', '/posts')).filter(({ content }) => content === 'Gone by')).toEqual([])
})

test('tells platforms otherwise, and replaces only what is told anew', async () => {
  const other = await fetchMedia()
  const config_by_platform = { x: { content: 'Short', reply_settings: 'following' }, linkedin: { media_ids: [other] } }
  const made = postOf(await create({ content: 'Long', target_account_ids: [X, LINKEDIN], config_by_platform }))
  expect(made['config_by_platform']).toEqual(config_by_platform)
  const changed = await speak('PATCH', `/posts/${made.id}`, {
    body: { config_by_platform: { x: { content: 'Other' } } },
  })
  expect(postOf(changed)).toMatchObject({
    content: 'Long',
    config_by_platform: { x: { content: 'Other' }, linkedin: { media_ids: [other] } },
  })
  expect((postOf(changed)['config_by_platform'] as { x: object }).x).not.toHaveProperty('reply_settings')
})

test('changes a draft or a scheduled post, and nothing that is further', async () => {
  const scheduled = postOf(await create({ content: 'One', target_account_ids: [X], scheduled_at: ahead(9) }))
  const picture = await fetchMedia()
  const body = { content: 'Two', media_ids: [picture], strict: true }
  expect(postOf(await speak('PATCH', `/posts/${scheduled.id}`, { body }))).toMatchObject({
    status: 'scheduled',
    scheduled_at: scheduled['scheduled_at'],
    content: 'Two',
    strict: true,
    media: [{ id: picture }],
  })
  expect(await speak('PATCH', `/posts/${scheduled.id}`, { body: { scheduled_at: ahead(10) } })).toMatchObject({
    status: 400,
    body: { issues: [{ code: 'unrecognized_keys', path: ['scheduled_at'] }] },
  })
  const published = postOf(await create({ content: 'Out', target_account_ids: [X], publish: true }))
  await until(published.id, 'published')
  expect(await speak('PATCH', `/posts/${published.id}`, { body: { content: 'In' } })).toMatchObject({
    status: 409,
    body: { error: 'Conflict' },
  })
})

test('fits media to a platform and tells what was done, or refuses them when strict', async () => {
  // Instagram takes JPEG; the sandbox's stand-in for a picture is PNG.
  const book = (await speak('GET', '/accounts')).body['accounts'] as { id: string; platform: string }[]
  const instagram = book.find(({ platform }) => platform === 'instagram')?.id
  const body = { content: 'Fit it', target_account_ids: [instagram], media_ids: [await fetchMedia()], publish: true }
  const made = postOf(await create(body))
  expect((await until(made.id, 'published')).targets[0]).toMatchObject({
    media_changes: [{ what: 'converted', message: 'PNG becomes JPEG, since Instagram takes JPEG.' }],
  })
  expect(await create({ ...body, strict: true })).toMatchObject({
    status: 400,
    body: { error: 'ValidationError', issues: [{ path: ['media_ids'] }] },
  })
})

test('lists by status, by time, and by whether there is one', async () => {
  const at = `${new Date().getUTCFullYear() + 3}-05-06T07:08:09.000Z`
  const { id } = postOf(await create({ content: 'That day', target_account_ids: [X], scheduled_at: at }))
  const draft = postOf(await create({ content: 'No day', target_account_ids: [X] })).id
  const found = async (query: string) => postsOf(await speak('GET', `/posts?${query}`)).map((post) => post.id)
  expect(await found(`from=${at}&to=${at}`)).toEqual([id])
  expect(await found('status=draft')).toContain(draft)
  expect(await found('status=scheduled')).not.toContain(draft)
  expect(await found('unscheduled=true')).toContain(draft)
  expect(await found('unscheduled=true')).not.toContain(id)
  expect(await found('unscheduled=false')).toContain(id)
  const [post] = postsOf(await speak('GET', `/posts?from=${at}&to=${at}`))
  expect(post?.targets).toMatchObject([{ platform: 'x', status: 'scheduled' }])
  for (const query of ['status=partial', 'unscheduled=yes', 'from=then', 'page=2', 'limit=1000']) {
    expect(await speak('GET', `/posts?${query}`)).toMatchObject({ status: 400, body: { error: 'ValidationError' } })
  }
})

test('names nobody’s post and nobody’s account with NotFound', async () => {
  expect(await speak('GET', '/posts/pst_2Xa')).toMatchObject({ status: 404, body: { error: 'NotFound' } })
  expect(await create({ content: 'x', target_account_ids: ['sa_none'] })).toMatchObject({
    status: 404,
    body: { error: 'NotFound' },
  })
  const missing = ['med_00000000000000000000000000']
  expect(await create({ content: 'x', target_account_ids: [X], media_ids: missing })).toMatchObject({ status: 404 })
  const gone = postOf(await create({ content: 'x', target_account_ids: [X] })).id
  expect((await speak('DELETE', `/posts/${gone}`)).body).toEqual({ ok: true })
  expect((await speak('DELETE', `/posts/${gone}`)).status).toBe(404)
})

test('charges credits for each target and refuses with 402 what costs more than there is', async () => {
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const { body: answer } = await speaker(serve, '/v1', key)(method, path, body === undefined ? {} : { body })
    return answer as T
  }
  const accounts = await call<Output<'accounts.list'>>('GET', '/accounts')
  const paid = accounts.entries.filter(({ channel }) => channel === 'x' || channel === 'linkedin')
  for (const { id } of paid) await call('PATCH', `/accounts/${id}`, { creditsPerPost: 2 })
  const meter = await call<{ id: string }>('POST', '/quota/meters', {
    subject: { kind: 'everything' },
    unit: 'credits',
    limit: 4,
    window: { kind: 'balance' },
  })
  expect(meter.id).toMatch(/^mtr_/)

  const made = postOf(await create({ content: 'Paid', target_account_ids: [X], publish: true }))
  expect(await until(made.id, 'published')).toMatchObject({ credits_total: 2, targets: [{ credits_charged: 2 }] })
  const both = { content: 'Too dear', target_account_ids: [X, LINKEDIN] }
  for (const when of [{ publish: true }, { scheduled_at: ahead(3) }]) {
    const refused = await create({ ...both, ...when })
    expect(refused).toMatchObject({
      status: 402,
      body: { error: 'InsufficientCredits', required: 4, available: 2 },
    })
    expect(refused.body['breakdown']).toEqual([
      { account_id: X, platform: 'x', credits: 2 },
      { account_id: LINKEDIN, platform: 'linkedin', credits: 2 },
    ])
  }
  expect(postsOf(await speak('GET', '/posts')).filter(({ content }) => content === 'Too dear')).toEqual([])
  expect((await create(both)).status).toBe(201)
})

test('lists the accounts by the ids that posts are aimed at', async () => {
  const { body } = await speak('GET', '/accounts')
  expect(body['accounts']).toContainEqual(
    expect.objectContaining({ id: X, platform: 'x', username: '@sandbox', status: 'valid' }),
  )
})

test('says no to strangers and to what is nowhere in its own words', async () => {
  const stranger = await speaker(serve, '/socialit/v1', 'sk_live_wrong')('GET', '/posts')
  expect(stranger).toMatchObject({ status: 401, body: { error: 'Unauthorized' } })
  expect(await speak('GET', '/nothing')).toMatchObject({ status: 404, body: { error: 'NotFound' } })
})
