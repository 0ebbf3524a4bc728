import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { addAccount, openTestApp } from '../fixtures/test-world.ts'

const NINE = { kind: 'at', wall: '2026-12-01T09:00', zone: 'Europe/Berlin' } as const
const own = { time: { wall: '2026-12-02T18:30', zone: 'Europe/Berlin' } }

const forTwo = async () => {
  const t = await openTestApp()
  const [alice, bob] = [await addAccount(t, 'Alice'), await addAccount(t, 'Bob')]
  const post = await t.call('posts.save', {
    text: 'Hello',
    targets: [{ accountId: alice }, { accountId: bob, override: own }],
  })
  return { t, alice, bob, post }
}

test('a target with a time of its own goes out then, and the others together', async () => {
  const { t, post } = await forTwo()
  const scheduled = await t.call('posts.schedule', { postId: post.id, when: NINE })
  expect(scheduled.items.map((item) => item.schedule?.wall)).toEqual(['2026-12-01T09:00', '2026-12-02T18:30'])
})

test('nothing is scheduled when one time of its own has passed', async () => {
  const { t, bob, post } = await forTwo()
  const override = { time: { wall: '2020-01-01T09:00', zone: 'Europe/Berlin' } }
  await t.call('posts.save', { postId: post.id, targets: [...post.items.slice(0, 1), { accountId: bob, override }] })
  expect(await t.refusal('posts.schedule', { postId: post.id, when: NINE })).toBe('in-the-past')
  const { items } = await t.call('posts.get', { postId: post.id })
  expect(items.map((item) => item.state)).toEqual(['draft', 'draft'])
})

test('an account that is named goes out as it is said, and its own time is forgotten', async () => {
  const { t, bob, post } = await forTwo()
  const scheduled = await t.call('posts.schedule', { postId: post.id, when: NINE, accountIds: [bob] })
  const item = scheduled.items.find((one) => one.accountId === bob)
  expect(item).toMatchObject({ schedule: { wall: '2026-12-01T09:00' }, override: {} })
})

test('templates are kept by name, each name once in its kind, and taken away', async () => {
  const t = await openTestApp()
  const first = await t.call('templates.save', { kind: 'text', name: 'Morning', text: 'Good morning' })
  await t.call('templates.save', { kind: 'hashtags', name: 'Morning', text: '#sea #ferry' })
  expect(await t.refusal('templates.save', { kind: 'text', name: 'MORNING', text: 'x' })).toBe('invalid-input')
  await t.call('templates.save', { templateId: first.id, kind: 'text', name: 'Daybreak', text: 'Up' })
  const names = async () => (await t.call('templates.list', {})).entries.map(({ kind, name }) => `${kind} ${name}`)
  expect(await names()).toEqual(['text Daybreak', 'hashtags Morning'])
  await t.call('templates.remove', { templateId: first.id })
  expect(await names()).toEqual(['hashtags Morning'])
  expect(t.events.filter(({ kind }) => kind === 'templates-changed')).toHaveLength(4)
})

/** Red on the left, blue on the right. */
const twoColours = async (): Promise<string> => {
  const red = { create: { width: 20, height: 20, channels: 3, background: '#f00' } } as const
  const blue = await sharp({ create: { ...red.create, background: '#00f' } })
    .png()
    .toBuffer()
  const both = sharp(red)
    .extend({ right: 20, background: '#00f' })
    .composite([{ input: blue, left: 20, top: 0 }])
  return (await both.png().toBuffer()).toString('base64')
}

test('a picture is cut after it is turned, always from what came in, and the whole of it is the original again', async () => {
  const t = await openTestApp()
  const original = await t.call('media.add', { name: 'flag.png', data: await twoColours() })
  const edit = { crop: { x: 0, y: 0.5, width: 1, height: 0.5 }, turn: 90 } as const
  const cut = await t.call('media.edit', { mediaId: original.id, ...edit })
  expect(cut).toMatchObject({ name: 'flag.png', mime: 'image/png', edited: { of: original.id, ...edit } })
  const { data, info } = await sharp(join(t.folder, 'media', cut.hash.slice(0, 2), cut.hash.slice(2)))
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect([info.width, info.height, ...data.subarray(0, 3)]).toEqual([20, 20, 0, 0, 255])

  const again = { crop: { x: 0, y: 0, width: 0.5, height: 1 }, turn: 0 } as const
  const other = await t.call('media.edit', { mediaId: cut.id, ...again })
  expect(other.edited).toEqual({ of: original.id, ...again })
  const whole = { crop: { x: 0, y: 0, width: 1, height: 1 }, turn: 0 } as const
  expect((await t.call('media.edit', { mediaId: other.id, ...whole })).id).toBe(original.id)
})

test('a picture that was cut anew is kept for a month and as long as any post refers to it, deleted ones too', async () => {
  const t = await openTestApp()
  const DAY = 86_400_000
  const original = await t.call('media.add', { name: 'flag.png', data: await twoColours() })
  const cut = (width: number) =>
    t.call('media.edit', { mediaId: original.id, crop: { x: 0, y: 0, width, height: 1 }, turn: 0 })
  const [replaced, used, ofDeleted, own] = [await cut(0.25), await cut(0.5), await cut(0.75), await cut(0.6)]
  const accountId = await addAccount(t, 'Alice')
  const save = (mediaId: string) =>
    t.call('posts.save', { targets: [{ accountId }], text: 'Hello', media: [{ mediaId, alt: '' }] })
  await save(used.id)
  const deleted = await save(ofDeleted.id)
  const override = { media: [{ mediaId: own.id, alt: '' }] }
  await t.call('posts.save', { targets: [{ accountId, override }], text: 'For one alone' })
  const isThere = ({ hash }: { hash: string }) => existsSync(join(t.folder, 'media', hash.slice(0, 2), hash.slice(2)))

  t.clock.set(t.clock.now() + 29 * DAY)
  await t.call('posts.delete', { postId: deleted.id })
  const again = await cut(0.3)
  t.clock.set(t.clock.now() + 2 * DAY)
  await t.app.start()
  await t.clock.advance(11 * 60_000)
  await expect.poll(() => isThere(replaced)).toBe(false)
  expect(await t.refusal('media.get', { mediaId: replaced.id })).toBe('not-found')
  expect([original, used, ofDeleted, own, again].map(isThere)).toEqual([true, true, true, true, true])
})
