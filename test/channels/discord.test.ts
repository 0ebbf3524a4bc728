import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { bytesOf, LEFT_OUT } from '../fixtures/contract-server.ts'
import { CHANNEL, GUILD, payloadOf, startDiscordContractServer, WEBHOOK } from '../fixtures/discord-contract-server.ts'
import { channelNamed, draftOf, mediaOf, workOf } from './channel-world.ts'

/* Against a contract server: it is no Discord, but holds every request to the description of Discord's API. */
type Contract = Awaited<ReturnType<typeof startDiscordContractServer>>
let contract: Contract

const start = async (now: () => number = Date.now) => {
  contract = await startDiscordContractServer()
  const discord = channelNamed('discord', { clock: { now, after: () => () => {} } })
  return {
    discord,
    work: (draft: Partial<Draft> | string, more: Parameters<typeof workOf>[2] = {}) =>
      workOf(discord, draftOf(draft), { settings: { guild: GUILD }, secret: contract.secret, ...more }),
    published: async (work: ReturnType<typeof workOf>) => {
      const outcome = await discord.publish(work)
      if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
      return outcome.remote
    },
  }
}
const payload = (index: number) => payloadOf(contract.requests.at(index) ?? { body: {}, form: null })
const picture = (format: 'png' | 'gif' = 'png') =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .toFormat(format)
    .toBuffer()
const movingGif = async () =>
  sharp(await Promise.all(['png' as const, 'gif' as const].map(picture)), { join: { animated: true } })
    .gif()
    .toBuffer()

test.skipIf(LEFT_OUT !== '')(
  `the contract server refuses what Discord's description does not have${LEFT_OUT}`,
  async () => {
    await start()
    const place = contract.secret.replace('/api/', '/api/v10/')
    const ask = (path: string, body: object, method: 'POST' | 'PATCH' = 'POST') =>
      fetch(place + path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    const mentions = { allowed_mentions: { parse: [] } }
    const answers = await Promise.all([
      ask('?wait=true', { ...mentions, content: 5 }),
      ask('?wait=true', { ...mentions, content: 'x'.repeat(2001) }),
      ask('?wait=true', { ...mentions, content: 'x', username: '' }),
      ask('?wait=true&nonce=1', { ...mentions, content: 'x' }),
      ask('/messages/1?wait=true', { ...mentions, content: 'x' }, 'PATCH'),
    ])
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400])
    expect(contract.breaches.splice(0).length).toBeGreaterThanOrEqual(5)
  },
)

test('connects by asking the webhook about itself, and keeps the server it belongs to', async () => {
  const { discord, work } = await start()
  expect(discord.descriptor.can).toMatchObject({ edit: true, unpublish: true, lookup: false, readBack: false })
  expect(await discord.connect(work('', { settings: {} }))).toEqual({
    kind: 'valid',
    identity: 'Announcements',
    settings: { guild: GUILD },
    picture: `${contract.url}/avatars/${WEBHOOK.id}/0a1b.png?size=128`,
  })
  expect(contract.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `GET /api/v10/webhooks/${WEBHOOK.id}/${WEBHOOK.token}`,
  ])
})

test.each([
  null,
  '',
  'token',
  'http://discord.example/api/webhooks/1/abc',
  'https://discord.com/channels/1/2',
  'https://discord.com/api/webhooks/1/abc/slack',
  'https://me:secret@discord.com/api/webhooks/1/abc',
])('%j is no address of a webhook: nothing is asked', async (secret) => {
  const { discord, work } = await start()
  expect(await discord.connect(work('', { secret }))).toMatchObject({
    kind: 'refused',
    failure: { code: 'wrong-credentials', field: 'secret', next: expect.stringContaining('Webhooks') },
  })
  expect(await discord.publish(work('x', { secret }))).toMatchObject({ kind: 'signed-out' })
  expect(contract.requests).toEqual([])
})

test('a webhook that is unknown, and one whose token is wrong, are refused', async () => {
  const { discord, work } = await start()
  const [unknown, wrong] = [`${contract.url}/api/webhooks/9/${WEBHOOK.token}`, `${contract.secret}x`]
  for (const secret of [unknown, wrong]) {
    expect(await discord.connect(work('', { secret }))).toMatchObject({
      kind: 'refused',
      failure: { code: 'wrong-credentials', field: 'secret' },
    })
    expect(await discord.publish(work('x', { secret }))).toMatchObject({ kind: 'signed-out' })
  }
})

