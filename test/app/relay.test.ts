import { expect, onTestFinished, test } from 'vitest'
import type { World } from '../../src-main/app/world.ts'
import type { Channel } from '../../src-main/channels/channel.ts'
import type { Bucket, BucketAccess, Web } from '../../src-main/core/ports.ts'
import { failedInEnglish, refuseInEnglish } from '../../src-main/core/refusal.ts'
import { s3Bucket } from '../../src-main/shell/s3-bucket.ts'
import { createScriptedChannel } from '../fixtures/scripted-channel.ts'
import { openS3Server } from '../fixtures/s3-contract-server.ts'
import { createTestClock } from '../fixtures/test-clock.ts'
import { addAccount, firstItem, openTestApp, schedulePost, stateOf, type TestApp } from '../fixtures/test-world.ts'

const S3 = {
  kind: 's3',
  endpoint: 'https://s3.example',
  region: 'eu',
  bucket: 'media',
  prefix: 'posthorn',
  publicUrl: 'https://files.example',
  pathStyle: true,
  accessKeyId: 'AK',
} as const

/** A bucket in memory: counts what is put, refuses what it is told to. */
const createMemoryBucket = () => {
  const objects = new Map<string, number>()
  const keys: string[] = []
  let named = 0
  const trouble = { put: 0, remove: 0 }
  const stumble = (what: keyof typeof trouble) => {
    if (trouble[what] <= 0) return
    trouble[what] -= 1
    refuseInEnglish('unreachable', 'The bucket does not answer.', 'Try again.')
  }
  const open = ({ secretKey }: BucketAccess): Bucket => {
    keys.push(secretKey)
    return {
      nameFor: () => `posthorn/${(named += 1)}.png`,
      put: async (name, { size }) => {
        await Promise.resolve()
        stumble('put')
        objects.set(name, (objects.get(name) ?? 0) + 1)
        expect(size).toBeGreaterThan(0)
      },
      address: (name) => Promise.resolve(`https://files.example/${name}`),
      remove: async (name) => {
        await Promise.resolve()
        stumble('remove')
        objects.delete(name)
      },
    }
  }
  return { objects, keys, trouble, open }
}

/** What the test's own network does with a file: it has it fetched from the relay. */
const fetching = (network: ReturnType<typeof createScriptedChannel>) => {
  const fetched: string[] = []
  const channel: Channel = {
    ...network.channel,
    publish: async (work) => {
      const file = { path: '/files/one.png', mime: 'image/png', name: 'one.png', size: 9 }
      if (!work.relay)
        return { kind: 'rejected', failure: failedInEnglish('media-unsupported', 'There is no relay.', 'Choose.') }
      const [first, second] = await Promise.all([work.relay.offer(file), work.relay.offer(file)])
      expect(second).toBe(first)
      fetched.push(first)
      return network.channel.publish(work)
    },
  }
  return { network: { ...network, channel }, fetched }
}

const start = async (more: { bucket?: World['bucket']; web?: Web; channels?: Channel[] } = {}) => {
  const clock = createTestClock()
  const { network, fetched } = fetching(createScriptedChannel({ now: () => clock.now() }))
  const t = await openTestApp({ clock, network, ...more })
  await t.app.start()
  return { t, fetched, alice: await addAccount(t) }
}

const withBucket = async () => {
  const bucket = createMemoryBucket()
  const { t, fetched, alice } = await start({ bucket: bucket.open })
  await t.call('settings.update', { relay: S3 })
  await t.call('relay.key', { key: 'top secret' })
  return { t, fetched, alice, bucket }
}

const publish = async (t: TestApp, accountId: string) => {
  const item = firstItem(await schedulePost(t, 'with a picture', [accountId]))
  await t.clock.settle()
  return item
}

test('without a relay a channel is given none', async () => {
  const { t, alice } = await start()
  const { id } = await publish(t, alice)
  expect(await t.call('items.get', { itemId: id })).toMatchObject({
    state: 'failed',
    failure: { code: 'media-unsupported' },
  })
})

test('a file is put in the bucket once, and taken away once the post stands', async () => {
  const { t, alice, bucket, fetched } = await withBucket()
  const { id } = await publish(t, alice)
  expect(await stateOf(t, id)).toBe('published')
  expect(fetched).toEqual(['https://files.example/posthorn/1.png'])
  expect(new Set(bucket.keys)).toEqual(new Set(['top secret']))
  expect([...bucket.objects]).toEqual([])
  expect(await t.store.uploads.items()).toEqual([])
})

test('over retries and crashes the same file stays where it is until the post has come to its end', async () => {
  const { t, alice, bucket, fetched } = await withBucket()
  t.network.behave('refuse-connection', 'refuse-connection')
  const { id } = await publish(t, alice)
  expect([...bucket.objects]).toEqual([['posthorn/1.png', 1]])
  const next = await t.crash()
  await next.app.start()
  await next.clock.advance(60_000)
  expect(await stateOf(next, id)).toBe('published')
  expect(new Set(fetched)).toEqual(new Set(['https://files.example/posthorn/1.png']))
  expect([...bucket.objects]).toEqual([])
})

test('a put that was cut off is done again under the same name, so that nothing is left behind', async () => {
  const { t, alice, bucket } = await withBucket()
  bucket.trouble.put = 1
  const { id } = await publish(t, alice)
  expect(await stateOf(t, id)).toBe('unconfirmed')
  await t.clock.advance(10_000)
  expect(await stateOf(t, id)).toBe('published')
  expect([...bucket.objects]).toEqual([])
  expect(await t.store.uploads.items()).toEqual([])
})

