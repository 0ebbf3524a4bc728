import { expect, test } from 'vitest'
import { createAnnouncer } from '../../src-main/app/announcer.ts'
import { createExternalReader } from '../../src-main/app/external.ts'
import type { Parts } from '../../src-main/app/parts.ts'
import type { World } from '../../src-main/app/world.ts'
import type { AccountRecord } from '../../src-main/core/records.ts'
import { sessionSlot } from '../channels/channel-world.ts'
import {
  addAccount,
  firstItem,
  openTestApp,
  schedulePost,
  startTestApp,
  stateOf,
  type TestApp,
} from '../fixtures/test-world.ts'

const MINUTE = 60_000
const DAY = 86_400_000

/** Somebody posts on the network itself. */
const postThere = (t: TestApp, id: string, text: string, before = MINUTE) =>
  t.network.natives.unshift({
    remote: { id, url: `https://network.example/${id}`, parts: [] },
    text,
    at: t.clock.now() - before,
    pictures: [{ url: `https://network.example/${id}.jpg`, alt: 'A picture' }],
  })

const externals = async (t: TestApp) => (await t.call('items.list', { external: true })).entries
const read = async (t: TestApp, accountId?: string) =>
  (await t.call('external.read', accountId === undefined ? {} : { accountId })).entries

test('keeps posts made on the channel itself as external, with their time, link and pictures', async () => {
  const t = await openTestApp()
  const alice = await addAccount(t)
  postThere(t, 'n1', 'Made there', 3 * DAY)
  expect(await read(t)).toEqual([{ accountId: alice, read: 1, added: 1, failure: null }])
  const [item] = await externals(t)
  expect(item).toMatchObject({
    text: 'Made there',
    state: 'published',
    external: true,
    accountId: alice,
    publishedAt: new Date(t.clock.now() - 3 * DAY).toISOString(),
    remote: { id: 'n1', url: 'https://network.example/n1' },
    override: { options: { pictures: [{ url: 'https://network.example/n1.jpg', alt: 'A picture' }] } },
  })
  const post = await t.call('posts.get', { postId: item?.postId ?? '' })
  expect(post).toMatchObject({ external: true, status: 'published' })
  expect(t.events.some((event) => event.kind === 'post-changed' && event.post.id === post.id)).toBe(true)
})

test('reading twice, or twice at once, adds nothing', async () => {
  const t = await openTestApp()
  await addAccount(t)
  postThere(t, 'n1', 'One')
  postThere(t, 'n2', 'Two')
  const counts = await Promise.all([read(t), read(t), read(t)])
  expect(counts.flat().reduce((sum, { added }) => sum + added, 0)).toBe(2)
  expect((await read(t))[0]).toMatchObject({ read: 2, added: 0 })
  expect(await externals(t)).toHaveLength(2)
})

test('leaves out what Posthorn sent, edited or not', async () => {
  const { t, alice } = await startTestApp()
  const sent = firstItem(await schedulePost(t, 'Sent', [alice]))
  await t.clock.advance(1000)
  expect((await read(t))[0]).toMatchObject({ read: 1, added: 0 })
  await t.call('items.edit', { itemId: sent.id, text: 'Changed' })
  expect((await read(t))[0]).toMatchObject({ read: 1, added: 0 })
  expect(await externals(t)).toEqual([])
})

test('what was sent and whose answer was lost is known again by its words and its time', async () => {
  const { t, alice } = await startTestApp({ canLookUp: false })
  t.network.behave('lose-answer')
  const item = firstItem(await schedulePost(t, 'Lost answer', [alice]))
  await t.clock.advance(1000)
  expect(await stateOf(t, item.id)).toBe('unconfirmed')
  expect((await read(t))[0]).toMatchObject({ read: 1, added: 0 })
  await t.call('items.settle', { itemId: item.id, found: true })
  expect((await read(t))[0]).toMatchObject({ read: 1, added: 0 })
  const settled = await t.call('items.get', { itemId: item.id })
  expect(settled.remote?.url).toBe(`https://network.example/${settled.remote?.id}`)
  // The same words at another time are another post.
  t.clock.set(t.clock.now() + DAY)
  postThere(t, 'n1', 'Lost answer')
  expect((await read(t))[0]).toMatchObject({ added: 1 })
})

