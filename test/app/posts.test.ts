import { expect, test } from 'vitest'
import { addAccount, firstItem, openTestApp, schedulePost } from '../fixtures/test-world.ts'

test('a draft is kept without any account', async () => {
  const t = await openTestApp()
  const post = await t.call('posts.save', { text: 'Half a thought' })
  expect(post).toMatchObject({ text: 'Half a thought', status: 'draft', items: [] })
  expect(await t.call('posts.get', { postId: post.id })).toEqual(post)
})

test('saving changes what is sent and keeps what is left out', async () => {
  const t = await openTestApp()
  const post = await t.call('posts.save', { text: 'One', tags: ['news'] })
  const again = await t.call('posts.save', { postId: post.id, text: 'Two' })
  expect(again).toMatchObject({ id: post.id, text: 'Two', tags: ['news'] })
})

test('a post fans out to one item for each account, with what that account says differently', async () => {
  const t = await openTestApp()
  const [alice, bob] = [await addAccount(t, 'Alice'), await addAccount(t, 'Bob')]
  const post = await t.call('posts.save', {
    text: 'For all',
    targets: [{ accountId: alice }, { accountId: bob, override: { text: 'For Bob' } }, { accountId: alice }],
  })
  expect(post.items.map((item) => [item.accountId, item.state, item.override])).toEqual([
    [alice, 'draft', {}],
    [bob, 'draft', { text: 'For Bob' }],
  ])
})

test('taking an account off a draft removes its item and no other', async () => {
  const t = await openTestApp()
  const [alice, bob] = [await addAccount(t, 'Alice'), await addAccount(t, 'Bob')]
  const post = await t.call('posts.save', { text: 'Hi', targets: [{ accountId: alice }, { accountId: bob }] })
  const less = await t.call('posts.save', { postId: post.id, targets: [{ accountId: bob }] })
  expect(less.items.map((item) => item.id)).toEqual([post.items[1]?.id])
})

test('a schedule keeps wall time, zone and instant', async () => {
  const t = await openTestApp()
  const post = await t.call('posts.save', { text: 'Later', targets: [{ accountId: await addAccount(t) }] })
  const scheduled = await t.call('posts.schedule', {
    postId: post.id,
    when: { kind: 'at', wall: '2026-12-01T09:00', zone: 'Europe/Berlin' },
  })
  expect(scheduled.status).toBe('scheduled')
  expect(firstItem(scheduled)).toMatchObject({
    state: 'scheduled',
    nextAt: '2026-12-01T08:00:00.000Z',
    schedule: { wall: '2026-12-01T09:00', zone: 'Europe/Berlin', at: '2026-12-01T08:00:00.000Z', shift: null },
  })
})

test('a time in a DST gap moves forward and says so', async () => {
  const t = await openTestApp()
  const post = await t.call('posts.save', { text: 'Gap', targets: [{ accountId: await addAccount(t) }] })
  const when = { kind: 'at', wall: '2027-03-28T02:30', zone: 'Europe/Berlin' } as const
  expect(firstItem(await t.call('posts.schedule', { postId: post.id, when })).schedule).toMatchObject({
    at: '2027-03-28T01:30:00.000Z',
    shift: 'gap',
  })
})

test.each([
  ['a past time', { kind: 'at', wall: '2026-10-01T09:00', zone: 'UTC' }, 'in-the-past'],
  ['a past instant', { kind: 'instant', at: '2026-10-01T09:00:00+02:00', zone: 'UTC' }, 'in-the-past'],
  ['an unknown zone', { kind: 'at', wall: '2027-10-01T09:00', zone: 'Mars/Base' }, 'unknown-zone'],
  ['a day that does not exist', { kind: 'at', wall: '2027-02-30T09:00', zone: 'UTC' }, 'invalid-input'],
] as const)('%s is refused and the post stays a draft', async (_name, when, code) => {
  const t = await openTestApp()
  const post = await t.call('posts.save', { text: 'Hi', targets: [{ accountId: await addAccount(t) }] })
  expect(await t.refusal('posts.schedule', { postId: post.id, when })).toBe(code)
  expect((await t.call('posts.get', { postId: post.id })).status).toBe('draft')
})

