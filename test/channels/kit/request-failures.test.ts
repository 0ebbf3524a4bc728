import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Outcome } from '../../../src-main/channels/channel.ts'
import { type Manners, outcomeOf, refusalOf } from '../../../src-main/channels/kit/request-failures.ts'
import { RequestFailed } from '../../../src-main/channels/kit/send-request.ts'
import { Refusal, failedInEnglish } from '../../../src-main/core/refusal.ts'
import { startDiscordContractServer, WEBHOOK } from '../../fixtures/discord-contract-server.ts'
import { HOOK, startSlackContractServer } from '../../fixtures/slack-contract-server.ts'
import { CHAT, startTelegramContractServer, TOKEN } from '../../fixtures/telegram-contract-server.ts'
import { channelNamed, draftOf, tools, workOf } from '../channel-world.ts'

/* What the channels that speak by single requests have in common: how a request can end, and what is told of it. */

const logged: string[] = []
const write = (...words: unknown[]) => void logged.push(JSON.stringify(words))
const log = { info: write, warn: write, error: write }

const NETWORKS = {
  telegram: async () => {
    const server = await startTelegramContractServer()
    const settings = { chat: '@news_channel', server: server.url, chatId: CHAT.id }
    return { server, settings, secret: TOKEN, remote: `${CHAT.id}/101`, pieces: [TOKEN, TOKEN.split(':')[1] ?? ''] }
  },
  discord: async () => {
    const server = await startDiscordContractServer()
    return { server, settings: {}, secret: server.secret, remote: '900', pieces: [server.secret, WEBHOOK.token] }
  },
  slack: async () => {
    const server = await startSlackContractServer()
    const pieces = [server.secret, HOOK, HOOK.split('/').at(-1) ?? '']
    return { server, settings: {}, secret: server.secret, remote: '1-a', pieces }
  },
} as const
type Key = keyof typeof NETWORKS
const KEYS = Object.keys(NETWORKS) as Key[]

const start = async (key: Key, online = true) => {
  const network = await NETWORKS[key]()
  const channel = channelNamed(key, { log, network: { isOnline: () => online } })
  return {
    ...network,
    channel,
    work: (more: Parameters<typeof workOf>[2] = {}) =>
      workOf(channel, draftOf('Hello'), { settings: network.settings, secret: network.secret, ...more }),
  }
}

