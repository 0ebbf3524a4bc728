import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Reply } from '../../src-preload/contract/failure.ts'
import type { Input, MethodName, Output } from '../../src-preload/contract/methods.ts'
import { createDialects } from '../../src-main/api/dialects/index.ts'
import type { HttpDoor } from '../../src-main/api/open-http.ts'
import { openApiDocument } from '../../src-main/api/v1/open-api.ts'
import type { Posthorn } from '../../src-main/shell/compose.ts'
import { arbitraryOf, type JsonSchema, spoiled } from './kit/arbitrary-of.ts'
import { HOSTILE_TEXTS, hostileValue } from './kit/hostile.ts'
import { openTableDump } from './kit/table-dump.ts'
import { openWideDoor } from './kit/wide-door.ts'
import { makeKey, openApi } from './open-api.ts'

/** Requests to each route; more of them find more: POSTHORN_FUZZ=500 npm test. */
const RUNS = Number(process.env['POSTHORN_FUZZ'] ?? 12)
const PATIENCE = 10_000

type Request = { verb: string; path: string; query: string; body: unknown }
type Known = ReadonlyMap<string, readonly string[]>

const call = async <M extends MethodName>({ app }: Posthorn, method: M, input: Input<M>): Promise<Output<M>> => {
  const reply = (await app.gate(method, input)) as Reply<Output<M>>
  if (!reply.ok) throw new Error(`${method}: ${reply.failure.message}`)
  return reply.value
}

/** Some of everything, so that ids in requests can be right. */
const furnish = async (posthorn: Posthorn): Promise<Known> => {
  const { entries } = await call(posthorn, 'accounts.list', {})
  const accounts = entries.map(({ id }) => id)
  const posts = []
  for (const text of ['draft', 'scheduled', 'gone']) {
    const targets = accounts.map((accountId) => ({ accountId }))
    posts.push(await call(posthorn, 'posts.save', { text, targets, tags: ['news'] }))
  }
  const [, second, third] = posts
  await call(posthorn, 'posts.schedule', { postId: second?.id ?? '', when: { kind: 'in', seconds: 86_400 } })
  await call(posthorn, 'posts.delete', { postId: third?.id ?? '' })
  const key = await call(posthorn, 'keys.create', { name: 'spare' })
  return new Map([
    ['acc', accounts],
    ['pst', posts.map(({ id }) => id)],
    ['itm', posts.flatMap(({ items }) => items.map(({ id }) => id))],
    ['key', [key.id]],
  ])
}

const send = async (door: HttpDoor, key: string, { verb, path, query, body }: Request) => {
  const answer = await fetch(`${door.url}${path}${query}`, {
    method: verb,
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    ...(verb === 'GET' ? {} : { body: JSON.stringify(body) ?? '' }),
    signal: AbortSignal.timeout(PATIENCE),
  })
  return { status: answer.status, text: await answer.text() }
}

