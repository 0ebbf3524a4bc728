import { expect, test } from 'vitest'
import type { Draft } from '../../../src-main/channels/channel.ts'
import { createSandboxChannels, SANDBOX_ACCOUNTS } from '../../../src-main/channels/sandbox/index.ts'
import { addAccount, openTestApp, stateOf, type TestApp } from '../../fixtures/test-world.ts'
import { createTestClock } from '../../fixtures/test-clock.ts'
import { draftOf, tools, workOf } from '../channel-world.ts'

const MINUTE = 60_000
const clock = createTestClock()
const channels = createSandboxChannels({ ...tools, clock })
const settings = { handle: 'sandbox' }

const channelOf = (key: string, among = channels) => {
  const channel = among.get(key)
  if (!channel) throw new Error(`there is no sandbox of ${key}`)
  return channel
}
const workFor = (key: string, draft: Partial<Draft> | string, about: Parameters<typeof workOf>[2] = {}) =>
  workOf(channelOf(key), draftOf(draft), { settings, ...about })
const publish = async (key: string, draft: Partial<Draft> | string) => {
  const work = workFor(key, draft)
  const outcome = await channelOf(key).publish(work)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return { work, remote: outcome.remote }
}
const video = {
  id: 'med_1',
  hash: '0'.repeat(64),
  name: 'clip.mp4',
  mime: 'video/mp4',
  size: 100_000,
  width: null,
  height: null,
  seconds: null,
  frameRate: null,
  edited: null,
  createdAt: 0,
  alt: 'A clip',
  path: '/nowhere',
}
/** What each network takes without much ado. */
const simple = (key: string): Partial<Draft> =>
  ['instagram', 'tiktok', 'youtube', 'pinterest'].includes(key) ? { text: 'Hello', media: [video] } : { text: 'Hello' }

