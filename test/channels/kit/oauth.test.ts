import { OAuth2Server } from 'oauth2-mock-server'
import { expect, onTestFinished, test } from 'vitest'
import type { Access, SessionSlot, SignInRequest } from '../../../src-main/channels/channel.ts'
import { createOAuth } from '../../../src-main/channels/kit/oauth/create-oauth.ts'
import type { Provider, Tokens } from '../../../src-main/channels/kit/oauth/provider.ts'
import { NoSecret } from '../../../src-main/channels/kit/request-failures.ts'
import { RequestFailed } from '../../../src-main/channels/kit/send-request.ts'
import { providerAt } from '../../fixtures/sign-in-channel.ts'
import { linkLeadsTo, type SignInServer, startSignInServer } from '../../fixtures/sign-in-contract-server.ts'
import { tools as worldTools } from '../channel-world.ts'

type Settings = { clientId: string }

const REDIRECT = 'http://127.0.0.1:47811/sign-in'
const HOUR = 3_600_000

/** A slot that keeps its turns, as the keeper of secrets does. */
const turningSlot = (): SessionSlot & { value: string | null; saves: number } => {
  let turn: Promise<unknown> = Promise.resolve()
  const slot = {
    value: null as string | null,
    saves: 0,
    load: () => Promise.resolve(slot.value),
    save: (next: string) => {
      slot.value = next
      slot.saves += 1
      return Promise.resolve()
    },
    exclusively: <T>(work: () => Promise<T>): Promise<T> => {
      const mine = turn.then(work, work)
      turn = mine.catch(() => {})
      return mine
    },
  }
  return slot
}

const setUp = (server: Pick<SignInServer, 'url'>, change: Partial<Provider> = {}) => {
  let now = Date.UTC(2026, 10, 22, 9)
  const logged: string[] = []
  const note = (message: string, about?: object) => void logged.push(`${message} ${JSON.stringify(about ?? {})}`)
  const tools = {
    ...worldTools,
    clock: { now: () => now, after: () => () => {} },
    log: { info: note, warn: note, error: note },
  }
  const session = turningSlot()
  const oauth = createOAuth<Settings>(providerAt(server.url, change), 'fixed', tools)
  const signal = AbortSignal.timeout(20_000)
  const request: SignInRequest<Settings> = {
    settings: { clientId: 'app-1' },
    secret: 'app-secret-1',
    redirect: REDIRECT,
    signal,
  }
  const begin = async () => {
    const begun = await oauth.signIn.begin(request)
    if (begun.kind !== 'begun') throw new Error(begun.failure.message)
    return begun
  }
  return {
    oauth,
    session,
    logged,
    request,
    begin,
    pass: (span: number) => void (now += span),
    now: () => now,
    /** Each piece of work has an access of its own. */
    access: (change: Partial<Access<Settings>> = {}): Access<Settings> => ({
      settings: { clientId: 'app-1' },
      secret: 'app-secret-1',
      session,
      destination: null,
      signal,
      ...change,
    }),
    signIn: async () => {
      const { url, memory } = await begin()
      return oauth.signIn.finish(request, memory, new URL(await linkLeadsTo(url)))
    },
    /** Signs in, and puts what came of it where an account has it. */
    connect: async (): Promise<Tokens> => {
      const { url, memory } = await begin()
      const done = await oauth.signIn.finish(request, memory, new URL(await linkLeadsTo(url)))
      if (done.kind !== 'signed-in') throw new Error(done.failure.message)
      session.value = done.session
      return JSON.parse(done.session) as Tokens
    },
  }
}

const keptIn = ({ value }: { value: string | null }) => JSON.parse(value ?? '') as Tokens

test.each(['form', 'header', 'none'] as const)(
  'A person signs in with an app that shows itself by: %s.',
  async (client) => {
    const server = await startSignInServer({ client })
    const s = setUp(server, { client })
    const tokens = await s.connect()
    expect(tokens).toMatchObject({
      obtainedAt: s.now(),
      expiresAt: s.now() + HOUR,
      refreshExpiresAt: null,
      scopes: ['post', 'read'],
      about: { user_id: '7' },
    })
    expect(s.oauth.life(tokens)).toEqual({ renewAt: s.now() + HOUR / 2 })
    expect(s.oauth.permissions(tokens, { clientId: 'app-1' }).map(({ granted }) => granted)).toEqual([true, true])
    expect(server.faults).toEqual([])
  },
)

test('A person signs in at a server that others wrote, by which the proof key is checked as well.', async () => {
  const other = new OAuth2Server()
  await other.issuer.keys.generate('RS256')
  await other.start(0, '127.0.0.1')
  onTestFinished(() => other.stop())
  const url = (other.issuer.url ?? '').replace('localhost', '127.0.0.1')
  const s = setUp({ url })
  const tokens = await s.connect()
  expect(tokens.access.length).toBeGreaterThan(20)
  s.pass(HOUR)
  expect((await s.oauth.tokens(s.access())).obtainedAt).toBe(s.now())
})