/** A port that nobody listens on. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

test.each(KEYS)('%s: an answer that is cut off, or torn in the middle, leaves it unclear', async (key) => {
  const { channel, server, work } = await start(key)
  for (const fate of ['cut', 'torn'] as const) {
    server.say(/POST/, { fate, after: true })
    const outcome = await channel.publish(work())
    expect(outcome).toMatchObject({ kind: 'unclear', failure: { code: 'answer-lost' } })
    // Nobody can be asked, so the person is told what to do.
    expect(outcome.kind === 'unclear' && outcome.failure.next).toContain('look there')
  }
})

test.each(KEYS)('%s: trouble of the server, or a page in place of an answer, leaves it unclear', async (key) => {
  const { channel, server, work } = await start(key)
  for (const [status, body] of [
    [500, 'rollup_error'],
    [502, '<html><h1>Bad gateway</h1></html>'],
    [503, { message: 'Sorry' }],
    [408, ''],
    [200, '<html><h1>Welcome</h1></html>'],
    [200, { ok: true }],
  ] as const) {
    server.say(/POST/, { status, body })
    expect(await channel.publish(work())).toMatchObject({
      kind: 'unclear',
      failure: { code: 'answer-lost', detail: expect.stringContaining(String(status)) },
    })
  }
})

test.each(KEYS)('%s: a page that refuses is something on the way, and nothing was posted', async (key) => {
  const { channel, server, work } = await start(key)
  server.say(/POST/, { status: 403, body: '<html><h1>Blocked by the school</h1></html>' })
  expect(await channel.publish(work())).toMatchObject({
    kind: 'rejected',
    failure: { code: 'channel-error', detail: '403 Blocked by the school' },
  })
  server.say(/POST/, { status: 302, headers: { location: 'https://login.example/' } })
  expect(await channel.publish(work())).toMatchObject({ kind: 'retry', failure: { code: 'unreachable' } })
  expect(server.requests).toHaveLength(2)
})

test.each(KEYS)('%s: an answer that nobody knows is kept whole for the activity log', async (key) => {
  const { channel, server, work } = await start(key)
  const strange = Array.from({ length: 500 }, (_, index) => `word${index}`).join(' ')
  server.say(/POST/, { status: 418, body: strange })
  const outcome = await channel.publish(work())
  expect(outcome).toMatchObject({ kind: 'rejected', failure: { detail: `418 ${strange}` } })
})

test.each(KEYS)('%s: an answer that shows what was made elsewhere leaves open whether it was made', async (key) => {
  const { channel, server, work } = await start(key)
  server.say(/POST/, { status: 303, headers: { location: 'https://network.example/post' } })
  expect(await channel.publish(work())).toMatchObject({ kind: 'unclear' })
})

test.each(KEYS)('%s: an answer that never comes ends with the call, unclear', async (key) => {
  const { channel, server, work } = await start(key)
  const ended = new AbortController()
  server.say(/POST/, { fate: 'silence' })
  const outcome = channel.publish(work({ signal: ended.signal }))
  await expect.poll(() => server.requests.length).toBe(1)
  ended.abort()
  expect(await outcome).toMatchObject({ kind: 'unclear' })
})

test.each(KEYS)('%s: a call that is over before it began sends nothing', async (key) => {
  const { channel, server, work } = await start(key)
  expect(await channel.publish(work({ signal: AbortSignal.abort() }))).toMatchObject({ kind: 'retry' })
  expect(server.requests).toEqual([])
})

test.each(KEYS)(
  '%s: a server that is not there is worth another try, and so is a computer that is offline',
  async (key) => {
    const { channel, settings, secret, server, work } = await start(key)
    const { channel: offline } = await start(key, false)
    const nobody = await freePort()
    const away = (value: string) => value.replace(server.url, `http://127.0.0.1:${nobody}`)
    const elsewhere = work({
      secret: away(secret),
      settings: 'server' in settings ? { ...settings, server: away(settings.server) } : settings,
    })
    expect(await channel.publish(elsewhere)).toMatchObject({ kind: 'retry', failure: { code: 'unreachable' } })
    expect(await offline.publish(elsewhere)).toMatchObject({ kind: 'retry', failure: { code: 'offline' } })
    expect(await channel.connect(elsewhere)).toMatchObject({ kind: 'unreachable', failure: { code: 'unreachable' } })
  },
)

test.each(KEYS)('%s: a check of the account that is limited or in trouble refuses nothing', async (key) => {
  const { channel, server, work } = await start(key)
  server.say(/./, { status: 429, body: '', headers: { 'retry-after': '10' } })
  expect(await channel.connect(work())).toMatchObject({ kind: 'unreachable', failure: { code: 'rate-limited' } })
  server.say(/./, { status: 503, body: '' })
  expect(await channel.connect(work())).toMatchObject({ kind: 'unreachable', failure: { code: 'unreachable' } })
})

test.each(KEYS)(
  '%s: a limit that says nothing, or nonsense, is waited for a minute; one with a date until then',
  async (key) => {
    const { server, work } = await start(key)
    const now = Date.parse('2026-11-22T08:00:00Z')
    const channel = channelNamed(key, { ...tools, clock: { now: () => now, after: () => () => {} } })
    for (const [after, seconds] of [
      ['', 60],
      ['soon', 60],
      ['Sun, 22 Nov 2026 08:05:00 GMT', 300],
      ['Sun, 22 Nov 2026 07:00:00 GMT', 0],
      ['2.5', 2.5],
    ] as const) {
      server.say(/POST/, { status: 429, body: '<h1>Slow down</h1>', headers: { 'retry-after': after } })
      expect(await channel.publish(work())).toMatchObject({ kind: 'limited', until: now + seconds * 1000 })
    }
  },
)

/** Whatever a server may make of a secret that it repeats. */
const wrapped = (secret: string) =>
  fc.oneof(
    fc.constant(secret),
    fc.constant(encodeURIComponent(secret)),
    fc.constant(JSON.stringify({ url: secret }).replaceAll('/', String.raw`\/`)),
    fc.constant(secret.toUpperCase()),
    fc.constant(`<b>${secret}</b>`),
    fc.tuple(fc.string(), fc.string()).map(([before, after]) => `${before} ${secret} ${after}`),
    fc.constant(secret.replaceAll('/', '&#x2F;').replaceAll(':', '&#58;')),
    fc.constant(`${'x'.repeat(480)} ${secret}`),
  )

