import { expect, test } from 'vitest'
import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { groupChannels } from '../../src-renderer/accounts/channel-groups.ts'
import { needsSecret, secretWords, signsInBy } from '../../src-renderer/accounts/needs-secret.ts'
import { createSignInFlow } from '../../src-renderer/accounts/sign-in-flow.ts'
import { createScriptedChannel } from '../fixtures/scripted-channel.ts'
import { createManualTimers } from './manual-timers.ts'
import { createMemoryBridge, emptyWorld, makeAccount } from './memory-bridge.ts'
import { failure } from './memory-kit.ts'

const ASKED = { channel: 'x', settings: { clientId: 'app-1' } }
const BACK = 'http://127.0.0.1:47811/sign-in'

const setUp = () => {
  const bridge = createMemoryBridge(emptyWorld())
  const timers = createManualTimers()
  const opened: string[] = []
  const arrived: string[] = []
  const flow = createSignInFlow(bridge, timers, (url) => void opened.push(url))
  const start = () => flow.start(ASKED, (signInId) => void arrived.push(signInId))
  const waiting = () => {
    const step = flow.state.getState()
    if (step.kind !== 'waiting') throw new Error(`it is ${step.kind}`)
    return step
  }
  return { bridge, timers, opened, arrived, flow, start, waiting, kind: () => flow.state.getState().kind }
}

const calls = ({ bridge }: ReturnType<typeof setUp>, method: string) =>
  bridge.calls.filter((call) => call.method === method)

test('the browser opens once, and the person who comes back is heard of', async () => {
  const s = setUp()
  await s.start()
  expect(s.opened).toEqual([s.waiting().url])
  const { signInId } = s.waiting()
  await s.bridge.call('signIns.finish', { signInId, address: `${BACK}?code=1` })
  expect(s.flow.state.getState()).toEqual({ kind: 'arrived', signInId })
  expect(s.arrived).toEqual([signInId])
})

test('a person who comes back without the core being heard is found by asking, once', async () => {
  const s = setUp()
  const deaf = { ...s.bridge, subscribe: () => () => undefined }
  const flow = createSignInFlow(deaf, s.timers, () => undefined)
  await flow.start(ASKED, (signInId) => void s.arrived.push(signInId))
  const step = flow.state.getState()
  if (step.kind !== 'waiting') throw new Error('it does not wait')
  await s.timers.pass(2_000)
  expect(flow.state.getState().kind).toBe('waiting')
  await s.bridge.call('signIns.finish', { signInId: step.signInId, address: `${BACK}?code=1` })
  await s.timers.pass(2_000)
  await s.timers.pass(20_000)
  expect(s.arrived).toEqual([step.signInId])
  expect(calls(s, 'signIns.get')).toHaveLength(2)
})

test('a wrong address is said to be one and can be pasted again', async () => {
  const s = setUp()
  await s.start()
  await s.flow.paste('http://elsewhere')
  expect(s.waiting()).toMatchObject({ finishing: false, failure: { message: 'This is not the address.' } })
  await s.flow.paste(`${BACK}?code=1`)
  expect(s.kind()).toBe('arrived')
  expect(s.arrived).toHaveLength(1)
})

test('a person who says no ends it with the reason', async () => {
  const s = setUp()
  await s.start()
  await s.flow.paste(`${BACK}?error=access_denied`)
  expect(s.flow.state.getState()).toMatchObject({ kind: 'failed', failure: { message: 'It was not allowed in.' } })
  expect(s.arrived).toEqual([])
})

test('what cannot begin says why, and opens nothing', async () => {
  const s = setUp()
  s.bridge.world.failing.set('signIns.start', failure('keychain-unavailable', 'There is no keychain.'))
  await s.start()
  expect(s.flow.state.getState()).toMatchObject({ kind: 'failed', failure: { code: 'keychain-unavailable' } })
  expect(s.opened).toEqual([])
})

test('giving up tells the core, also where its answer is still on the way', async () => {
  const s = setUp()
  await s.start()
  s.flow.cancel()
  expect(s.kind()).toBe('idle')
  const starting = s.start()
  s.flow.cancel()
  await starting
  expect(s.kind()).toBe('idle')
  expect(s.opened).toHaveLength(1)
  expect(calls(s, 'signIns.cancel')).toHaveLength(2)
  await s.timers.pass(10_000)
  expect(calls(s, 'signIns.get')).toEqual([])
})

const channel = (change: Partial<ChannelDescriptor>): ChannelDescriptor => ({
  ...createScriptedChannel().channel.descriptor,
  ...change,
})

test('channels stand by group in a fixed order, and every word of a search narrows them', () => {
  const channels = [
    channel({ key: 'x', name: 'X', group: 'app', summary: 'Posts to X.' }),
    channel({ key: 'folder', name: 'Folder', group: 'own', summary: 'Writes files.' }),
    channel({ key: 'mastodon', name: 'Mastodon', group: 'open', summary: 'Posts to any server.' }),
  ]
  expect(groupChannels(channels, '').map(({ key }) => key)).toEqual(['own', 'open', 'app'])
  const found = groupChannels(channels, ' posts SERVER ').flatMap((group) => group.channels)
  expect(found.map(({ key }) => key)).toEqual(['mastodon'])
  expect(groupChannels(channels, 'nothing like it')).toEqual([])
})

test('an app signs in whatever its secret; where a password does as well, typing one is choosing it', () => {
  const app = channel({ signIn: true, group: 'app' })
  const open = channel({ signIn: true, group: 'open' })
  expect([signsInBy(app, ''), signsInBy(app, 'secret')]).toEqual([true, true])
  expect([signsInBy(open, ''), signsInBy(open, 'secret')]).toEqual([true, false])
  expect(signsInBy(channel({ signIn: false }), '')).toBe(false)
})

test('a secret is needed where nothing else is kept or does', () => {
  const plain = channel({ signIn: false, secret: { title: 'Password', description: 'The password.' } })
  const optional = channel({ secret: { title: 'Secret', description: 'Of the app.', optional: true } })
  expect(needsSecret(plain, null)).toBe(true)
  expect(needsSecret(plain, makeAccount({ connection: 'signed-out' }))).toBe(false)
  expect(needsSecret(plain, makeAccount({ connection: 'disconnected' }))).toBe(true)
  expect(needsSecret(optional, null)).toBe(false)
  expect(needsSecret(channel({ signIn: true, group: 'open' }), null)).toBe(false)
  expect(needsSecret(channel({ signIn: true, group: 'app' }), null)).toBe(true)
  expect(secretWords(optional, null)).toBe('Of the app. Leave it empty if there is none.')
  expect(secretWords(plain, makeAccount({ connection: 'valid' }))).toContain('keep the one there is')
})