test('The way to the network carries what it asks for, under the names that it uses.', async () => {
  const s = setUp(await startSignInServer(), {
    clientIdName: 'client_key',
    separator: ',',
    extra: { access_type: 'offline' },
  })
  const { url, memory } = await s.begin()
  const asked = Object.fromEntries(new URL(url).searchParams)
  expect(asked).toMatchObject({
    client_key: 'app-1',
    scope: 'post,read',
    access_type: 'offline',
    code_challenge_method: 'S256',
    redirect_uri: REDIRECT,
  })
  expect(asked).not.toHaveProperty('client_id')
  const { state, verifier } = JSON.parse(memory) as { state: string; verifier: string }
  expect(asked['state']).toBe(state)
  expect(url).not.toContain(verifier)
})

test('Nothing secret goes to an address that is neither encrypted nor on this computer.', async () => {
  const s = setUp({ url: 'http://network.example' })
  expect(await s.oauth.signIn.begin(s.request)).toMatchObject({ kind: 'refused', failure: { code: 'invalid-input' } })
})

test('A person who says no gets told so, and what to do.', async () => {
  const server = await startSignInServer()
  server.refuse('access_denied')
  const s = setUp(server)
  const done = await s.signIn()
  expect(done).toMatchObject({ kind: 'refused', failure: { message: 'Posthorn was not allowed in at Signed.' } })
  server.refuse('invalid_scope')
  expect(await s.signIn()).toMatchObject({ kind: 'refused', failure: { detail: 'invalid_scope' } })
  server.refuse('temporarily_unavailable')
  expect(await s.signIn()).toMatchObject({ kind: 'unreachable' })
})

test('An address with the state of another sign-in, or without a code, is refused and asks for nothing.', async () => {
  const server = await startSignInServer()
  const s = setUp(server)
  const [first, second] = [await s.begin(), await s.begin()]
  const arrived = new URL(await linkLeadsTo(first.url))
  expect(await s.oauth.signIn.finish(s.request, second.memory, arrived)).toMatchObject({
    kind: 'refused',
    failure: { field: 'address' },
  })
  arrived.searchParams.delete('code')
  expect(await s.oauth.signIn.finish(s.request, first.memory, arrived)).toMatchObject({ kind: 'refused' })
  expect(server.requests).toEqual([])
})

test('A code that was used already is no good any more, and is not repeated in what is said.', async () => {
  const server = await startSignInServer()
  const s = setUp(server)
  const { url, memory } = await s.begin()
  const arrived = new URL(await linkLeadsTo(url))
  expect((await s.oauth.signIn.finish(s.request, memory, arrived)).kind).toBe('signed-in')
  const again = await s.oauth.signIn.finish(s.request, memory, arrived)
  expect(again).toMatchObject({ kind: 'refused', failure: { detail: expect.stringContaining('[secret] is not good') } })
})

test('A wrong app secret is said to be one.', async () => {
  const s = setUp(await startSignInServer({ secret: 'another-secret' }))
  expect(await s.signIn()).toMatchObject({
    kind: 'refused',
    failure: { code: 'wrong-credentials', field: 'secret' },
  })
})

test('Five callers at half of the life of a token renew it once, and all get the new one.', async () => {
  const server = await startSignInServer()
  const s = setUp(server)
  const first = await s.connect()
  s.pass(HOUR / 2)
  const got = await Promise.all([1, 2, 3, 4, 5].map(() => s.oauth.tokens(s.access())))
  expect(new Set(got.map(({ access }) => access)).size).toBe(1)
  expect(got[0]?.access).not.toBe(first.access)
  expect(server.requests.filter(({ form }) => form['grant_type'] === 'refresh_token')).toHaveLength(1)
  expect(s.session.saves).toBe(1)
  expect(keptIn(s.session)).toEqual(got[0])
})

test('Before half of its life a token is acted by as it is, without the network.', async () => {
  const server = await startSignInServer()
  const s = setUp(server)
  const first = await s.connect()
  s.pass(HOUR / 2 - 1)
  expect(await s.oauth.tokens(s.access())).toEqual(first)
  expect(server.requests).toHaveLength(1)
})

test('Five callers whose token was refused renew it once, however late one of them asks.', async () => {
  const server = await startSignInServer()
  const s = setUp(server)
  await s.connect()
  const callers = [1, 2, 3, 4, 5].map(() => s.access())
  for (const caller of callers) await s.oauth.tokens(caller)
  const early = await Promise.all(callers.slice(0, 4).map((caller) => s.oauth.tokens(caller, 'fresh')))
  const late = await Promise.all(callers.slice(4).map((caller) => s.oauth.tokens(caller, 'fresh')))
  expect(new Set([...early, ...late].map(({ access }) => access)).size).toBe(1)
  expect(server.requests).toHaveLength(2)
})

test('A refresh token that the answer does not replace is kept, with the scopes that it does not repeat.', async () => {
  const server = await startSignInServer()
  const s = setUp(server)
  const first = await s.connect()
  server.behave('keep-refresh')
  s.pass(HOUR / 2)
  expect(await s.oauth.tokens(s.access())).toMatchObject({ refresh: first.refresh, scopes: ['post', 'read'] })
  expect(keptIn(s.session).refresh).toBe(first.refresh)
})