test('what is gone from the channel is marked and kept, whoever made it', async () => {
  const { t, alice } = await startTestApp()
  const sent = firstItem(await schedulePost(t, 'Sent', [alice]))
  await t.clock.advance(1000)
  postThere(t, 'n1', 'Made there')
  postThere(t, 'n2', 'Stays')
  await read(t)
  t.network.natives.splice(1, 1)
  t.network.sent.splice(0)
  t.clock.set(t.clock.now() + DAY)
  await read(t)
  const rows = (await t.call('items.list', {})).entries
  const marked = new Map(rows.map(({ text, unpublishedAt }) => [text, unpublishedAt !== null]))
  expect(marked).toEqual(
    new Map([
      ['Sent', true],
      ['Made there', true],
      ['Stays', false],
    ]),
  )
  expect(await stateOf(t, sent.id)).toBe('published')
})

test('what is older than what was read is not taken for gone, nor what was only just sent', async () => {
  const { t, alice } = await startTestApp()
  await schedulePost(t, 'Old', [alice])
  await t.clock.advance(1000)
  t.network.sent.splice(0)
  t.clock.set(t.clock.now() + 31 * DAY)
  await schedulePost(t, 'Fresh', [alice])
  await t.clock.advance(1000)
  t.network.sent.splice(0)
  await read(t)
  const rows = (await t.call('items.list', {})).entries
  expect(rows.map(({ text, unpublishedAt }) => [text, unpublishedAt])).toEqual([
    ['Fresh', null],
    ['Old', null],
  ])
})

test('reads a month back at first, and later as far as the newest it knows', async () => {
  const t = await openTestApp()
  await addAccount(t)
  postThere(t, 'older', 'Older', 40 * DAY)
  postThere(t, 'newer', 'Newer', 10 * DAY)
  expect((await read(t))[0]).toMatchObject({ read: 1, added: 1 })
  t.clock.set(t.clock.now() + 45 * DAY)
  postThere(t, 'missed', 'Missed', 44 * DAY)
  expect((await read(t))[0]).toMatchObject({ read: 2, added: 1 })
})

test('says why an account could not be read, and notes that it is signed out', async () => {
  const t = await openTestApp()
  const alice = await addAccount(t)
  const bob = await addAccount(t, 'Bob')
  t.network.behaveOnReading('refuse-connection')
  expect((await read(t)).map(({ failure }) => failure?.code)).toEqual(['unreachable', 'unreachable'])
  t.network.behaveOnReading('sign-out')
  expect((await read(t, alice))[0]?.failure?.code).toBe('signed-out')
  const accounts = (await t.call('accounts.list', {})).entries
  expect(accounts.map(({ id, connection }) => [id, connection])).toEqual([
    [alice, 'signed-out'],
    [bob, 'valid'],
  ])
  // One that is signed out is not asked again by itself.
  expect((await read(t)).map(({ accountId }) => accountId)).toEqual([bob])
})

test('reads by itself once a day while it is started, and goes on after a reading that failed', async () => {
  const t = await openTestApp()
  const alice = await addAccount(t)
  const reader = createExternalReader(readingParts(t))
  postThere(t, 'n1', 'One')
  reader.start()
  await t.clock.advance(2 * MINUTE)
  expect(await externals(t)).toHaveLength(1)
  postThere(t, 'n2', 'Two')
  await t.clock.advance(22 * 60 * MINUTE)
  expect(await externals(t)).toHaveLength(1)
  t.network.behaveOnReading('refuse-connection')
  await t.clock.advance(3 * 60 * MINUTE)
  expect(await externals(t)).toHaveLength(1)
  t.network.behaveOnReading('accept')
  await t.clock.advance(DAY + 60 * MINUTE)
  expect((await externals(t)).map(({ accountId }) => accountId)).toEqual([alice, alice])
  await reader.stop()
  postThere(t, 'n3', 'Three')
  await t.clock.advance(3 * DAY)
  expect(await externals(t)).toHaveLength(2)
})

/** The parts of an app that reading needs. */
const readingParts = ({ store, clock, network, folder }: TestApp): Parts => {
  let made = 0
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const world = {
    store,
    clock,
    log,
    channels: new Map([['scripted', network.channel]]),
    ids: { make: (prefix: string) => `${prefix}_9${String((made += 1)).padStart(15, '0')}` },
    about: { version: '0.0.0', home: folder, owner: 'desktop', zone: 'UTC' },
  } as unknown as World
  const accounts = {
    access: (account: AccountRecord, signal: AbortSignal) =>
      Promise.resolve({ settings: account.settings, secret: null, session: sessionSlot(), destination: null, signal }),
  } as unknown as Parts['accounts']
  return { world, accounts, announcer: createAnnouncer(world) } as unknown as Parts
}
