import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Channel } from '../../src-main/channels/channel.ts'
import type { Log, Web } from '../../src-main/core/ports.ts'
import { refuseInEnglish } from '../../src-main/core/refusal.ts'
import { createScriptedChannel } from '../fixtures/scripted-channel.ts'
import { addAccount, openTestApp } from '../fixtures/test-world.ts'

const HERE = 'https://pictures.example/private-1f/alice.png'
const WEEK = 7 * 86_400_000

const plain = (background: string) =>
  sharp({ create: { width: 300, height: 200, channels: 3, background } })
    .withExif({ IFD0: { Copyright: 'somebody' } })
    .jpeg()
    .toBuffer()

/** An account whose channel says what the test says, on a web that has what the test puts there. */
const start = async () => {
  const scripted = createScriptedChannel()
  const says: { picture?: string | null; identity?: string } = { picture: HERE }
  const channel: Channel = {
    ...scripted.channel,
    connect: async (access) => {
      const answer = await scripted.channel.connect(access)
      return answer.kind === 'valid' ? { ...answer, ...says } : answer
    },
  }
  const pages = new Map<string, Uint8Array>([[HERE, await plain('red')]])
  const asked: string[] = []
  /** What answers are kept waiting for. */
  const gate = { open: Promise.resolve() }
  const web: Web = {
    get: async (url, { accept, maxBytes }) => {
      expect([accept, maxBytes]).toEqual(['image/*', 5_000_000])
      asked.push(url)
      await gate.open
      const bytes = pages.get(url)
      return bytes
        ? { url, mime: 'image/png', bytes }
        : refuseInEnglish('unreachable', `Nothing at ${url}.`, 'Look elsewhere.')
    },
  }
  const logged: unknown[] = []
  const note = (...words: unknown[]) => void logged.push(words)
  const log: Log = { info: note, warn: note, error: note }
  const t = await openTestApp({ network: scripted, channels: [channel], web, log })
  const alice = await addAccount(t)
  const name = async () => (await t.call('accounts.list', {})).entries[0]?.picture
  const colour = async () => {
    const { picture } = await t.call('accounts.picture', { accountId: alice })
    if (!picture) return null
    const { dominant } = await sharp(Buffer.from(picture.data, 'base64')).stats()
    return dominant.r > dominant.b ? 'red' : 'blue'
  }
  const check = async () => {
    await t.call('accounts.check', { accountId: alice })
    await t.clock.settle()
  }
  return { t, alice, says, pages, asked, gate, logged, name, colour, check }
}

test('once an account is connected its picture comes, small and without what it told of its making', async () => {
  const { t, alice, name } = await start()
  await expect.poll(name).toMatch(/^[0-9a-f]{16}$/)
  const { picture } = await t.call('accounts.picture', { accountId: alice })
  const bytes = Buffer.from(picture?.data ?? '', 'base64')
  const { format, width, height, exif } = await sharp(bytes).metadata()
  expect([picture?.mime, format, width, height, exif]).toEqual(['image/webp', 'webp', 96, 96, undefined])
  expect(bytes.length).toBeLessThan(5_000)
  const told = t.events.flatMap((event) => (event.kind === 'account-changed' ? [event.account.picture] : []))
  expect(told).toEqual([null, await name()])
})

test('the next run has it without asking anybody', async () => {
  const { t, alice, asked, name } = await start()
  await expect.poll(name).not.toBeNull()
  const again = await t.crash()
  expect((await again.call('accounts.picture', { accountId: alice })).picture?.mime).toBe('image/webp')
  expect(asked).toEqual([HERE])
})

test('it is fetched again when it stands elsewhere, or after a week, and not before', async () => {
  const { t, asked, says, pages, colour, check, name } = await start()
  await expect.poll(name).not.toBeNull()
  await check()
  expect(asked).toEqual([HERE])
  pages.set(HERE, await plain('blue'))
  await t.clock.advance(WEEK)
  await check()
  await expect.poll(colour).toBe('blue')
  says.picture = `${HERE}?2`
  pages.set(says.picture, await plain('red'))
  await check()
  await expect.poll(colour).toBe('red')
  expect(asked).toEqual([HERE, HERE, `${HERE}?2`])
})

test('what cannot be fetched, or is no picture, leaves the old one and is tried again; no log says where it was', async () => {
  const { says, pages, asked, logged, colour, check, name } = await start()
  await expect.poll(name).not.toBeNull()
  says.picture = `${HERE}?2`
  await check()
  pages.set(says.picture, new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))
  await check()
  expect(await colour()).toBe('red')
  pages.set(says.picture, await plain('blue'))
  await check()
  await expect.poll(colour).toBe('blue')
  expect(asked).toHaveLength(4)
  expect(JSON.stringify(logged)).toContain('unreachable')
  expect(JSON.stringify(logged)).not.toContain('private-1f')
})

test('where it came from is not in the file, for there may be a token in it', async () => {
  const { t, name } = await start()
  await expect.poll(name).not.toBeNull()
  const bytes = ['posthorn.db', 'posthorn.db-wal'].map((file) => readFileSync(join(t.folder, file), 'latin1')).join('')
  expect(bytes).not.toContain('private-1f')
})

test('a channel that says nothing of it changes nothing; one that says there is none takes it away', async () => {
  const { says, check, name } = await start()
  await expect.poll(name).not.toBeNull()
  delete says.picture
  await check()
  expect(await name()).not.toBeNull()
  says.picture = null
  await check()
  expect(await name()).toBeNull()
})

test('nobody has the picture of whom the account was before', async () => {
  const { t, alice, says, name } = await start()
  await expect.poll(name).not.toBeNull()
  delete says.picture
  says.identity = 'another'
  await t.call('accounts.reconnect', { accountId: alice, secret: 'secret' })
  expect(await name()).toBeNull()
})

test('disconnecting takes it away, even one that is on its way', async () => {
  const { t, alice, gate, says, pages, name, check, logged } = await start()
  await expect.poll(name).not.toBeNull()
  const held = Promise.withResolvers<void>()
  gate.open = held.promise
  says.picture = `${HERE}?2`
  pages.set(says.picture, await plain('blue'))
  await check()
  expect(await t.call('accounts.disconnect', { accountId: alice })).toMatchObject({ picture: null })
  held.resolve()
  await t.clock.settle()
  await t.app.stop()
  expect(await t.store.pictures.get(alice)).toBeUndefined()
  expect(logged).toEqual([])
})

test('quitting waits for no picture', async () => {
  const { t, gate, says, check, name } = await start()
  await expect.poll(name).not.toBeNull()
  gate.open = new Promise(() => {})
  says.picture = `${HERE}?2`
  await check()
  const before = await name()
  await t.app.stop()
  expect(await name()).toBe(before)
})