test('A network out of reach leaves the token that still lives; one that is over cannot be acted by.', async () => {
  const server = await startSignInServer()
  const s = setUp(server)
  const first = await s.connect()
  server.behave('hang-up', { status: 503, body: {} }, 'html', { status: 429, body: {} })
  s.pass(HOUR / 2)
  expect(await s.oauth.tokens(s.access())).toEqual(first)
  expect(await s.oauth.renew(s.access())).toMatchObject({ kind: 'unreachable' })
  s.pass(HOUR)
  await expect(s.oauth.tokens(s.access())).rejects.toThrow(RequestFailed)
  await expect(s.oauth.tokens(s.access())).rejects.toThrow(RequestFailed)
  expect((await s.oauth.tokens(s.access())).access).not.toBe(first.access)
})

test('A sign-in that was taken back asks for a person, in plain words and without a secret in them.', async () => {
  const server = await startSignInServer()
  const s = setUp(server)
  await s.connect()
  server.revoke()
  s.pass(HOUR / 2)
  const renewed = await s.oauth.renew(s.access())
  expect(renewed).toMatchObject({ kind: 'refused', failure: { code: 'signed-out' } })
  await expect(s.oauth.tokens(s.access())).rejects.toThrow(NoSecret)
  const everything = JSON.stringify([renewed, s.logged])
  for (const secret of [...server.issued, 'app-secret-1']) expect(everything).not.toContain(secret)
})

test('A renewal says when the next one is due, and renews only what is due.', async () => {
  const server = await startSignInServer()
  const s = setUp(server)
  await s.connect()
  expect(await s.oauth.renew(s.access())).toEqual({ kind: 'renewed', renewAt: s.now() + HOUR / 2, expiresAt: null })
  expect(server.requests).toHaveLength(1)
  s.pass(HOUR / 2)
  expect(await s.oauth.renew(s.access())).toEqual({ kind: 'renewed', renewAt: s.now() + HOUR / 2, expiresAt: null })
  expect(server.requests).toHaveLength(2)
})

test('Work that was called off sends nothing; a renewal that was sent is kept, though its work was called off.', async () => {
  const server = await startSignInServer()
  const s = setUp(server)
  await s.connect()
  s.pass(HOUR)
  await expect(s.oauth.tokens(s.access({ signal: AbortSignal.abort() }))).rejects.toThrow(RequestFailed)
  expect(server.requests).toHaveLength(1)
  const stop = new AbortController()
  const renewing = s.oauth.tokens(s.access({ signal: stop.signal }))
  await expect.poll(() => server.requests.length).toBe(2)
  stop.abort()
  expect(keptIn({ value: JSON.stringify(await renewing) })).toEqual(keptIn(s.session))
})

test('Without anybody signed in, or with what cannot be read, a person is asked for.', async () => {
  const s = setUp(await startSignInServer())
  await expect(s.oauth.tokens(s.access())).rejects.toThrow(NoSecret)
  s.session.value = '{"access":1}'
  await expect(s.oauth.tokens(s.access())).rejects.toThrow(NoSecret)
})

test('A network with long-lived tokens in place of refresh tokens exchanges at once, and renews by the same.', async () => {
  const server = await startSignInServer()
  let exchanges = 0
  const s = setUp(server, {
    exchange: (tokens) => {
      exchanges += 1
      return Promise.resolve({
        ...tokens,
        access: `long-${exchanges}`,
        refresh: null,
        obtainedAt: s.now(),
        expiresAt: s.now() + 60 * HOUR,
      })
    },
  })
  const tokens = await s.connect()
  expect(tokens.access).toBe('long-1')
  expect(await s.oauth.renew(s.access())).toMatchObject({
    renewAt: s.now() + 30 * HOUR,
    expiresAt: s.now() + 60 * HOUR,
  })
  s.pass(30 * HOUR)
  expect((await s.oauth.tokens(s.access())).access).toBe('long-2')
})

test('Answers in a shape of the network’s own are read: ids stay exact, scopes with commas, a refresh token that ends.', async () => {
  const server = await startSignInServer()
  const s = setUp(server, { shape: (body) => (body as { data: unknown[] }).data[0] })
  server.behave({
    status: 200,
    body: {
      data: [{ access_token: 'a-token', user_id: '17841405793187218', scope: 'post,read', refresh_expires_in: 7200 }],
    },
  })
  const tokens = await s.connect()
  expect(tokens).toMatchObject({
    scopes: ['post', 'read'],
    about: { user_id: '17841405793187218' },
    expiresAt: null,
    refreshExpiresAt: s.now() + 2 * HOUR,
  })
})

test('What was not granted is told of each permission.', async () => {
  const s = setUp(await startSignInServer({ granted: 'read' }))
  const tokens = await s.connect()
  expect(s.oauth.permissions(tokens, { clientId: 'app-1' })).toEqual([
    { name: 'post', why: 'To publish.', granted: false },
    { name: 'read', why: 'To see what stands.', granted: true },
  ])
})
