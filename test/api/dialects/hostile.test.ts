import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDialects } from './open-dialects.ts'

/** Fields that the dialects know, with values of any kind, deep inside one another. */
const FIELDS = [
  'content',
  'mediaItems',
  'platforms',
  'platform',
  'accountId',
  'customContent',
  'customMedia',
  'tags',
  'isDraft',
  'publishNow',
  'scheduledFor',
  'timezone',
  'tiktokSettings',
  'platformSpecificData',
  'target_account_ids',
  'strict',
  'media_ids',
  'scheduled_at',
  'publish',
  'config_by_platform',
  'x',
  'item',
  'items',
  'channel',
  'name',
  'type',
  'id',
  'scriptedPost',
  'caption',
  'mediaWrapper',
  'media',
  'url',
  'fileId',
  'schedulingInfo',
  'scheduledDate',
  'query',
  'filter',
  'sort',
  'paging',
  'limit',
  'offset',
  'cursorPaging',
  'cursor',
  'status',
  '$and',
  '$in',
  '$gte',
  'text',
  '__proto__',
  'constructor',
  'referenceId',
]
const VALUES = [
  'sc_1',
  'scripted',
  'SCRIPTED',
  'POST',
  'DRAFT',
  'UTC',
  'Mars/Olympus',
  '2999-01-01T00:00:00Z',
  '2999-02-30T25:00',
  '',
  "'; drop table posts; --",
  '../../../etc/passwd',
  '\u0000',
  '\ud800',
  'pst_0000000000000000',
  'med_0000000000000000',
]

const { body: anyBody } = fc.letrec((tie) => ({
  body: fc.dictionary(fc.constantFrom(...FIELDS), tie('value'), { maxKeys: 6 }),
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>(...VALUES, true, false, null, 0, -1, 1e308, 51),
    tie('body'),
    fc.array(tie('value'), { maxLength: 4 }),
  ),
}))

const WRITES = [
  ['POST', '/socialsyncer/v1/posts'],
  ['POST', '/socialsyncer/v1/posts/pst_0000000000000000/edit'],
  ['POST', '/socialit/v1/posts'],
  ['PATCH', '/socialit/v1/posts/pst_0000000000000000'],
  ['POST', '/wix/social-publisher/v1/items'],
  ['POST', '/wix/social-publisher/v1/items/query'],
  ['POST', '/wix/social-publisher/v1/publish'],
  ['POST', '/wix/social-publisher/v1/publish-by-id'],
  ['POST', '/wix/social-publisher/v1/bulk/publish'],
  ['PATCH', '/wix/social-publisher/v1/SCRIPTED/settings'],
] as const

test('answers any body with a status of its own, never with an error, and a refused one changes nothing', async () => {
  const { t, api } = await openDialects()
  const count = async () => (await t.call('posts.list', { limit: 200 })).entries.length
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...WRITES), anyBody, async ([method, path], body) => {
      const before = await count()
      const response = await api.request(path, { method, body: JSON.stringify(body) })
      expect(response.status).toBeLessThan(500)
      expect(await response.json()).toBeTypeOf('object')
      const several = path.endsWith('/bulk/publish')
      if (response.status >= 400 && !several) expect(await count()).toBe(before)
    }),
    { numRuns: 400 },
  )
}, 60_000)