test.each(KEYS)('%s: whatever goes wrong and whatever the server says, the secret is not told', async (key) => {
  const { channel, server, work, remote, pieces } = await start(key)
  const statuses = fc.constantFrom(200, 204, 301, 400, 401, 403, 404, 408, 410, 413, 418, 422, 425, 429, 500, 502)
  const saying = fc
    .oneof(...pieces.map(wrapped))
    .chain((words) =>
      fc.constantFrom<object | string>(
        words,
        { ok: false, error_code: 400, description: words },
        { ok: false, error_code: 403, description: words },
        { ok: false, error_code: 404, description: words },
        { code: 50_035, message: words, errors: { content: { _errors: [{ message: words }] } } },
        { code: 10_008, message: words },
      ),
    )
  const calls = {
    connect: () => channel.connect(work()),
    publish: () => channel.publish(work()),
    edit: () => channel.edit?.(work(), { id: remote, url: null, parts: [] }),
    unpublish: () => channel.unpublish?.(work(), { id: remote, url: null, parts: [] }),
  }
  const call = fc.constantFrom(...(Object.keys(calls) as (keyof typeof calls)[]))
  await fc.assert(
    fc.asyncProperty(call, statuses, saying, async (name, status, body) => {
      if (calls[name] === undefined) return
      const before = server.requests.length
      server.say(/./, status === 204 ? { status } : { status, body })
      const told = JSON.stringify((await calls[name]()) ?? null).toLowerCase()
      for (const piece of pieces) {
        expect(told).not.toContain(piece.toLowerCase())
        expect(told).not.toContain(encodeURIComponent(piece).toLowerCase())
      }
      expect(server.requests.length - before).toBeLessThanOrEqual(3)
    }),
    { numRuns: 150 },
  )
  for (const piece of pieces) expect(logged.join('\n')).not.toContain(piece)
})

test.each(KEYS)('%s: a line that breaks tells no secret either', async (key) => {
  const { channel, server, work, pieces } = await start(key)
  const outcomes: Outcome[] = []
  for (const fate of ['cut', 'torn'] as const) {
    server.say(/POST/, { fate })
    outcomes.push(await channel.publish(work()))
  }
  for (const piece of pieces) expect(JSON.stringify(outcomes)).not.toContain(piece)
})

const manners: Manners = { name: 'Network', host: 'network.example', redact: (text) => text, judge: () => null }
const answered = (status: number, writes: boolean, text = '<h1>Welcome</h1>', body?: unknown) =>
  new RequestFailed({ status, headers: new Headers(), body, text }, writes)

test.each([
  ['a page where something was asked', answered(200, false), 'retry', 'unreachable'],
  ['a page where a post was sent', answered(200, true), 'unclear', 'answer-lost'],
  ['a network on the way that wants a sign-in', answered(511, false), 'retry', 'unreachable'],
  ['the same where a post was sent: it did not come through', answered(511, true), 'retry', 'unreachable'],
  ['JSON of another shape', answered(200, false, '{"hello":1}', { hello: 1 }), 'rejected', 'channel-error'],
  ['a page that refuses: it may be the network’s own', answered(403, false), 'rejected', 'channel-error'],
  ['a page that knows nothing', answered(404, false), 'rejected', 'channel-error'],
])('%s', (_, error, kind, code) => {
  expect(outcomeOf(error, manners, tools)).toMatchObject({ kind, failure: { code } })
})

test('whoever connects an account hears of a page that the address is none of the network’s', () => {
  expect(refusalOf(answered(200, false), manners, tools)).toMatchObject({
    kind: 'refused',
    failure: { code: 'channel-error', message: 'network.example does not answer like Network.' },
  })
})

test.each([
  ['unreachable', 'retry'],
  ['offline', 'retry'],
  ['rate-limited', 'retry'],
  ['wrong-credentials', 'rejected'],
  ['channel-unsupported', 'rejected'],
  ['media-missing', 'rejected'],
] as const)('a relay that throws %s makes of it %s', (code, kind) => {
  const error = new Refusal(failedInEnglish(code, 'The relay did not take the file.', 'Look at the relay.'))
  expect(outcomeOf(error, manners, tools)).toEqual({ kind, failure: error.failure })
})