test('a file that cannot be taken away is tried again, and at the next start', async () => {
  const { t, alice, bucket } = await withBucket()
  bucket.trouble.remove = 2
  await publish(t, alice)
  expect(bucket.objects.size).toBe(1)
  await t.clock.advance(30 * 60_000)
  expect(bucket.objects.size).toBe(0)
  bucket.trouble.remove = 1
  await publish(t, alice)
  const next = await t.crash()
  await next.app.start()
  await next.clock.settle()
  expect(bucket.objects.size).toBe(0)
  expect(await next.store.uploads.items()).toEqual([])
})

test('a file is taken from where it was put, wherever the relay is now', async () => {
  const { t, alice, bucket } = await withBucket()
  t.network.behave('refuse-connection')
  const { id } = await publish(t, alice)
  await t.call('settings.update', { relay: { kind: 'none' } })
  await t.call('items.cancel', { itemId: id })
  await t.clock.settle()
  expect(bucket.objects.size).toBe(0)
})

test('the secret key is kept for its bucket’s service alone, and shown nowhere', async () => {
  const { t } = await withBucket()
  expect(JSON.stringify(await t.call('settings.get', {}))).not.toContain('top secret')
  await t.call('settings.update', { relay: { ...S3, endpoint: 'https://elsewhere.example' } })
  expect(await t.refusal('relay.test', {})).toBe('wrong-credentials')
  await t.call('settings.update', { relay: S3 })
  await t.call('relay.key', { key: null })
  expect(await t.refusal('relay.test', {})).toBe('wrong-credentials')
})

test('without a bucket there is nothing that a key could belong to', async () => {
  const { t } = await start()
  expect(await t.refusal('relay.key', { key: 'x' })).toBe('invalid-input')
  expect(await t.refusal('relay.test', {})).toBe('invalid-input')
})

const webOf = (answer: { mime: string } | null): Web => ({
  get: (url) =>
    answer
      ? Promise.resolve({ url, mime: answer.mime, bytes: new Uint8Array([1]) })
      : Promise.resolve().then(() => refuseInEnglish('unreachable', 'files.example does not answer.', 'Check it.')),
})

test.each([
  { what: 'a picture', answer: { mime: 'image/png' }, code: 'no failure' },
  { what: 'a page', answer: { mime: 'text/html' }, code: 'unreachable' },
  { what: 'nothing', answer: null, code: 'unreachable' },
])('the test of a relay whose address shows $what says so and leaves nothing there', async ({ answer, code }) => {
  const bucket = createMemoryBucket()
  const { t } = await start({ bucket: bucket.open, web: webOf(answer) })
  await t.call('settings.update', { relay: S3 })
  await t.call('relay.key', { key: 'top secret' })
  expect(await t.refusal('relay.test', {})).toBe(code)
  expect(bucket.objects.size).toBe(0)
})

test('an account that can keep files is a relay as well', async () => {
  const kept = new Map<string, string>()
  const scripted = createScriptedChannel()
  const host: Channel = {
    ...scripted.channel,
    descriptor: { ...scripted.channel.descriptor, key: 'hosting', name: 'Hosting' },
    host: {
      keep: ({ secret }, file) => {
        kept.set('7', file.name)
        return Promise.resolve({ kind: 'hosted', url: `https://blog.example/${file.name}?${secret}`, id: '7' })
      },
      drop: (_access, id) => {
        kept.delete(id)
        return Promise.resolve({ kind: 'gone' })
      },
    },
  }
  const { t, fetched, alice } = await start({ channels: [host] })
  const blog = await t.call('accounts.add', { channel: 'hosting', name: 'Blog', settings: {}, secret: 'word' })
  await t.call('settings.update', { relay: { kind: 'account', accountId: blog.id } })
  t.network.behave('refuse-connection')
  const { id } = await publish(t, alice)
  expect([...kept]).toEqual([['7', 'one.png']])
  await t.clock.advance(60_000)
  expect(await stateOf(t, id)).toBe('published')
  expect(fetched).toEqual(['https://blog.example/one.png?word', 'https://blog.example/one.png?word'])
  expect([...kept]).toEqual([])
  await t.call('settings.update', { relay: { kind: 'account', accountId: alice } })
  expect(await t.refusal('relay.test', {})).toBe('channel-unsupported')
})

test('with a service that checks every signature a file is put, fetched without a key and taken away again', async () => {
  const keys = { bucket: 'media', accessKeyId: 'AK', secretKey: 'top secret', region: 'eu' }
  const server = await openS3Server(keys)
  onTestFinished(server.close)
  const web: Web = {
    get: async (url) => {
      const answer = await fetch(url)
      return { url, mime: answer.headers.get('content-type') ?? '', bytes: new Uint8Array(await answer.arrayBuffer()) }
    },
  }
  const { t } = await start({ bucket: s3Bucket, web })
  await t.call('settings.update', { relay: { ...S3, endpoint: server.endpoint, publicUrl: '' } })
  await t.call('relay.key', { key: 'wrong' })
  expect(await t.refusal('relay.test', {})).toBe('wrong-credentials')
  await t.call('relay.key', { key: 'top secret' })
  expect((await t.call('relay.test', {})).url).toContain('X-Amz-Signature')
  expect(server.requests.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'GET', 'DELETE'])
  expect(server.objects.size).toBe(0)
})