/** Bodies as they should be, of which one field is put to something else. */
const SOUND: Readonly<Record<string, object>> = {
  '/socialsyncer/v1/posts': {
    content: 'Hello',
    mediaItems: [],
    platforms: [{ platform: 'scripted', accountId: 'sc_1', customContent: 'Hi', platformSpecificData: { a: 1 } }],
    scheduledFor: '2999-01-01T09:00:00',
    timezone: 'Europe/Berlin',
    tags: ['one'],
    tiktokSettings: { privacy_level: 'SELF_ONLY' },
  },
  '/socialit/v1/posts': {
    content: 'Hello',
    target_account_ids: ['sc_1'],
    media_ids: [],
    scheduled_at: '2999-01-01T09:00:00Z',
    strict: true,
    config_by_platform: { scripted: { content: 'Hi', option: 1 } },
  },
  '/wix/social-publisher/v1/publish': {
    item: {
      channel: { name: 'SCRIPTED', accountId: 'sc_1' },
      type: 'POST',
      scriptedPost: { caption: 'Hello', mediaWrapper: { media: [] }, privacyLevel: 'x' },
      schedulingInfo: { scheduledDate: '2999-01-01T09:00:00Z' },
      referenceId: 'r',
    },
  },
  '/wix/social-publisher/v1/items/query': {
    query: {
      filter: {
        $and: [{ status: { $in: ['DRAFT'] } }, { text: { $contains: 'Hello' } }],
        publishedDate: { $lt: '2030-01-01' },
      },
      sort: [{ fieldName: 'publishedDate', order: 'DESC' }],
      cursorPaging: { limit: 3, cursor: 'x' },
    },
  },
}

const pathsOf = (value: unknown): string[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[key], ...pathsOf(inner).map((path) => [key, ...path])])
    : []

const replaced = (value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown => {
  if (key === undefined) return by
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  copy[key] = replaced(copy[key], rest, by)
  return copy
}

test('takes sound bodies, and answers those with one field gone wrong', async () => {
  const { api } = await openDialects()
  const post = async (path: string, body: unknown) =>
    (await api.request(path, { method: 'POST', body: JSON.stringify(body) })).status
  const { '/wix/social-publisher/v1/items/query': _query, ...writes } = SOUND
  for (const [path, body] of Object.entries(writes)) expect(await post(path, body)).toBeLessThan(300)
  const anyValue = fc.oneof(fc.constantFrom<unknown>(...VALUES, null, true, -1, [], {}), fc.jsonValue({ maxDepth: 2 }))
  const mutant = fc
    .constantFrom(...Object.entries(SOUND))
    .chain(([path, body]) =>
      fc.tuple(fc.constantFrom(...pathsOf(body)), anyValue).map(([at, by]) => ({ path, body: replaced(body, at, by) })),
    )
  await fc.assert(
    fc.asyncProperty(mutant, async ({ path, body }) => {
      expect(await post(path, body)).toBeLessThan(500)
    }),
    { numRuns: 500 },
  )
}, 60_000)

const LISTS = [
  '/socialsyncer/v1/posts',
  '/socialit/v1/posts',
  '/wix/social-publisher/v1/accounts',
  '/wix/social-publisher/v1/features',
]
const PARAMETERS = [
  'status',
  'platform',
  'limit',
  'cursor',
  'fromDate',
  'toDate',
  'from',
  'to',
  'unscheduled',
  'channelName',
  'featureTypes',
  'page',
]

test('answers any query with a list or a refusal', async () => {
  const { api } = await openDialects()
  const query = fc.dictionary(
    fc.constantFrom(...PARAMETERS),
    fc.oneof(fc.constantFrom(...VALUES, 'draft', 'true', '20', '101', '2026-01-01', 'PUBLISH_POST'), fc.string()),
    { maxKeys: 4 },
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...LISTS), query, async (path, parameters) => {
      const response = await api.request(`${path}?${new URLSearchParams(parameters)}`)
      expect(response.status).toBeLessThan(500)
      expect(await response.json()).toBeTypeOf('object')
    }),
    { numRuns: 400 },
  )
}, 60_000)

test('answers any path as found or not, whatever stands in it', async () => {
  const { api } = await openDialects()
  const roots = ['/socialsyncer/v1/posts', '/socialit/v1/posts', '/socialit/v1/media', '/wix/social-publisher/v1/items']
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...roots), fc.oneof(fc.constantFrom(...VALUES), fc.string()), async (root, id) => {
      if (id.isWellFormed() && !['.', '..'].includes(id)) {
        const response = await api.request(`${root}/${encodeURIComponent(id)}`)
        expect([200, 400, 404]).toContain(response.status)
      }
    }),
    { numRuns: 300 },
  )
}, 60_000)