test('scheduling is all or none: one account that cannot take the post refuses it for all', async () => {
  const t = await openTestApp()
  const [alice, bob] = [await addAccount(t, 'Alice'), await addAccount(t, 'Bob')]
  const post = await t.call('posts.save', {
    text: 'Short',
    targets: [{ accountId: alice }, { accountId: bob, override: { text: 'much longer than twenty' } }],
  })
  const reply = await t.app.gate('posts.schedule', { postId: post.id, when: { kind: 'now' } })
  expect(reply).toMatchObject({ ok: false, failure: { code: 'text-too-long', field: 'text' } })
  expect(reply.ok ? '' : reply.failure.message).toContain('Bob')
  expect((await t.call('posts.get', { postId: post.id })).items.map((item) => item.state)).toEqual(['draft', 'draft'])
})

test('an empty post, a post without accounts, an unknown post and an unknown account each say what they are', async () => {
  const t = await openTestApp()
  const alice = await addAccount(t)
  const empty = await t.call('posts.save', { text: '', targets: [{ accountId: alice }] })
  expect(await t.refusal('posts.schedule', { postId: empty.id, when: { kind: 'now' } })).toBe('empty-post')
  const lonely = await t.call('posts.save', { text: 'Hi' })
  expect(await t.refusal('posts.schedule', { postId: lonely.id, when: { kind: 'now' } })).toBe('no-account')
  expect(await t.refusal('posts.get', { postId: 'pst_0000000000000000' })).toBe('not-found')
  expect(await t.refusal('posts.save', { text: 'Hi', targets: [{ accountId: 'acc_0000000000000000' }] })).toBe(
    'not-found',
  )
})

test('a refused save changes nothing', async () => {
  const t = await openTestApp()
  const post = await schedulePost(t, 'Fine', [await addAccount(t)], 3600)
  expect(await t.refusal('posts.save', { postId: post.id, text: 'much too long for this network' })).toBe(
    'text-too-long',
  )
  expect((await t.call('posts.get', { postId: post.id })).text).toBe('Fine')
  expect(await t.refusal('posts.save', { text: 'Hi', media: [{ mediaId: 'med_0000000000000000', alt: '' }] })).toBe(
    'not-found',
  )
  expect((await t.call('posts.list', {})).entries).toHaveLength(1)
})

test('a deleted post is out of every list, sends nothing, and comes back cancelled when restored', async () => {
  const t = await openTestApp()
  const post = await schedulePost(t, 'Regret', [await addAccount(t)], 60)
  await t.app.start()
  await t.call('posts.delete', { postId: post.id })
  await t.clock.advance(120_000)
  expect(t.network.sent).toEqual([])
  expect((await t.call('items.list', {})).entries).toEqual([])
  const restored = await t.call('posts.restore', { postId: post.id })
  expect(restored).toMatchObject({ status: 'cancelled', deletedAt: null })
})

test('a deleted post is gone for good after thirty days and not before', async () => {
  const t = await openTestApp()
  const post = await t.call('posts.save', { text: 'Old' })
  await t.call('posts.delete', { postId: post.id })
  t.clock.set(t.clock.now() + 29 * 86_400_000)
  await t.app.start()
  expect(await t.call('posts.get', { postId: post.id })).toMatchObject({ text: 'Old' })
  const later = await t.crash()
  later.clock.set(later.clock.now() + 2 * 86_400_000)
  await later.app.start()
  expect(await later.refusal('posts.get', { postId: post.id })).toBe('not-found')
})

test('a check counts in the channel’s way and tells problems without saving anything', async () => {
  const t = await openTestApp()
  const alice = await addAccount(t)
  const { targets } = await t.call('posts.check', { text: 'x'.repeat(21), targets: [{ accountId: alice }] })
  expect(targets[0]).toMatchObject({
    accountId: alice,
    count: { used: 21, max: 20 },
    problems: [{ code: 'text-too-long' }],
  })
  expect((await t.call('posts.list', {})).entries).toEqual([])
})

test('malformed input and unknown methods are refused at the gate', async () => {
  const t = await openTestApp()
  expect(await t.app.gate('posts.save', { text: 7 })).toMatchObject({
    ok: false,
    failure: { code: 'invalid-input', field: 'text' },
  })
  expect(await t.app.gate('posts.save', { nonsense: true })).toMatchObject({
    ok: false,
    failure: { code: 'invalid-input' },
  })
  expect(await t.app.gate('posts.save', 'text')).toMatchObject({ ok: false, failure: { code: 'invalid-input' } })
  expect(await t.app.gate('__proto__', {})).toMatchObject({ ok: false, failure: { code: 'unknown-method' } })
  expect(await t.app.gate('posts.drop', {})).toMatchObject({ ok: false, failure: { code: 'unknown-method' } })
})