/** How often each status was answered. */
const createTally = () => {
  const counts = new Map<number, number>()
  return {
    add: (status: number) => void counts.set(status, (counts.get(status) ?? 0) + 1),
    tell: (what: string) => {
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
      const each = [...counts].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`)
      process.stdout.write(`${what}: ${total} requests, ${each.join(', ')}\n`)
      return total
    },
  }
}

const inPath = (template: string, values: readonly string[]) => {
  let index = 0
  return template.replaceAll(
    /\{\w+\}|:\w+/g,
    // Half a letter cannot stand in an address.
    () => encodeURIComponent((values[index++] ?? '').toWellFormed()).replaceAll('.', '%2E') || '%20',
  )
}

test(
  'no request to /v1 breaks anything: no 500, no hang, and nothing is changed by what is refused',
  { timeout: 600_000 },
  async () => {
    const { posthorn } = await openApi()
    const known = await furnish(posthorn)
    const door = await openWideDoor(posthorn)
    const key = await makeKey(posthorn)
    const tables = openTableDump(posthorn.home)
    const tally = createTally()
    for (const [template, verbs] of Object.entries(openApiDocument('0').paths)) {
      for (const [verb, operation] of Object.entries(verbs)) {
        if (operation.operationId === 'events') continue
        const values = (place: string) =>
          operation.parameters
            .filter((parameter) => parameter.in === place)
            .map(({ name, schema }) => ({ name, value: arbitraryOf(schema as JsonSchema, known) }))
        const path = fc
          .tuple(
            ...values('path').map(({ value }) =>
              fc.oneof(
                { weight: 6, arbitrary: value },
                fc.constantFrom(...HOSTILE_TEXTS.filter((text) => text.isWellFormed() && text.length < 500)),
              ),
            ),
          )
          .map((parts) => `/v1${inPath(template, parts.map(String))}`)
        const query = fc
          .record(Object.fromEntries(values('query').map(({ name, value }) => [name, spoiled(value)])), {
            requiredKeys: [],
          })
          .map(toQuery)
        const schema = operation.requestBody?.content['application/json']?.schema as JsonSchema | undefined
        const body = schema ? spoiled(arbitraryOf(schema, known)) : fc.oneof(fc.constant({}), hostileValue)
        const request = fc.record({ verb: fc.constant(verb.toUpperCase()), path, query, body })
        await fc.assert(
          fc.asyncProperty(request, async (given) => {
            const [before, version] = [tables.rows(), tables.version()]
            const { status, text } = await send(door, key, given)
            tally.add(status)
            expect([status, text]).not.toEqual([500, text])
            expect(text).not.toContain('"internal"')
            if (status >= 400 && tables.version() !== version) expect(tables.rows()).toBe(before)
          }),
          { numRuns: RUNS },
        )
      }
    }
    expect(tally.tell('fuzzed /v1')).toBeGreaterThan(50 * RUNS)
    expect(await posthorn.app.gate('status.get', {})).toMatchObject({ ok: true })
  },
)

/** Names that the dialects know, with values of any kind. */
const FIELDS = [
  'content',
  'text',
  'item',
  'items',
  'id',
  'itemId',
  'query',
  'filter',
  'sort',
  'paging',
  'cursorPaging',
  'cursor',
  'limit',
  'status',
  'target_account_ids',
  'media_ids',
  'scheduled_at',
  'publish',
  'strict',
  'config_by_platform',
  'mediaItems',
  'platforms',
  'platform',
  'accountId',
  'customContent',
  'customMedia',
  'publishNow',
  'scheduledFor',
  'isDraft',
  'timezone',
  'tags',
  'scheduledDate',
  'channelName',
  'channel',
  'type',
  'prompt',
  'url',
  'fromDate',
  'toDate',
  'from',
  'to',
  'unscheduled',
] as const

test('no request to any other dialect breaks anything either', { timeout: 600_000 }, async () => {
  const { posthorn } = await openApi()
  await furnish(posthorn)
  const door = await openWideDoor(posthorn)
  const key = await makeKey(posthorn, 'test')
  await send(door, key, { verb: 'GET', path: '/v1/status', query: '', body: null })
  const tables = openTableDump(`${posthorn.home}/sandbox`)
  const tally = createTally()
  const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    any: fc.oneof(
      { weight: 3, arbitrary: hostileValue },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          'tw_456',
          'fb_789',
          'bs_101',
          'DRAFT',
          'TEXT',
          'twitter',
          'Hello',
          true,
          10,
          '2031-01-01T00:00:00Z',
        ),
      },
      { weight: 2, arbitrary: fc.dictionary(fc.constantFrom(...FIELDS), tie('any'), { maxKeys: 5 }) },
      { weight: 1, arbitrary: fc.array(tie('any'), { maxLength: 3 }) },
    ),
  })).any
  const body = fc.oneof(fc.dictionary(fc.constantFrom(...FIELDS), value, { maxKeys: 8 }), value)
  const part = fc.constantFrom(
    'pst_0000000000',
    'itm_0000000000',
    'tw_456',
    'PUBLISH_POST',
    'twitter',
    ...HOSTILE_TEXTS.filter((text) => text.isWellFormed() && text.length < 500),
  )
  for (const { basePath, routes } of createDialects()) {
    const ways = new Map(
      routes.routes.filter(({ method }) => method !== 'ALL').map((way) => [`${way.method} ${way.path}`, way]),
    )
    for (const { method: verb, path: template } of ways.values()) {
      const request = fc.record({
        verb: fc.constant(verb),
        path: fc.array(part, { minLength: 3, maxLength: 3 }).map((parts) => `${basePath}${inPath(template, parts)}`),
        query: fc.oneof(
          { weight: 3, arbitrary: fc.constant('') },
          fc.dictionary(fc.constantFrom(...FIELDS), value, { maxKeys: 3 }).map(toQuery),
        ),
        body,
      })
      await fc.assert(
        fc.asyncProperty(request, async (given) => {
          const before = tables.counts()
          const { status, text } = await send(door, key, given)
          tally.add(status)
          expect([status, text]).not.toEqual([500, text])
          if (status >= 400 && status < 500) expect(tables.counts()).toEqual(before)
        }),
        { numRuns: RUNS },
      )
    }
  }
  expect(tally.tell('fuzzed the other dialects')).toBeGreaterThan(20 * RUNS)
})

const toQuery = (fields: Record<string, unknown>): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value.slice(0, 5) : [value]) {
      query.append(name, (typeof one === 'string' ? one : (JSON.stringify(one) ?? '')).slice(0, 2_000))
    }
  }
  return query.size === 0 ? '' : `?${query}`
}
