import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { AssetSource } from '../../src-preload/contract/model/writing.ts'
import { createBluesky } from '../../src-main/channels/bluesky.ts'
import { createFolder } from '../../src-main/channels/folder.ts'
import type { Channel, ChannelTools } from '../../src-main/channels/channel.ts'
import { captions, startChatContractServer } from '../fixtures/chat-contract-server.ts'
import { addAccount, openTestApp, schedulePost, startTestApp, type TestApp } from '../fixtures/test-world.ts'
import { smallWeb } from '../writing/small-web.ts'

const tools: ChannelTools = {
  clock: { now: () => 0, after: () => () => {} },
  random: () => 0.5,
  log: { info: () => {}, warn: () => {}, error: () => {} },
  network: { isOnline: () => true },
}
const folder = createFolder(tools)
/** Bluesky as it judges, with a sign-in that needs no server. */
const bluesky: Channel = {
  ...createBluesky(tools),
  connect: ({ settings }) => Promise.resolve({ kind: 'valid', identity: '@alice.example', settings }),
}

/** A picture of one pixel. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const LAMP = 'https://shop.example/lamp'
const LAMP_PAGE = `<html lang="en"><script type="application/ld+json">${JSON.stringify({
  '@type': 'Product',
  name: 'Oak lamp',
  description: `A lamp made of oak. ${'It gives warm light and lasts for years and years. '.repeat(12)}`,
  image: '/lamp.png',
  offers: { '@type': 'Offer', price: '49.00', priceCurrency: 'EUR' },
})}</script></html>`
const web = smallWeb({
  [LAMP]: { mime: 'text/html', body: LAMP_PAGE },
  'https://shop.example/lamp.png': { mime: 'image/png', body: DOT },
  'https://shop.example/plain': { mime: 'text/html', body: '<h1>Opening hours</h1><p>Every day until six.</p>' },
  'https://shop.example/broken': {
    mime: 'text/html',
    body: '<h1>Picture gone</h1><meta property="og:image" content="https://shop.example/none.png">',
  },
})
const source = (url: string): AssetSource => ({ kind: 'url', url })

const open = () => openTestApp({ web, channels: [folder, bluesky] })
const addBluesky = async (t: TestApp): Promise<string> => {
  const settings = { service: 'https://bsky.example', identifier: 'alice.example' }
  const { id } = await t.call('accounts.add', { channel: 'bluesky', name: 'Alice there', settings, secret: 'secret' })
  return id
}
const addFolder = async (t: TestApp): Promise<string> => {
  const settings = { path: `${t.folder}/site` }
  return (await t.call('accounts.add', { channel: 'folder', name: 'My site', settings })).id
}
const failure = async (t: TestApp, method: string, input: unknown) => {
  const reply = await t.app.gate(method, input)
  if (reply.ok) throw new Error('expected a failure')
  return reply.failure
}

test('assets are read through the web of the app', async () => {
  const t = await open()
  const { entries } = await t.call('writing.assets', source(LAMP))
  expect(entries).toMatchObject([{ kind: 'product', title: 'Oak lamp', facts: { price: '49.00 EUR' }, source: LAMP }])
  expect(await t.refusal('writing.assets', source('https://nowhere.example/'))).toBe('unreachable')
})

test('a picture of a page is handed out small, and what is no picture is not', async () => {
  // Noise: it stays large however it is kept.
  const large = await sharp(randomBytes(1600 * 1200 * 3), { raw: { width: 1600, height: 1200, channels: 3 } })
    .png()
    .toBuffer()
  const t = await openTestApp({
    web: smallWeb({
      'https://shop.example/large.png': { mime: 'image/png', body: large },
      'https://shop.example/drawn.svg': { mime: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      'https://shop.example/half.png': { mime: 'image/png', body: large.subarray(0, 2000) },
      'https://shop.example/page': { mime: 'text/html', body: '<h1>No picture</h1>' },
    }),
  })
  const show = async (name: string) =>
    (await t.call('writing.picture', { url: `https://shop.example/${name}` })).picture
  const shown = await show('large.png')
  const bytes = Buffer.from(shown?.data ?? '', 'base64')
  expect(bytes.length).toBeLessThanOrEqual(120_000)
  const { format, width, height } = await sharp(bytes).metadata()
  expect([shown?.mime, format]).toEqual(['image/jpeg', 'jpeg'])
  expect(Math.max(width, height)).toBeLessThanOrEqual(720)
  expect(width / height).toBeCloseTo(4 / 3, 1)
  expect(await Promise.all(['drawn.svg', 'half.png', 'page'].map(show))).toEqual([null, null, null])
  expect(await t.refusal('writing.picture', { url: 'https://shop.example/none.png' })).toBe('unreachable')
  expect(await t.refusal('writing.picture', { url: 'file:///etc/hostname' })).toBe('invalid-input')
})

test('at least three captions come of a prompt, each signed by the writer that needs no model', async () => {
  const t = await open()
  const { suggestions } = await t.call('writing.text', { prompt: 'We open a second shop in spring', tone: 'friendly' })
  expect(suggestions).toHaveLength(3)
  expect(new Set(suggestions.map(({ text }) => text)).size).toBe(3)
  expect(suggestions.every(({ text, provider }) => provider === 'built-in' && text.includes('second shop'))).toBe(true)
})

test('captions for a channel pass that channel, by its own check', async () => {
  const t = await open()
  await addBluesky(t)
  const prompt = 'Emoji are long here 👩‍👩‍👧‍👦. '.repeat(60).trim()
  const { suggestions } = await t.call('writing.text', { prompt, channel: 'bluesky', count: 10, link: LAMP })
  expect(suggestions).toHaveLength(10)
  for (const { text } of suggestions) {
    expect(text).toContain(LAMP)
    const draft = {
      text,
      media: [],
      tags: [],
      thread: false,
      emphasis: [],
      numbered: false,
      strict: false,
      options: {},
    }
    const settings = { service: 'https://bsky.example', identifier: 'alice.example' }
    const { problems } = await bluesky.check(draft, settings)
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  }
})

test('a channel without an account is written for by the limit that it tells', async () => {
  const t = await open()
  const { suggestions } = await t.call('writing.text', { prompt: 'Brot und Zeit. '.repeat(60), channel: 'bluesky' })
  expect(suggestions).toHaveLength(3)
  expect(suggestions.every(({ text }) => new TextEncoder().encode(text).length <= 300)).toBe(true)
})

test('prompts without anything to read, unknown channels and links that leave no room are refused', async () => {
  const t = await open()
  expect(await t.refusal('writing.text', { prompt: '   \n ' })).toBe('invalid-input')
  expect(await t.refusal('writing.text', { prompt: '\u200B\u200B' })).toBe('invalid-input')
  expect(await t.refusal('writing.text', { prompt: 'Hello', channel: 'morse' })).toBe('channel-unsupported')
  await addAccount(t)
  const link = `https://shop.example/${'x'.repeat(100)}`
  expect(await failure(t, 'writing.text', { prompt: 'Hello', channel: 'scripted', link })).toMatchObject({
    code: 'text-too-long',
    field: 'link',
  })
  const { suggestions } = await t.call('writing.text', { prompt: '🎉🎉', channel: 'scripted' })
  expect(suggestions.map(({ text }) => text)).toEqual(['🎉🎉', '• 🎉🎉\n\n💬', '◆ 🎉🎉\n\n🔁'])
})

test('an asset becomes content for every account that can publish, each within its own limits, with its picture', async () => {
  const t = await open()
  const [there, site] = [await addBluesky(t), await addFolder(t)]
  await t.call('accounts.disconnect', { accountId: await addAccount(t, 'Gone') })
  const { contents } = await t.call('writing.post', { assets: [source(LAMP)] })
  expect(contents.map(({ accountId }) => accountId).toSorted()).toEqual([there, site].toSorted())
  const [short, long] = ['bluesky', 'folder'].map((key) => contents.find(({ channel }) => channel === key))
  for (const content of [short, long]) {
    expect(content).toMatchObject({ type: 'IMAGE', link: LAMP, provider: 'built-in', asset: { title: 'Oak lamp' } })
    expect(content?.text).toContain(LAMP)
    expect(content?.media).toEqual([{ mediaId: expect.stringMatching(/^med_/) as string, alt: 'Oak lamp' }])
  }
  expect(short?.media).toEqual(long?.media)
  expect([...(short?.text ?? '')].length).toBeLessThanOrEqual(300)
  expect(long?.text.length).toBeGreaterThan(300)
})

test('ready content can be saved as a post as it is', async () => {
  const t = await open()
  const accountId = await addFolder(t)
  const { contents } = await t.call('writing.post', { assets: [source(LAMP)], accountIds: [accountId] })
  const [{ text, media } = { text: '', media: [] }] = contents
  const post = await t.call('posts.save', { text, media, targets: [{ accountId }] })
  expect(post).toMatchObject({ status: 'draft', text, media })
})

test('without a picture it is a link, and a picture that is gone does not stand in the way', async () => {
  const t = await open()
  const accountIds = [await addFolder(t)]
  const assets = [source('https://shop.example/plain'), source('https://shop.example/broken')]
  const { contents } = await t.call('writing.post', { assets, accountIds })
  expect(contents.map(({ type, media, link }) => [type, media, link])).toEqual([
    ['LINK', [], 'https://shop.example/plain'],
    ['LINK', [], 'https://shop.example/broken'],
  ])
})

test('an asset that is handed in is tidied like one that is read', async () => {
  const t = await open()
  const asset = {
    kind: 'page' as const,
    title: `<b>Hello</b> ${'x'.repeat(5000)}`,
    summary: '',
    url: 'javascript:alert(1)',
    image: { url: 'file:///etc/passwd', alt: '' },
    facts: {},
    keywords: [],
    source: 'a program',
    readAt: '2026-11-01T09:00:00.000Z',
  }
  const { contents } = await t.call('writing.post', { assets: [asset], channels: ['folder'], language: 'en' })
  expect(contents).toMatchObject([{ channel: 'folder', accountId: null, type: 'TEXT', link: null, media: [] }])
  expect(contents[0]?.text.startsWith('Hello')).toBe(true)
  expect(contents[0]?.text.length).toBeLessThan(500)
  expect(await t.refusal('writing.post', { assets: [{ ...asset, title: '' }], channels: ['folder'] })).toBe(
    'invalid-input',
  )
})

test('without assets the newest published post goes to accounts that have not seen it', async () => {
  const { t, alice } = await startTestApp()
  const bob = await addAccount(t, 'Bob')
  await schedulePost(t, 'Open until six', [alice])
  await t.clock.advance(60_000)
  const { contents } = await t.call('writing.post', { language: 'en', hashtags: false })
  expect(contents).toMatchObject([{ accountId: bob, text: 'Open until six', asset: null, link: null, type: 'TEXT' }])
  expect(await t.refusal('writing.post', { accountIds: [alice] })).toBe('invalid-input')
})

test('what no account can be found for is refused', async () => {
  const t = await open()
  expect(await t.refusal('writing.post', { assets: [source(LAMP)] })).toBe('no-account')
  expect(await t.refusal('writing.post', { assets: [source(LAMP)], accountIds: ['acc_0000000000000001'] })).toBe(
    'not-found',
  )
})

test('a model on a server writes when the settings say so, and the built-in writer adds what it leaves out', async () => {
  const t = await open()
  const server = await startChatContractServer({ key: 'sk-own' })
  expect(await failure(t, 'writing.key', { key: 'sk-own' })).toMatchObject({
    code: 'invalid-input',
    field: 'writing.url',
  })
  await t.call('settings.update', { writing: { provider: 'server', url: server.url, model: 'tiny' } })
  expect(await t.refusal('writing.text', { prompt: 'Hello there' })).toBe('wrong-credentials')
  await t.call('writing.key', { key: 'sk-own' })
  server.say(captions('From the model.', 'Another of it.'))
  const { suggestions } = await t.call('writing.text', { prompt: 'We open a second shop' })
  expect(suggestions.map(({ provider }) => provider)).toEqual(['tiny', 'tiny', 'built-in'])
  await t.call('writing.key', { key: null })
  expect(await t.refusal('writing.text', { prompt: 'Hello there' })).toBe('wrong-credentials')
})

test('the key of one server is never shown to another', async () => {
  const t = await open()
  const [own, strange] = [await startChatContractServer(), await startChatContractServer()]
  await t.call('settings.update', { writing: { provider: 'server', url: own.url, model: 'tiny' } })
  await t.call('writing.key', { key: 'sk-own' })
  await t.call('settings.update', { writing: { provider: 'server', url: strange.url, model: 'tiny' } })
  strange.say(captions('One.', 'Two.', 'Three.'))
  await t.call('writing.text', { prompt: 'Hello there' })
  expect(strange.keys).toEqual([undefined])
})

test('a server that is not named in full is asked for in words', async () => {
  const t = await open()
  for (const writing of [
    { provider: 'server' as const, url: '', model: '' },
    { provider: 'server' as const, url: 'file:///etc', model: 'tiny' },
    { provider: 'server' as const, url: 'http://127.0.0.1:1/v1', model: '' },
  ]) {
    await t.call('settings.update', { writing })
    expect(await failure(t, 'writing.text', { prompt: 'Hello' })).toMatchObject({
      code: 'invalid-input',
      field: 'writing',
    })
  }
})

test('what is written counts as one use of the meter, whatever fails counts as none, and a full meter refuses', async () => {
  const t = await open()
  const accountIds = [await addFolder(t)]
  const uses = async () =>
    (await t.call('quota.get', {})).features.find(({ feature }) => feature === 'AI_TOOLS')?.quota?.currentUsage
  const window = { kind: 'period' as const, period: 'MONTH' as const, zone: 'UTC' }
  await t.call('quota.save', { subject: { kind: 'feature', feature: 'AI_TOOLS' }, unit: 'posts', limit: 2, window })
  expect(await t.refusal('writing.text', { prompt: '\u200B' })).toBe('invalid-input')
  await t.call('writing.assets', source(LAMP))
  expect(await uses()).toBe(0)
  await t.call('writing.text', { prompt: 'Hello there', count: 10 })
  expect(await uses()).toBe(1)
  await t.call('writing.post', { assets: [source(LAMP), source('https://shop.example/plain')], accountIds })
  expect(await uses()).toBe(2)
  expect(await t.refusal('writing.text', { prompt: 'Hello there' })).toBe('quota-exhausted')
  expect(await uses()).toBe(2)
})
