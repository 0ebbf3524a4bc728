import { expect, test } from 'vitest'
import { mark } from '../../src-preload/contract/model/channel.ts'
import { createChannels } from '../../src-main/channels/index.ts'
import { createAccountsStore } from '../../src-renderer/accounts/accounts-store.ts'
import { tools } from '../channels/channel-world.ts'
import { createMemoryBridge, emptyWorld, makeAccount } from './memory-bridge.ts'

const channels = [...createChannels(tools).values()].map(({ descriptor }) => descriptor)
const markOf = (key: string) => channels.find((one) => one.key === key)?.mark

const setUp = async (...accounts: ReturnType<typeof makeAccount>[]) => {
  const world = { ...emptyWorld(), channels, accounts }
  const store = createAccountsStore(createMemoryBridge(world))
  expect(await store.load()).toBeNull()
  return store
}
const byHand = (rules: string) =>
  makeAccount({ channel: 'assisted', settings: { site: 'https://network.example', rules, path: '/to-post' } })

test('an account bears its network’s mark', async () => {
  const account = makeAccount({ channel: 'mastodon', settings: { rules: 'x' } })
  const store = await setUp(account)
  expect(store.markOf(account.id, 'mastodon')).toEqual(markOf('mastodon'))
})

test('what is posted by hand bears the mark of the network it is for', async () => {
  const [x, instagram, reddit] = [byHand('x'), byHand('instagram'), byHand('reddit')]
  const store = await setUp(x, instagram, reddit)
  expect(store.markOf(x.id, 'assisted')).toEqual(markOf('x'))
  expect(store.markOf(instagram.id, 'assisted')).toEqual(markOf('instagram'))
  // No program can post there: it is no channel, and has its own sign all the same.
  expect(markOf('reddit')).toBeUndefined()
  expect(store.markOf(reddit.id, 'assisted')?.glyph).toMatchObject({ path: expect.any(String) })
})

test('where nobody knows the network, or the account is gone, there is a hand', async () => {
  const forum = byHand('any')
  const store = await setUp(forum)
  for (const id of [forum.id, 'gone']) {
    expect(store.markOf(id, 'assisted')).toMatchObject({ glyph: { icon: 'hand' } })
  }
  expect(store.markOf(forum.id, 'no-such-channel')).toBeUndefined()
})

test('every mark is one that the interface can draw, and a sign is path data alone', () => {
  const marks = channels.flatMap((one) => [one.mark, ...Object.values(one.standsFor?.marks ?? {})])
  expect(marks.length).toBeGreaterThan(40)
  for (const one of marks) expect(mark.parse(one)).toEqual(one)
  const drawn = (path: string) => mark.safeParse({ letters: 'X', colour: '#000000', glyph: { path } }).success
  expect(drawn('M2 2h20v20H2z')).toBe(true)
  expect(drawn('"/><script>')).toBe(false)
  expect(drawn('url(#x)')).toBe(false)
  expect(drawn(`M${'0'.repeat(4001)}`)).toBe(false)
})
