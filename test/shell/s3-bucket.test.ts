import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BucketAccess } from '../../src-main/core/ports.ts'
import { Refusal } from '../../src-main/core/refusal.ts'
import { s3Bucket } from '../../src-main/shell/s3-bucket.ts'
import { openS3Server } from '../fixtures/s3-contract-server.ts'

const KEYS = {
  bucket: 'media',
  accessKeyId: 'AKIAPOSTHORN',
  secretKey: 'wJalrXUtnFEMI/K7MDENG',
  region: 'eu-central-1',
}
const SIZE = 2_500_000

let server: Awaited<ReturnType<typeof openS3Server>>
let folder: string
let path: string

beforeAll(async () => {
  server = await openS3Server(KEYS)
  folder = mkdtempSync(join(tmpdir(), 'posthorn-s3-'))
  path = join(folder, 'picture.png')
  writeFileSync(path, Buffer.alloc(SIZE, 7))
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const access = (of: Partial<BucketAccess> = {}): BucketAccess => ({
  ...KEYS,
  endpoint: server.endpoint,
  prefix: '/from posthorn/ü/',
  publicUrl: '',
  pathStyle: true,
  ...of,
})

const put = async (of: Partial<BucketAccess> = {}, signal = AbortSignal.timeout(5000)) => {
  const bucket = s3Bucket(access(of))
  const name = bucket.nameFor({ mime: 'image/png', name: 'Möwe am Meer.PNG' })
  const told: number[] = []
  await bucket.put(name, { path, mime: 'image/png', size: SIZE }, { signal, onProgress: (sent) => told.push(sent) })
  return { bucket, name, told }
}

const refusalOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof Refusal ? error.failure : error
}

test('a file goes up in pieces of a known length, is there for who has the address, and goes away again', async () => {
  const { bucket, name, told } = await put()
  expect(server.objects.get(name)).toMatchObject({ mime: 'image/png', bytes: { length: SIZE } })
  expect(server.requests.at(-1)).toMatchObject({ method: 'PUT', length: String(SIZE), encoding: undefined })
  expect(told.length).toBeGreaterThan(10)
  expect(told.at(-1)).toBe(SIZE)
  const url = await bucket.address(name)
  const answer = await fetch(url)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect((await answer.arrayBuffer()).byteLength).toBe(SIZE)
  expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('86400')
  await bucket.remove(name, AbortSignal.timeout(5000))
  expect(server.objects.has(name)).toBe(false)
  await bucket.remove(name, AbortSignal.timeout(5000))
})

test('an address that was tampered with opens nothing', async () => {
  const { bucket, name } = await put()
  const url = new URL(await bucket.address(name))
  url.searchParams.set('X-Amz-Expires', '604800')
  expect((await fetch(url)).status).toBe(403)
  await bucket.remove(name, AbortSignal.timeout(5000))
})

test('nobody can guess what a file is called, and its name tells nothing but its kind', () => {
  const bucket = s3Bucket(access({ prefix: 'p' }))
  const names = new Set(
    Array.from({ length: 50 }, () => bucket.nameFor({ mime: 'image/png', name: 'my secret plan.png' })),
  )
  expect(names.size).toBe(50)
  for (const name of names) expect(name).toMatch(/^p\/[0-9a-f]{48}\.png$/)
  expect(s3Bucket(access({ prefix: '' })).nameFor({ mime: 'x/y', name: 'none' })).toMatch(/^[0-9a-f]{48}$/)
})

test('a bucket that everybody can read has an address of its own', async () => {
  const bucket = s3Bucket(access({ publicUrl: 'https://files.example/media/' }))
  expect(await bucket.address('a b/1.png')).toBe('https://files.example/media/a%20b/1.png')
})

test('without path style the bucket stands in front of the host', async () => {
  const url = await s3Bucket(access({ endpoint: 'https://s3.example', pathStyle: false })).address('1.png')
  expect(new URL(url).origin + new URL(url).pathname).toBe('https://media.s3.example/1.png')
})

test.each<[string, Partial<BucketAccess>, string]>([
  ['a wrong secret key', { secretKey: 'wrong' }, 'wrong-credentials'],
  ['a wrong access key', { accessKeyId: 'wrong' }, 'wrong-credentials'],
  ['a bucket that is not there', { bucket: 'nope' }, 'not-found'],
  ['another region', { region: 'us-east-1' }, 'invalid-input'],
  ['a service that is not there', { endpoint: 'http://127.0.0.1:9' }, 'unreachable'],
  ['an address without encryption', { endpoint: 'http://s3.example' }, 'invalid-input'],
])('%s is told in plain words', async (_what, of, code) => {
  const failure = await refusalOf(put(of))
  expect(failure).toMatchObject({ code })
  expect(JSON.stringify(failure)).not.toContain(KEYS.secretKey)
})

test.each([
  [403, 'AccessDenied', 'wrong-credentials'],
  [301, 'PermanentRedirect', 'invalid-input'],
  [503, 'SlowDown', 'unreachable'],
])('the answer %i %s is told as %s', async (status, code, expected) => {
  server.answerNext(status, code)
  expect(await refusalOf(put())).toMatchObject({ code: expected, detail: `${status} ${code}` })
})

test('a call that is called off ends at once', async () => {
  expect(await refusalOf(put({}, AbortSignal.abort()))).toMatchObject({ code: 'unreachable' })
})