test('emphasis becomes Markdown, and what would be taken for marks is written out', async () => {
  const { work, published } = await start()
  await published(
    work({
      text: '2*3 is six, see there',
      emphasis: [
        { kind: 'italic', start: 7, end: 10 },
        { kind: 'link', start: 16, end: 21, href: 'https://example.org' },
      ],
    }),
  )
  expect(payload(0)).toMatchObject({ content: String.raw`2\*3 is *six*, see [there](https://example.org)` })
})

test('what stands within code is not written out', async () => {
  const { work, published } = await start()
  await published(work({ text: 'run a_b', emphasis: [{ kind: 'code', start: 4, end: 7 }] }))
  expect(payload(0)).toMatchObject({ content: 'run `a_b`' })
})

test('a text that is too long once its emphasis is written out is refused beforehand', async () => {
  const emphasis = [{ kind: 'bold', start: 0, end: 2000 } as const]
  const { problems } = await channelNamed('discord').check(draftOf({ text: 'x'.repeat(2000), emphasis }), {})
  expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([{ code: 'text-too-long' }])
})

test('waits for its message, and notifies nobody unless it is told to', async () => {
  const { work, published } = await start()
  const remote = await published(work('Hello @everyone <@123>'))
  expect(remote.url).toBe(`${contract.url}/channels/${GUILD}/${CHANNEL}/${remote.id}`)
  const options = { mentions: ['users'], username: 'News', avatar_url: 'https://example.com/a.png' }
  await published(work({ text: 'Hello', options }))
  expect([payload(0), payload(1)]).toEqual([
    { content: 'Hello @everyone <@123>', allowed_mentions: { parse: [] } },
    {
      content: 'Hello',
      allowed_mentions: { parse: ['users'] },
      username: 'News',
      avatar_url: 'https://example.com/a.png',
    },
  ])
  expect(contract.requests.map(({ query }) => query.get('wait'))).toEqual(['true', 'true'])
})

test('posts, edits and takes down in a thread, which it names each time', async () => {
  const { discord, work, published } = await start()
  const one = work({ text: 'In a thread', options: { thread_id: '444' } })
  const remote = await published(one)
  expect(remote.url).toBe(`${contract.url}/channels/${GUILD}/444/${remote.id}`)
  expect(await discord.edit?.({ ...one, draft: { ...one.draft, text: 'Changed' } }, remote)).toMatchObject({
    kind: 'done',
  })
  expect([...contract.messages.values()]).toEqual([{ content: 'Changed', thread: '444' }])
  expect(await discord.unpublish?.(one, remote)).toEqual({ kind: 'done', remote })
  expect(contract.messages.size).toBe(0)
  expect(await discord.unpublish?.(one, remote)).toEqual({ kind: 'done', remote })
  expect(await discord.edit?.(one, remote)).toMatchObject({ kind: 'refused', failure: { code: 'not-found' } })
  expect(contract.requests.map(({ query }) => query.get('thread_id'))).toEqual(Array.from({ length: 5 }, () => '444'))
})

test('a post that the person found is changed by its address, and one that is nowhere is not said to be gone', async () => {
  const { discord, work, published } = await start()
  const { url } = await published(work('Lost'))
  const remote = { id: url ?? '', url, parts: [] }
  expect(await discord.edit?.(work('Found'), remote)).toEqual({ kind: 'done', remote })
  expect([...contract.messages.values()]).toMatchObject([{ content: 'Found' }])
  expect(await discord.unpublish?.(work(''), { ...remote, id: 'confirmed by hand' })).toMatchObject({
    kind: 'refused',
    failure: { code: 'rejected-by-channel' },
  })
})

test('files arrive byte for byte in their order, with their descriptions, a moving image moving', async () => {
  const { work, published } = await start()
  const files = [
    await picture(),
    await movingGif(),
    Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), randomBytes(2_000_000)]),
  ]
  const names = ['a.png', 'b.gif', 'c.mp4']
  const alts = ['A red square', '', 'It moves']
  const media = await Promise.all(files.map((bytes, index) => mediaOf(bytes, names[index], alts[index])))
  await published(work({ text: 'Three', media }))
  await published(work({ media: media.slice(0, 1) }))
  const form = contract.requests[0]?.form
  for (const [index, bytes] of files.entries()) expect(await bytesOf(form, `files[${index}]`)).toEqual(bytes)
  expect(payload(0)).toEqual({
    content: 'Three',
    allowed_mentions: { parse: [] },
    attachments: [
      { id: '0', filename: 'a.png', description: 'A red square' },
      { id: '1', filename: 'b.gif' },
      { id: '2', filename: 'c.mp4', description: 'It moves' },
    ],
  })
  expect(payload(1)).not.toHaveProperty('content')
})

