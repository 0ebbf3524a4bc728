import { expect, test } from 'vitest'
import type { Caller } from '../../../src-main/shell/node/caller/caller.ts'
import { signInBy, type Terminal } from '../../../src-main/shell/node/commands/sign-in.ts'
import { Refusal } from '../../../src-main/core/refusal.ts'
import { createSignInChannel } from '../../fixtures/sign-in-channel.ts'
import { followLink, linkLeadsTo, startSignInServer } from '../../fixtures/sign-in-contract-server.ts'
import { createTestClock } from '../../fixtures/test-clock.ts'
import { openTestApp } from '../../fixtures/test-world.ts'

const setUp = async () => {
  const server = await startSignInServer()
  const clock = createTestClock()
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const channel = createSignInChannel({ clock, random: () => 0.5, log, network: { isOnline: () => true } })
  const t = await openTestApp({ clock, channels: [channel] })
  const caller: Caller = {
    attended: true,
    call: async (method, input) => {
      const reply = await t.app.gate(method, input)
      if (!reply.ok) throw new Refusal(reply.failure)
      return reply.value as never
    },
    takeFile: () => Promise.reject(new Error('This takes no files.')),
    settle: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
  const told: string[] = []
  const opened: string[] = []
  let type = (_line: string) => {}
  const terminal: Terminal = {
    tell: (text) => void told.push(text),
    open: (url) => void opened.push(url),
    lines: (typed) => {
      type = typed
      return () => {}
    },
  }
  const asked = { channel: 'signed', settings: { clientId: 'app-1', server: server.url }, secret: 'app-secret-1' }
  /** The link that was printed. */
  const link = async () => {
    await expect.poll(() => told.join('\n')).toContain('/authorize?')
    return /http\S+authorize\S+/.exec(told.join('\n'))?.[0] ?? ''
  }
  return { t, server, caller, told, opened, terminal, asked, link, type: (line: string) => type(line) }
}

test('The command prints the link, opens it, and goes on once the browser is back.', async () => {
  const s = await setUp()
  const signing = signInBy(s.caller, s.asked, true, s.terminal)
  const link = await s.link()
  expect(s.opened).toEqual([link])
  await followLink(link)
  const signInId = await signing
  expect(await s.t.call('accounts.add', { channel: 'signed', name: 'Mine', signInId })).toMatchObject({
    identity: '@person',
  })
})

test('Without a browser the address is pasted; a wrong one is said to be one, and the command waits on.', async () => {
  const s = await setUp()
  const signing = signInBy(s.caller, s.asked, false, s.terminal)
  const link = await s.link()
  expect(s.opened).toEqual([])
  await expect.poll(() => s.told.length).toBe(2)
  s.type('http://127.0.0.1/elsewhere')
  await expect.poll(() => s.told.join('\n')).toContain('This is not the address')
  s.type(await linkLeadsTo(link))
  expect(await signing).toMatch(/^sgn_/)
})

test('A person who says no ends the command with the reason.', async () => {
  const s = await setUp()
  s.server.refuse('access_denied')
  const signing = signInBy(s.caller, s.asked, false, s.terminal)
  await Promise.all([
    expect(signing).rejects.toMatchObject({ failure: { code: 'wrong-credentials' } }),
    s.link().then(followLink),
  ])
})
