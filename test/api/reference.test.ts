import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { type OpenApi, openApiDocument } from '../../src-main/api/v1/open-api.ts'
import { type Route, routes } from '../../src-main/api/v1/routes.ts'
import { openApi, openV1, send } from './open-api.ts'

/** What a key can reach; some methods are the person's own. */
const reachable = Object.entries<readonly Route[]>(routes).flatMap(([method, ways]) =>
  ways.length > 0 ? [method] : [],
)

test('the reference is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  const result = await validator.validate(structuredClone(openApiDocument('1.2.3')))
  expect(result).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
})

test('the reference tells of every method, once, and of what streams', () => {
  const { paths } = openApiDocument('1.2.3')
  const told = Object.values(paths).flatMap((verbs) => Object.values(verbs).map(({ operationId }) => operationId))
  expect(new Set(told).size).toBe(told.length)
  expect(told).toEqual(expect.arrayContaining([...reachable, 'events', 'media.content']))
})

test('every reference within the document leads somewhere', () => {
  const document = openApiDocument('1.2.3')
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path)
  expect(refs.length).toBeGreaterThan(100)
  for (const ref of new Set(refs)) {
    const found = ref.split('/').reduce<unknown>((at, step) => (at as Record<string, unknown>)?.[step], document)
    expect([ref, typeof found]).toEqual([ref, 'object'])
  }
})

test('programs and people get it without a key, under the strict policy, from this machine alone', async () => {
  const { door } = await openApi()
  const json = await send(door, 'GET', '/v1/openapi.json')
  expect([json.status, json.headers['content-type']]).toEqual([200, 'application/json'])
  expect((json.json() as OpenApi).info.version).toBe('0.0.0')
  const page = await send(door, 'GET', '/v1/docs')
  expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=UTF-8'])
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  const text = String(page.bytes)
  for (const method of reachable) expect(text).toContain(`id="${method}"`)
  // Nothing that runs, nothing from elsewhere.
  expect(text).not.toMatch(/<script|\bsrc=|<link|@import|url\(|\bon\w+=/i)
  expect(text.match(/href="(?!#|\/v1\/)/g)).toBeNull()
})

test('the door for commands alone has neither the API nor its reference', async () => {
  const { posthorn } = await openApi()
  const { openCommandsDoor } = await import('../../src-main/shell/open-door.ts')
  const door = await openCommandsDoor(posthorn)
  for (const path of ['/v1/openapi.json', '/v1/docs', '/v1/posts']) {
    expect([path, (await send(door, 'GET', path)).status]).toEqual([path, 404])
  }
  await door.close()
})

test('what a method gives over HTTP is what the reference says', async () => {
  const { ask } = await openV1()
  const { Ajv2020 } = await import('ajv/dist/2020.js')
  const document = openApiDocument('1.2.3')
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema({ ...document, $id: 'reference' })
  for (const path of ['/posts', '/items', '/accounts', '/channels', '/settings', '/status', '/quota', '/keys']) {
    const answer = (await ask('GET', path)).json()
    const pointer = `/paths/${path.replaceAll('/', '~1')}/get/responses/200/content/application~1json/schema`
    const valid = ajv.validate({ $ref: `reference#${pointer}` }, answer)
    expect([path, valid, ajv.errors]).toEqual([path, true, null])
  }
})