test('judges a draft: 2000 characters, ten files, 25 MiB together, descriptions of 1024', async () => {
  const { discord } = await start()
  const codes = async (draft: Partial<Draft>) =>
    (await discord.check(draftOf(draft), {})).problems.map(({ severity, code }) => `${severity} ${code}`)
  const png = await mediaOf(await picture(), 'a.png', 'A')
  const mp4 = { ...png, mime: 'video/mp4', size: 9 * 1024 * 1024 }
  expect(await codes({ text: 'x'.repeat(2000) })).toEqual(['warning text-nearly-full'])
  expect(await codes({ text: 'x'.repeat(2001) })).toEqual(['error text-too-long'])
  expect(await codes({ media: Array.from({ length: 10 }, () => png) })).toEqual([])
  expect(await codes({ media: Array.from({ length: 11 }, () => png) })).toEqual(['error too-many-media'])
  expect(await codes({ media: [mp4, mp4] })).toEqual([])
  expect(await codes({ media: [mp4, mp4, mp4] })).toEqual(['error media-too-large'])
  expect(await codes({ media: [{ ...png, alt: 'x'.repeat(1025) }] })).toEqual(['error alt-too-long'])
  expect(await codes({ media: [await mediaOf(await movingGif(), 'b.gif', 'B')] })).toEqual([])
  expect(await codes({ text: 'x', options: { mentions: ['all'], thread_id: 'news' } })).toEqual([
    'error option-invalid',
    'error option-invalid',
  ])
})

test.each([
  [
    400,
    {
      code: 50_035,
      message: 'Invalid Form Body',
      errors: { username: { _errors: [{ code: 'X', message: 'Username cannot contain "discord"' }] } },
    },
    'rejected-by-channel',
    'username: Username cannot contain',
  ],
  [
    400,
    { code: 220_001, message: 'Webhooks posted to forum channels must have a thread_name or thread_id' },
    'rejected-by-channel',
    'forum',
  ],
  [400, { code: 10_003, message: 'Unknown Channel' }, 'rejected-by-channel', 'thread'],
  [400, { code: 50_006, message: 'Cannot send an empty message' }, 'empty-post', 'nothing'],
  [400, { code: 40_005, message: 'Request entity too large' }, 'media-too-large', 'too large'],
  [413, '<h1>413</h1>', 'media-too-large', 'too large'],
  [403, { code: 50_013, message: 'Missing Permissions' }, 'rejected-by-channel', 'Missing Permissions'],
])('a post that is answered with %i %j is rejected: %s', async (status, body, code, words) => {
  const { discord, work } = await start()
  contract.say(/POST/, { status, body })
  expect(await discord.publish(work('x'))).toMatchObject({
    kind: 'rejected',
    failure: { code, message: expect.stringContaining(words), detail: expect.stringContaining(String(status)) },
  })
})

test('waits as long as Discord says', async () => {
  const { discord, work } = await start(() => 1_000_000)
  const body = { message: 'You are being rate limited.', retry_after: 64.57, global: false }
  contract.say(/POST/, { status: 429, body, headers: { 'retry-after': '65' } })
  expect(await discord.publish(work('x'))).toMatchObject({ kind: 'limited', until: 1_064_570 })
})

test('sends nothing where the answer before said that there is no room, and goes on when there is', async () => {
  let now = 1_000_000
  const { discord, work, published } = await start(() => now)
  contract.say(/POST/, {
    status: 200,
    body: { id: '1', channel_id: CHANNEL },
    headers: { 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': '1.5' },
  })
  await published(work('The last of five'))
  expect(await discord.publish(work('x'))).toMatchObject({
    kind: 'limited',
    until: 1_001_500,
    failure: { code: 'rate-limited' },
  })
  expect(contract.requests).toHaveLength(1)
  now = 1_001_500
  await published(work('x'))
})

test('without the server it belongs to a message has no address', async () => {
  const { work, published } = await start()
  expect(await published(work('x', { settings: {} }))).toMatchObject({ url: null })
})
