import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { createAssisted } from '../../src-main/channels/assisted.ts'
import type { Draft } from '../../src-main/channels/channel.ts'
import { openTestApp } from '../fixtures/test-world.ts'
import { draftOf, mediaOf, temporaryFolder, workOf } from './channel-world.ts'

const assisted = createAssisted()
const site = 'https://example.com/new'
const settingsFor = (rules = 'any') => ({ site, rules, path: temporaryFolder() })
const publish = async (draft: Partial<Draft>, settings = settingsFor()) => {
  const outcome = await assisted.publish(workOf(assisted, draftOf(draft), { settings }))
  const folder = outcome.kind === 'unclear' ? (outcome.failure.detail ?? '') : ''
  return { outcome, folder, read: (name: string) => readFileSync(join(folder, name), 'utf8') }
}
const picture = async (side: number, alt = '') =>
  mediaOf(
    await sharp({ create: { width: side, height: side, channels: 3, background: 'red' } })
      .png()
      .toBuffer(),
    'picture.png',
    alt,
  )

test('at its time the text, the files and their descriptions lie ready in a folder of the post', async () => {
  const media = [await picture(20, 'A red square'), await picture(30)]
  const { outcome, folder, read } = await publish({ text: 'Hello there', media })
  expect(outcome).toMatchObject({ kind: 'unclear', failure: { code: 'by-hand' } })
  expect(readdirSync(folder).toSorted()).toEqual(['1.png', '2.png', 'descriptions.txt', 'text.txt'])
  expect(read('text.txt')).toBe('Hello there\n')
  expect(read('descriptions.txt')).toBe('1.png\nA red square\n')
})

test('files are made to fit the network whose rules were chosen, and so is the check', async () => {
  const settings = settingsFor('instagram')
  const media = [await picture(2000)]
  const { folder } = await publish({ text: 'Hello', media }, settings)
  const { width, format } = await sharp(join(folder, '1.jpg')).metadata()
  expect([width, format]).toEqual([1440, 'jpeg'])
  const { problems } = await assisted.check(draftOf({ text: 'words alone' }), settings)
  expect(problems.some(({ severity }) => severity === 'error')).toBe(true)
})

test('a thread is laid out part by part', async () => {
  const { read } = await publish({ text: 'One\n---\nTwo', thread: true }, settingsFor('x'))
  expect(read('text.txt')).toBe('One\n\n---\n\nTwo\n')
})

test('a repeat writes the same again, into the same folder', async () => {
  const settings = settingsFor()
  const work = workOf(assisted, draftOf('Hello'), { settings })
  await assisted.publish(work)
  await assisted.publish(work)
  expect(readdirSync(settings.path)).toHaveLength(1)
})

test('the person is told once when its time has come, nothing is sent again, and their word is the end of it', async () => {
  const t = await openTestApp({ channels: [assisted] })
  await t.app.start()
  const { id } = await t.call('accounts.add', { channel: 'assisted', name: 'Forum', settings: settingsFor() })
  const post = await t.call('posts.save', {
    text: 'Hello',
    targets: [{ accountId: id }],
    when: { kind: 'in', seconds: 60 },
  })
  const itemId = post.items[0]?.id ?? ''
  await t.clock.advance(61_000)
  // Its files are written by the disk, which does not go by the clock of the test.
  await expect
    .poll(() => t.call('items.get', { itemId }))
    .toMatchObject({ state: 'unconfirmed', nextAt: null, failure: { code: 'by-hand' } })
  await t.clock.advance(86_400_000)
  expect(t.notices).toMatchObject([{ kind: 'by-hand', account: 'Forum', itemId }])
  const url = 'https://example.com/posts/1'
  expect(await t.call('items.settle', { itemId, found: true, url })).toMatchObject({
    state: 'published',
    remote: { url },
  })
})

test('what the person puts off is made ready again at the time they say, and not before', async () => {
  const t = await openTestApp({ channels: [assisted] })
  await t.app.start()
  const { id } = await t.call('accounts.add', { channel: 'assisted', name: 'Forum', settings: settingsFor() })
  const post = await t.call('posts.save', { text: 'Later', targets: [{ accountId: id }], when: { kind: 'now' } })
  const itemId = post.items[0]?.id ?? ''
  await t.clock.advance(1000)
  const state = async () => (await t.call('items.get', { itemId })).state
  await expect.poll(state).toBe('unconfirmed')
  const put = await t.call('items.settle', { itemId, found: false, when: { kind: 'in', seconds: 3600 } })
  expect(put).toMatchObject({ state: 'scheduled', failure: null })
  expect(Date.parse(put.schedule?.at ?? '')).toBe(t.clock.now() + 3_600_000)
  await t.clock.advance(1_800_000)
  expect(await state()).toBe('scheduled')
  await t.clock.advance(1_801_000)
  await expect.poll(state).toBe('unconfirmed')
  expect(t.notices).toHaveLength(2)
})
