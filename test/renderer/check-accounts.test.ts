import { expect, test } from 'vitest'
import type { Account } from '../../src-preload/contract/model/account.ts'
import { createAccountsStore } from '../../src-renderer/accounts/accounts-store.ts'
import { keptFor } from '../../src-renderer/accounts/needs-secret.ts'
import { checkAccounts } from '../../src-renderer/commands/check-accounts.ts'
import { createToastStore } from '../../src-renderer/shell/toast-store.ts'
import { say } from '../../src-renderer/words/say.ts'
import { descriptorOf } from './descriptor-of.ts'
import { createMemoryBridge, emptyWorld, makeAccount } from './memory-bridge.ts'
import { failure } from './memory-kit.ts'

const shut = failure('secret-unreadable', 'The keychain cannot be opened.', 'Connect the account again.')

/** What the person is told once all of these were checked. */
const told = async (...accounts: Partial<Account>[]): Promise<string[]> => {
  const bridge = createMemoryBridge({ ...emptyWorld(), accounts: accounts.map(makeAccount) })
  const store = createAccountsStore(bridge)
  expect(await store.load()).toBeNull()
  const toasts = createToastStore()
  await checkAccounts({ link: { bridge }, accounts: store, toasts, route: { go: () => undefined } })
  return toasts.state.getState().toasts.map(({ text }) => text)
}

test('where all accounts work that is told; those that are disconnected are not asked', async () => {
  expect(await told({ name: 'Alice' }, { name: 'Bob', connection: 'disconnected', failure: shut })).toEqual([
    say('commands.accounts-fine', { count: 1 }),
  ])
})

test('an account that could not be checked is named, with why', async () => {
  expect(await told({ name: 'Alice', failure: shut }, { name: 'Bob' })).toEqual([
    'Alice: The keychain cannot be opened.',
  ])
})

test('several are named, and of many some', async () => {
  const [alice, bob] = [
    { name: 'Alice', failure: shut },
    { name: 'Bob', connection: 'expiring' as const },
  ]
  expect(await told(alice, bob, { name: 'Cleo' })).toEqual(['Alice and Bob need a look.'])
  const many = ['C', 'D', 'E'].map((name) => ({ name, failure: shut }))
  expect(await told(alice, bob, ...many)).toEqual(['Alice, Bob, C and 2 others need a look.'])
})

test('disconnecting forgets only what there is', () => {
  const secret = { title: 'Password', description: '' }
  const how = (change: Parameters<typeof descriptorOf>[0]) =>
    say('accounts.disconnect-how', { kept: keptFor(descriptorOf(change)) })
  expect(how({ secret, signIn: false })).toMatch(/^Posthorn forgets its password\. What is queued/)
  expect(how({ secret, signIn: true })).toMatch(/^Posthorn forgets its sign-in\. What is queued/)
  expect(how({ secret: null, signIn: false })).toMatch(/^What is queued/)
})
