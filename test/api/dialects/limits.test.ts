import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ahead, openServe, type Serve, speaker } from './serve.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let serve: Serve
beforeAll(async () => {
  serve = await openServe()
})
afterAll(() => serve.close())

test('SocialSyncerAPI: a limit that leaves no room is 429 and leaves nothing behind', async () => {
  const key = await serve.key()
  const own = speaker(serve, '/v1', key)
  const speak = speaker(serve, '/socialsyncer/v1', key)
  const meter = await own('POST', '/quota/meters', {
    body: {
      subject: { kind: 'feature', feature: 'SCHEDULE_POST' },
      unit: 'posts',
      limit: 1,
      window: { kind: 'balance' },
    },
  })
  const post = { platforms: [{ platform: 'twitter', accountId: 'tw_456' }], scheduledFor: ahead(24) }
  expect((await speak('POST', '/posts', { body: { ...post, content: 'Fits' } })).status).toBe(201)
  const refused = await speak('POST', '/posts', { body: { ...post, content: 'One too many' } })
  expect(refused).toMatchObject({ status: 429, body: { error: expect.any(String), type: 'rate_limit_error' } })
  const { body } = await speak('GET', '/posts')
  expect((body['posts'] as { content: string }[]).map(({ content }) => content)).toEqual(['Fits'])
  await own('DELETE', `/quota/meters/${String(meter.body['id'])}`)
})

test.each([
  ['/wix/social-publisher/v1', '/items', { message: expect.any(String) }],
  ['/socialit/v1', '/posts', { error: expect.any(String) }],
  ['/socialsyncer/v1', '/posts', { error: expect.any(String), type: 'rate_limit_error' }],
])('%s: asking too often is 429, in its own words and with the time to wait', async (base, path, body) => {
  const speak = speaker(serve, base, await serve.key())
  let last = await speak('POST', path, { body: {} })
  for (let count = 0; count < 130 && last.status !== 429; count += 1) last = await speak('POST', path, { body: {} })
  expect(last).toMatchObject({ status: 429, body })
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
})
