import { rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AwakeHour, hourOf, isRarelyAwake, noteAwake } from '../../src-main/core/awake-hours.ts'
import { addAccount, openTestApp, schedulePost, type TestApp } from '../fixtures/test-world.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const WEEK = 7 * DAY

const problems = async (t: TestApp) => (await t.call('readiness.get', {})).problems

test('posts that will go out as they were meant are no problem', async () => {
  const t = await openTestApp()
  await t.app.start()
  await schedulePost(t, 'tomorrow', [await addAccount(t)], 86_400)
  expect(await t.call('readiness.get', {})).toMatchObject({ looked: 1, more: false, problems: [] })
})

test('an account that is signed out is told once, with the number of posts that wait for it', async () => {
  const t = await openTestApp()
  await t.app.start()
  const alice = await addAccount(t)
  t.network.behave('sign-out')
  await schedulePost(t, 'now', [alice])
  await t.clock.advance(MINUTE)
  await schedulePost(t, 'later', [alice], 7200)
  const found = await problems(t)
  expect(found).toMatchObject([{ kind: 'account', severity: 'error', account: 'Alice', posts: 2 }])
})

test('a credential that ends before a post is due is told, unless it is renewed by itself', async () => {
  const t = await openTestApp()
  await t.app.start()
  const id = await addAccount(t)
  await schedulePost(t, 'in three days', [id], 3 * 86_400)
  const account = await t.store.accounts.get(id)
  if (account === undefined) return expect.unreachable()
  const expiresAt = t.clock.now() + 2 * DAY
  await t.store.accounts.put({ ...account, expiresAt, renewAt: null })
  expect(await problems(t)).toMatchObject([{ kind: 'expires', severity: 'error', text: 'in three days' }])
  await t.store.accounts.put({ ...account, expiresAt, renewAt: t.clock.now() + DAY })
  expect(await problems(t)).toEqual([])
})

test('a file that is gone is named', async () => {
  const t = await openTestApp()
  await t.app.start()
  const id = await addAccount(t)
  const media = await t.call('media.add', { name: 'harbour.png', data: Buffer.from('a picture').toString('base64') })
  const post = await t.call('posts.save', {
    text: 'with it',
    media: [{ mediaId: media.id, alt: '' }],
    targets: [{ accountId: id }],
  })
  await t.call('posts.schedule', { postId: post.id, when: { kind: 'in', seconds: 7200 } })
  rmSync(join(t.folder, 'media'), { recursive: true })
  expect(await problems(t)).toMatchObject([
    { kind: 'media', severity: 'error', says: { message: 'The file “harbour.png” is gone.' } },
  ])
})

test('two posts of one account within five minutes are told, of two accounts they are not', async () => {
  const t = await openTestApp()
  await t.app.start()
  const [alice, bob] = [await addAccount(t), await addAccount(t, 'Bob')]
  await schedulePost(t, 'one', [alice], 7200)
  await schedulePost(t, 'two', [bob], 7260)
  expect(await problems(t)).toEqual([])
  await schedulePost(t, 'three', [alice], 7300)
  expect(await problems(t)).toMatchObject([{ kind: 'together', severity: 'warning', text: 'three' }])
})

test('what a limit moves is told with its reason', async () => {
  const t = await openTestApp()
  await t.app.start()
  const alice = await addAccount(t)
  const hour = { kind: 'rolling', seconds: 3600 } as const
  await t.call('quota.save', { subject: { kind: 'everything' }, unit: 'posts', limit: 1, window: hour })
  await schedulePost(t, 'one', [alice], 60)
  await schedulePost(t, 'two', [alice], 600)
  expect(await problems(t)).toMatchObject([{ kind: 'quota', severity: 'warning', text: 'two' }])
})

test('a post at an hour in which the computer is rarely on is told, after two weeks that tell it', async () => {
  const t = await openTestApp()
  const alice = await addAccount(t)
  await t.app.start()
  // On by day alone, for three weeks.
  const began = t.clock.now()
  const isDay = (at: number) => new Date(at).getUTCHours() >= 8 && new Date(at).getUTCHours() < 20
  const hours = new Map<number, AwakeHour>()
  for (let at = began - 3 * WEEK; at < began; at += HOUR) {
    if (isDay(at)) hours.set(hourOf(at).hour, noteAwake(hours.get(hourOf(at).hour), at))
  }
  for (const hour of hours.values()) await t.store.awake.put(hour)
  const at = (utcHour: number) => {
    const tomorrow = Math.floor(t.clock.now() / DAY) * DAY + DAY + utcHour * HOUR
    return Math.round((tomorrow - t.clock.now()) / 1000)
  }
  await schedulePost(t, 'by day', [alice], at(12))
  await schedulePost(t, 'by night', [alice], at(3))
  expect(await problems(t)).toMatchObject([{ kind: 'asleep', severity: 'warning', text: 'by night' }])
})

test('an hour seen in every week is never rare, one seen in none always is, after enough weeks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 60 }), fc.integer({ min: 0, max: 167 }), (weeks, offset) => {
      const began = 2000 * WEEK + offset * HOUR
      let always: AwakeHour | undefined
      for (let week = 0; week < weeks; week += 1) always = noteAwake(always, began + week * WEEK)
      const hours = always === undefined ? [] : [always]
      const now = began + weeks * WEEK
      expect(isRarelyAwake(hours, now, now)).toBe(false)
      expect(isRarelyAwake(hours, now + HOUR, now)).toBe(true)
    }),
  )
})
