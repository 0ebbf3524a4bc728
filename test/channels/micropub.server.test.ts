import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { type MicropubSite, startMicropubSite } from '../servers/micropub.ts'
import { channelNamed, draftOf, mediaOf, workOf } from './channel-world.ts'

/* Against micropub-express, which takes posts and files, and knows neither changes nor media endpoints. */
const micropub = channelNamed('micropub')

const openSite = async (): Promise<MicropubSite> => {
  const site = await startMicropubSite()
  onTestFinished(() => site.close())
  return site
}
const workOn = ({ url, token }: MicropubSite, draft: Partial<Draft> | string) =>
  workOf(micropub, draftOf(draft), {
    settings: { site: url, endpoint: `${url}/micropub` },
    secret: token,
    at: Date.now(),
  })

test('the site is found by its front page, connected to, and posted on', async () => {
  const site = await openSite()
  const connected = await micropub.connect({ ...workOn(site, ''), settings: { site: site.url } })
  expect(connected).toMatchObject({ kind: 'valid', settings: { endpoint: `${site.url}/micropub` } })
  const settings = connected.kind === 'valid' ? connected.settings : {}
  const rich = { text: 'Bold & plain', emphasis: [{ kind: 'bold', start: 0, end: 4 }] as const, tags: ['news'] }
  const sent = { ...workOn(site, rich), settings }
  expect(await micropub.lookup?.(sent)).toEqual({ kind: 'absent' })
  const outcome = await micropub.publish(sent)
  const remote = { id: site.entries[0]?.url, url: site.entries[0]?.url, parts: [] }
  expect(outcome).toEqual({ kind: 'published', remote })
  expect(site.entries[0]?.properties).toMatchObject({
    content: [{ html: '<p><strong>Bold</strong> &amp; plain</p>' }],
    category: ['news'],
    published: [new Date(sent.at).toISOString()],
  })
  expect(await micropub.lookup?.(sent)).toEqual({ kind: 'found', remote })
  expect(await micropub.readBack?.(sent, Date.now() - 60_000)).toMatchObject({
    kind: 'read',
    posts: [{ remote, text: 'Bold & plain' }],
  })
})

test('a photo goes in a form, and arrives byte for byte beside the words', async () => {
  const site = await openSite()
  const bytes = await sharp({ create: { width: 8, height: 9, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const sent = workOn(site, { text: 'Look', media: [await mediaOf(bytes, 'a.png')], tags: ['news', 'notes'] })
  expect(await micropub.publish(sent)).toMatchObject({ kind: 'published' })
  const [entry] = site.entries
  expect(entry?.properties).toMatchObject({ content: ['Look'], category: ['news', 'notes'] })
  expect(entry?.url).toContain('/notes/look-p')
  expect(entry?.files?.photo?.map(({ filename, buffer }) => [filename, buffer])).toEqual([['a.png', bytes]])
})

test('a token that is none is refused, and so is a change', async () => {
  const site = await openSite()
  const other = { ...workOn(site, 'x'), secret: 'another-token-1' }
  expect(await micropub.connect(other)).toMatchObject({ kind: 'refused' })
  expect(await micropub.publish(other)).toMatchObject({ kind: 'rejected' })
  expect(site.entries).toEqual([])
  const sent = workOn(site, 'Before')
  const outcome = await micropub.publish(sent)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  expect(await micropub.edit?.({ ...sent, draft: draftOf('After') }, outcome.remote)).toMatchObject({
    kind: 'refused',
    failure: { code: 'rejected-by-channel' },
  })
})
