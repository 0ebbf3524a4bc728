import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Input, MethodName, Output } from '../../src-preload/contract/methods.ts'
import { createChannels } from '../../src-main/channels/index.ts'
import { joinApp } from '../../src-main/shell/join-app.ts'
import { createKeyFileVault } from '../../src-main/shell/key-file-vault.ts'
import { systemClock } from '../../src-main/shell/system-clock.ts'
import { openStore } from '../../src-main/store/open-store.ts'
import { whyNoSnac } from '../servers/snac.ts'
import { whyNoWordPress } from '../servers/wordpress.ts'
import { type Place, PLACES } from './places.ts'

/* One post with four pictures and a link, written once, on every network that runs here for real. */

const LEFT_OUT: Readonly<Record<string, string | null>> = { mastodon: whyNoSnac(), wordpress: whyNoWordPress() }
const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const LINK = 'https://posthorn.example/first-post'
const WORDS = 'Fourfold greetings'

let places: Place[] = []
beforeAll(async () => {
  // One after another: each start wants the whole machine.
  for (const [key, open] of Object.entries(PLACES)) if (!LEFT_OUT[key]) places.push(await open())
})
afterAll(async () => {
  await Promise.all(places.map((place) => place.close()))
  places = []
})

const picture = (shade: number): Promise<Buffer> =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: { r: shade, g: 90, b: 160 } } })
    .jpeg()
    .toBuffer()

test('a post with four pictures and a link stands once on every network, whole, with its descriptions', async () => {
  const home = mkdtempSync(join(tmpdir(), 'posthorn-fan-out-'))
  const store = await openStore(home, { clock: systemClock, log: quiet })
  const network = { isOnline: () => true }
  const { app } = joinApp({
    store,
    keeping: null,
    clock: systemClock,
    log: quiet,
    network,
    notifier: { notify: () => {} },
    channels: createChannels({ clock: systemClock, random: Math.random, log: quiet, network }),
    fetch: () => Promise.reject(new Error('nothing is fetched here')),
    web: { get: () => Promise.reject(new Error('nothing is fetched here')) },
    landing: { open: () => Promise.reject(new Error('nobody signs in here')) },
    http: { turn: () => Promise.resolve(), state: () => ({ url: null, failure: null }) },
    vaults: { system: null, keyFile: createKeyFileVault(join(home, 'secret.key')), headless: true },
    about: { version: '0.0.0', home, owner: 'serve', zone: 'UTC' },
  })
  const call = async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> => {
    const reply = await app.gate(method, input)
    if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.failure)}`)
    return reply.value as Output<M>
  }
  const targets = []
  for (const { channel, account } of places) {
    targets.push({ accountId: (await call('accounts.add', { channel, name: channel, ...account })).id })
  }
  const media = []
  for (const [index, shade] of [40, 90, 140, 190].entries()) {
    const data = (await picture(shade)).toString('base64')
    media.push({
      mediaId: (await call('media.add', { name: `${index}.jpg`, data })).id,
      alt: `Picture number ${index + 1}`,
    })
  }
  await app.start()
  const startedAt = Date.now()
  const { id } = await call('posts.save', { text: `${WORDS}\n\nSee ${LINK}`, media, targets, when: { kind: 'now' } })
  await expect
    .poll(async () => (await call('posts.get', { postId: id })).items.map(({ state }) => state), { timeout: 50_000 })
    .toEqual(places.map(() => 'published'))
  const { items } = await call('posts.get', { postId: id })
  const rows = await Promise.all(
    places.map(async ({ channel, server, read }) => {
      const item = items.find((one) => one.channel === channel)
      const ms = Date.parse(item?.publishedAt ?? '') - startedAt
      return { channel, server, ms, attempts: item?.attempts, ...(await read(WORDS, LINK)) }
    }),
  )
  keep(rows)
  expect(rows).toEqual(
    places.map(({ channel, server, altless }) => ({
      channel,
      server,
      ms: expect.any(Number) as number,
      attempts: 1,
      posts: 1,
      text: true,
      link: true,
      pictures: 4,
      described: altless ? 0 : 4,
    })),
  )
  await app.stop()
  await store.close()
  rmSync(home, { recursive: true, force: true })
})

/** The rows as a table, for whoever wants to read them. */
const keep = (rows: readonly object[]): void => {
  const folder = join(import.meta.dirname, '../artifacts')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'fan-out.json'), JSON.stringify(rows, null, 2))
}
