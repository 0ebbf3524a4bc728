import { createReadStream } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import type { AwsClient } from 'aws4fetch'
import { isTrustworthy } from '../channels/kit/is-trustworthy.ts'
import type { Bucket, BucketAccess } from '../core/ports.ts'
import { refuse } from '../core/refusal.ts'
import { because } from '../core/told.ts'

/** How long an address holds where the bucket is not public: a day, in seconds. */
const HOLDS = 86_400

/** A bucket of anybody who speaks the S3 protocol, signed with version 4. */
export const s3Bucket = (access: BucketAccess): Bucket => {
  let client: Promise<AwsClient> | undefined
  /** Loaded when it is first needed: most people have no bucket. */
  const signer = () =>
    (client ??= import('aws4fetch').then(
      ({ AwsClient: Client }) =>
        new Client({
          accessKeyId: access.accessKeyId,
          secretAccessKey: access.secretKey,
          service: 's3',
          region: access.region || 'us-east-1',
        }),
    ))

  const call = async (method: 'PUT' | 'DELETE', name: string, of: Sent): Promise<Answer> => {
    if (!isTrustworthy(access.endpoint)) return notEncrypted()
    const { url, headers } = await (await signer()).sign(objectUrl(access, name), { method, headers: of.headers })
    // Not fetch: it holds the whole of an upload in memory.
    const { request } = await import('undici')
    try {
      const answer = await request(url, {
        method,
        headers: { ...Object.fromEntries(headers), ...of.unsigned },
        signal: of.signal,
        body: of.body,
      })
      return { status: answer.statusCode, said: await answer.body.text() }
    } catch (error) {
      return unreachable(access, of.signal, error)
    }
  }

  return {
    nameFor: ({ name }) => {
      const folder = access.prefix.replace(/^\/+|\/+$/g, '')
      const file =
        randomBytes(24).toString('hex') +
        extname(name)
          .toLowerCase()
          .replace(/[^.a-z0-9]/g, '')
      return folder === '' ? file : `${folder}/${file}`
    },
    put: async (name, { path, mime, size }, { signal, onProgress }) => {
      const answer = await call('PUT', name, {
        signal,
        headers: { 'content-type': mime },
        unsigned: { 'content-length': String(size) },
        body: counted(path, onProgress),
      })
      if (!isDone(answer)) refused(access, answer)
    },
    address: async (name) => {
      if (access.publicUrl !== '') return `${access.publicUrl.replace(/\/+$/, '')}/${encodePath(name)}`
      const url = new URL(objectUrl(access, name))
      url.searchParams.set('X-Amz-Expires', String(HOLDS))
      return (await (await signer()).sign(url.href, { aws: { signQuery: true } })).url
    },
    remove: async (name, signal) => {
      const answer = await call('DELETE', name, { signal, headers: {}, unsigned: {}, body: null })
      if (!isDone(answer) && answer.status !== 404) refused(access, answer)
    },
  }
}

type Sent = {
  signal: AbortSignal
  headers: Record<string, string>
  /** Headers that take no part in the signature. */
  unsigned: Record<string, string>
  body: Readable | null
}

type Answer = { status: number; said: string }

const isDone = ({ status }: Answer): boolean => status >= 200 && status < 300

/** The file as it leaves, piece by piece; it is never in memory whole. */
const counted = (path: string, onProgress: (sent: number) => void): Readable => {
  let sent = 0
  const pieces = async function* () {
    for await (const piece of createReadStream(path) as AsyncIterable<Uint8Array>) {
      yield piece
      sent += piece.length
      onProgress(sent)
    }
  }
  return Readable.from(pieces(), { objectMode: false })
}

const objectUrl = ({ endpoint, bucket, pathStyle }: BucketAccess, name: string): string => {
  const url = new URL(endpoint)
  const base = url.pathname.replace(/\/+$/, '')
  if (pathStyle) url.pathname = `${base}/${encodeURIComponent(bucket)}/${encodePath(name)}`
  else {
    url.hostname = `${bucket}.${url.hostname}`
    url.pathname = `${base}/${encodePath(name)}`
  }
  return url.href
}

const encodePath = (name: string): string => name.split('/').map(encodeURIComponent).join('/')

/** What the service refused, by the code in its answer. */
const refused = (access: BucketAccess, { status, said }: Answer): never => {
  const code = /<Code>([^<]+)<\/Code>/.exec(said)?.[1] ?? `HTTP ${status}`
  const detail = `${status} ${code}`
  const host = new URL(access.endpoint).hostname
  if (code === 'NoSuchBucket' || (status === 404 && code.startsWith('HTTP'))) {
    return refuse(
      'not-found',
      `${host} has no bucket "${access.bucket}".`,
      'Check the bucket’s name and the endpoint.',
      {
        field: 'relay.bucket',
        detail,
        told: because('bucket-unknown', { host, bucket: access.bucket }),
      },
    )
  }
  if (code === 'InvalidAccessKeyId' || code === 'SignatureDoesNotMatch') {
    return refuse(
      'wrong-credentials',
      `${host} does not accept the key of the bucket.`,
      'Check the access key and the secret key.',
      {
        field: 'relay.accessKeyId',
        detail,
        told: because('bucket-key-refused', { host }),
      },
    )
  }
  if (status === 301 || status === 307 || code === 'AuthorizationHeaderMalformed') {
    return refuse(
      'invalid-input',
      `${host} keeps this bucket in another region, or at another address.`,
      'Check the region and the endpoint.',
      {
        field: 'relay.region',
        detail,
        told: because('bucket-elsewhere', { host }),
      },
    )
  }
  if (status === 401 || status === 403) {
    return refuse(
      'wrong-credentials',
      `${host} does not let this key write to "${access.bucket}".`,
      'Let the key put and delete objects in this bucket.',
      {
        field: 'relay.accessKeyId',
        detail,
        told: because('bucket-write-refused', { host, bucket: access.bucket }),
      },
    )
  }
  return refuse('unreachable', `${host} could not keep the file (${code}).`, 'Try again in a moment.', {
    detail,
    told: because('bucket-not-kept', { host }),
  })
}

const unreachable = ({ endpoint }: BucketAccess, signal: AbortSignal, error: unknown): never =>
  refuse(
    'unreachable',
    signal.aborted ? 'The media relay took too long.' : `${new URL(endpoint).hostname} does not answer.`,
    'Check the endpoint and your network, then try again.',
    {
      field: 'relay.endpoint',
      detail: reasonOf(error),
      told: because('bucket-silent', { host: new URL(endpoint).hostname }),
    },
  )

const reasonOf = (error: unknown): string =>
  error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error)

const notEncrypted = (): never =>
  refuse('invalid-input', 'The bucket’s endpoint is not encrypted.', 'Use an https address.', {
    field: 'relay.endpoint',
    told: because('bucket-open'),
  })