test.each([...channels.keys()])(
  '%s answers with an id and a link of its own form, the same for the same post',
  async (key) => {
    const { work, remote } = await publish(key, simple(key))
    // A webhook of Slack says nothing of where its message stands.
    if (key === 'slack') expect(remote.url).toBeNull()
    else expect(remote.url).toMatch(/^https:\/\//)
    expect(await channelOf(key).publish(work)).toEqual({ kind: 'published', remote })
    expect(await channelOf(key).lookup?.(work)).toEqual({ kind: 'found', remote })
    const other = await publish(key, simple(key))
    expect(other.remote.id).not.toBe(remote.id)
  },
)

test('links look as those of the network do', async () => {
  const linkOf = async (key: string) => (await publish(key, simple(key))).remote
  expect((await linkOf('instagram')).url).toMatch(/^https:\/\/instagram\.com\/p\/[\w-]{11}$/)
  const tweet = await linkOf('x')
  expect(tweet.id).toMatch(/^\d{19}$/)
  expect(tweet.url).toBe(`https://x.com/i/status/${tweet.id}`)
})

test('refuses what the network would refuse', async () => {
  const outcome = await channelOf('instagram').publish(workFor('instagram', 'No picture'))
  expect(outcome).toMatchObject({
    kind: 'rejected',
    failure: { code: 'rejected-by-channel', message: 'Instagram refused it: Instagram requires media for all posts.' },
  })
})

test('a thread stands part by part', async () => {
  const { work, remote } = await publish('x', { text: 'One\n---\nTwo\n---\nThree', thread: true })
  expect(remote.parts).toHaveLength(3)
  expect(remote.parts[0]).toEqual({ id: remote.id, url: remote.url })
  expect(work.sentParts).toEqual(remote.parts)
})

test('an edit on X makes a new id, within an hour and five times', async () => {
  const edit = channelOf('x').edit
  let { work, remote } = await publish('x', 'First')
  const publishedAt = clock.now()
  const ids = new Set([remote.id])
  for (let versions = 0; versions < 5; versions++) {
    const change = await edit?.(
      { ...work, draft: draftOf(`Edit ${versions}`), standing: { publishedAt, versions } },
      remote,
    )
    if (change?.kind !== 'done') throw new Error(JSON.stringify(change))
    remote = change.remote
    ids.add(remote.id)
  }
  expect(ids.size).toBe(6)
  const standing = { publishedAt, versions: 5 }
  expect(await edit?.({ ...work, standing }, remote)).toMatchObject({ kind: 'refused' })
  const late = { publishedAt: clock.now() - 61 * MINUTE, versions: 0 }
  expect(await edit?.({ ...work, standing: late }, remote)).toMatchObject({ kind: 'refused' })
  const long = { ...work, draft: draftOf('x'.repeat(281)), standing: { publishedAt, versions: 0 } }
  expect(await edit?.(long, remote)).toMatchObject({ kind: 'refused' })
})

test('elsewhere an edit keeps the id, and some networks have none', async () => {
  const { work, remote } = await publish('mastodon', 'First')
  expect(await channelOf('mastodon').edit?.({ ...work, draft: draftOf('Second') }, remote)).toEqual({
    kind: 'done',
    remote,
  })
  expect(channelOf('instagram').edit).toBeUndefined()
  expect(channelOf('tiktok').unpublish).toBeUndefined()
})

test('what is taken down is gone, and what stands can be read back', async () => {
  const own = { handle: 'reader' }
  const work = workFor('linkedin', 'Stands', { settings: own })
  const outcome = await channelOf('linkedin').publish(work)
  const readBack = () => channelOf('linkedin').readBack?.(work, 0)
  expect(await readBack()).toMatchObject({ kind: 'read', posts: [{ text: 'Stands' }], from: clock.now() })
  if (outcome.kind !== 'published') throw new Error('not published')
  await channelOf('linkedin').unpublish?.(work, outcome.remote)
  expect(await channelOf('linkedin').lookup?.(work)).toEqual({ kind: 'absent' })
  expect(await readBack()).toMatchObject({ kind: 'read', posts: [] })
})

test('pages and boards can be chosen where the network has them', async () => {
  const entriesOf = async (key: string) => {
    const answer = await channelOf(key).destinations?.(workFor(key, ''))
    return answer?.kind === 'known' ? answer.entries.map(({ name }) => name) : null
  }
  expect(await entriesOf('facebook')).toEqual(['First page', 'Second page'])
  expect(await entriesOf('pinterest')).toEqual(['First board', 'Second board'])
  expect(await entriesOf('x')).toBeNull()
})

test('an account on every network, with ids that the documents use', () => {
  expect(SANDBOX_ACCOUNTS.map(({ channel }) => channel)).toEqual([...channels.keys()])
  const aliases = SANDBOX_ACCOUNTS.flatMap(({ aliases }) => aliases)
  expect(new Set(aliases).size).toBe(aliases.length)
  expect(SANDBOX_ACCOUNTS.every(({ aliases }) => aliases.length > 0)).toBe(true)
  for (const [alias, channel] of [
    ['ig_123', 'instagram'],
    ['tw_456', 'x'],
    ['fb_789', 'facebook'],
  ] as const) {
    expect(SANDBOX_ACCOUNTS.find((account) => account.aliases.includes(alias))?.channel).toBe(channel)
  }
})

/** An app whose accounts are in the sandbox. */
const openSandboxApp = async (): Promise<{ t: TestApp; account: string }> => {
  const clock = createTestClock()
  const t = await openTestApp({ clock, channels: [...createSandboxChannels({ ...tools, clock }).values()] })
  await t.app.start()
  const { id } = await t.call('accounts.add', { channel: 'x', name: 'Sandbox', settings: {} })
  return { t, account: id }
}
const sendWith = async (t: TestApp, accountId: string, sandbox: string) => {
  const saved = await t.call('posts.save', {
    text: 'Hello',
    targets: [{ accountId }],
    options: { x: { sandbox } },
    when: { kind: 'now' },
  })
  await t.clock.advance(1000)
  return saved.items[0]?.id ?? ''
}

test('a program can ask for each trouble once, and see the post through', async () => {
  const { t, account } = await openSandboxApp()
  const rejected = await sendWith(t, account, 'reject')
  expect(await stateOf(t, rejected)).toBe('failed')
  await t.call('items.retry', { itemId: rejected })
  await t.clock.advance(1000)
  expect(await stateOf(t, rejected)).toBe('published')

  const lost = await sendWith(t, account, 'lose-answer')
  await t.clock.advance(10 * MINUTE)
  expect(await stateOf(t, lost)).toBe('published')

  const slow = await sendWith(t, account, 'slow')
  expect(await stateOf(t, slow)).toBe('publishing')
  await t.clock.advance(10_000)
  expect(await stateOf(t, slow)).toBe('published')

  const limited = await sendWith(t, account, 'rate-limit')
  expect((await t.call('items.get', { itemId: limited })).waiting?.reason).toBe('rate-limited')
  await t.clock.advance(2 * MINUTE)
  expect(await stateOf(t, limited)).toBe('published')

  const cut = await sendWith(t, account, 'sign-out')
  expect((await t.call('items.get', { itemId: cut })).waiting?.reason).toBe('signed-out')
  await t.call('accounts.reconnect', { accountId: account })
  await t.clock.advance(1000)
  expect(await stateOf(t, cut)).toBe('published')
})

test('asking for another trouble is refused with what there is', async () => {
  const { problems } = await channelOf('x').check(draftOf({ text: 'x', options: { sandbox: 'explode' } }), settings)
  expect(problems).toMatchObject([{ severity: 'error', code: 'option-invalid', field: 'options' }])
})

test('a sandbox account and a real one stand side by side', async () => {
  const { t } = await openSandboxApp()
  await addAccount(t)
  expect((await t.call('accounts.list', {})).entries.map(({ channel }) => channel).toSorted()).toEqual([
    'scripted',
    'x',
  ])
})
