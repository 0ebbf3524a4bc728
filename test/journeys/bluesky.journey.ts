import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AtpAgent, AppBskyFeedPost } from '@atproto/api'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { type Pds, type PdsAccount, startPds } from '../servers/pds.ts'
import { startPlainly } from './kit/desktop.ts'
import { watchBrowser } from './kit/watch.ts'
import { journey } from './kit/journey.ts'
import { shownNotifications } from './kit/notifications.ts'
import { makePicture } from './kit/picture.ts'
import { accountCard, connectBluesky, nextMinute, openRoom, queueRow, scheduleAt, writePost } from './kit/rooms.ts'

let pds: Pds
let alice: PdsAccount

beforeAll(async () => {
  pds = await startPds()
  alice = await pds.createAccount('alice.test', 'the password of alice')
})
afterAll(() => pds.close())

/** Alice's posts as her server has them, read by Bluesky's own client. */
const postsOfAlice = async () => {
  const agent = new AtpAgent({ service: pds.url })
  await agent.login({ identifier: alice.handle, password: alice.password })
  const { data } = await agent.com.atproto.repo.listRecords({ repo: alice.did, collection: 'app.bsky.feed.post' })
  return data.records.map(({ uri, value }) => ({ uri, post: AppBskyFeedPost.validateRecord(value) }))
}
const postsSaying = async (text: string) =>
  (await postsOfAlice()).flatMap(({ uri, post }) =>
    post.success && post.value.text === text ? [{ uri, post: post.value }] : [],
  )

/** Puts a picture on her profile, as she would in another app. */
const showFace = async (picture: Buffer): Promise<void> => {
  const agent = new AtpAgent({ service: pds.url })
  await agent.login({ identifier: alice.handle, password: alice.password })
  const { data } = await agent.com.atproto.repo.uploadBlob(picture, { encoding: 'image/png' })
  const record = { $type: 'app.bsky.actor.profile', avatar: data.blob }
  await agent.com.atproto.repo.putRecord({ repo: alice.did, collection: record.$type, rkey: 'self', record })
}

/** A page with a picture of its own, at an address of this computer. */
const servePage = async (picture: Buffer): Promise<string> => {
  const server = createServer(({ url }, response) => {
    if (url === '/pier.png') response.setHeader('content-type', 'image/png').end(picture)
    else
      response
        .setHeader('content-type', 'text/html')
        .end('<title>The harbour, by day</title><meta property="og:image" content="/pier.png">')
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/harbour`
}

/** In the page: asks the channels whether the accounts still work. */
const checkAll = async (): Promise<void> => {
  const ask = (method: string, input: object) => Reflect.get(window, 'posthorn').call(method, input)
  const { value } = await ask('accounts.list', {})
  for (const { id } of value.entries) await ask('accounts.check', { accountId: id })
}

const aliceOnBluesky = () => ({ name: 'Alice', service: pds.url, handle: alice.handle, password: alice.appPassword })

journey('a first post goes from an empty folder to Bluesky while the window is closed', async ({ home, start }) => {
  const desktop = await start()
  const { page } = desktop

  await openRoom(page, 'Accounts')
  await accountCard(page, 'My posts').getByText('Connected').waitFor()
  await desktop.shoot('01-first-run-accounts')
  await connectBluesky(page, aliceOnBluesky())
  await desktop.shoot('02-bluesky-connected')

  // The card of a page shows its picture, which the window never fetches itself.
  const site = await servePage(await readFile(await makePicture(home, 'page.png')))
  await page.evaluate(() => Reflect.get(window, 'posthorn').call('settings.update', { privateAddresses: true }))

  // Her face is looked for whenever the account is checked.
  await showFace(await readFile(await makePicture(home, 'face.png', '#8ecae6')))
  const face = accountCard(page, 'Alice').locator('.avatar-picture')
  expect(await face.count()).toBe(0)
  await page.evaluate(checkAll)
  await face.waitFor()
  expect(await face.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(96)
  await desktop.shoot('02-bluesky-face')
  // One that cannot be drawn leaves the initials.
  await face.evaluate((shown: HTMLImageElement) => void (shown.src = 'data:image/webp;base64,AAAA'))
  await expect.poll(() => face.count()).toBe(0)

  await writePost(page, `All about the harbour: ${site}`, ['Alice'])
  const onCard = page.getByRole('article', { name: 'Preview for Alice' }).locator('.link-card')
  await onCard.getByText('The harbour, by day').waitFor()
  const picture = onCard.getByRole('img')
  await picture.waitFor()
  await expect.poll(() => picture.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(720)
  await desktop.shoot('03-link-card')

  const text = 'Good morning from the harbour #posthorn'
  await page.getByRole('textbox', { name: 'Post text' }).fill(text)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Attach files' }).click(),
  ])
  await chooser.setFiles(await makePicture(home))
  await page.getByLabel('Description of file 1 of 1').fill('A sailing boat before the evening sun')
  await page.getByText(`${text.length}/300`).waitFor()
  const preview = page.getByRole('article', { name: 'Preview for Alice' })
  await preview.getByText('Good morning from the harbour').waitFor()
  await preview.getByRole('img', { name: 'A sailing boat before the evening sun' }).waitFor()
  await desktop.shoot('03-composer-with-picture')

  await scheduleAt(page, nextMinute(5))
  const row = await queueRow(page, 'Upcoming', text)
  await row.getByText('Scheduled').waitFor()
  await desktop.shoot('04-scheduled')
  expect(await postsSaying(text)).toHaveLength(0)

  await desktop.closeWindow()
  expect(await desktop.isOnScreen()).toBe(false)
  expect(desktop.isRunning()).toBe(true)

  await expect.poll(() => postsSaying(text), { timeout: 90_000, interval: 500 }).toHaveLength(1)
  const [sent] = await postsSaying(text)
  expect(sent?.post.embed).toMatchObject({
    $type: 'app.bsky.embed.images',
    images: [{ alt: 'A sailing boat before the evening sun', image: { mimeType: expect.stringMatching(/^image\//) } }],
  })
  expect(sent?.post.facets?.[0]?.features).toEqual([{ $type: 'app.bsky.richtext.facet#tag', tag: 'posthorn' }])
  await expect
    .poll(shownNotifications, { timeout: 20_000, interval: 500 })
    .toContainEqual({ title: 'Published on Alice (Bluesky)', body: text, from: 'Posthorn' })

  expect(await startPlainly({ home })).toMatchObject({ code: 0 })
  await expect.poll(desktop.isOnScreen).toBe(true)
  const done = await queueRow(page, 'Published', text)
  await done.getByText('Published').waitFor()
  await done.getByRole('button', { name: /Good morning/ }).click()
  await desktop.shoot('05-published-with-link')
  const opened = await watchBrowser(desktop)
  await page.getByRole('complementary', { name: 'Post details' }).getByRole('link', { name: 'Open link' }).click()
  await expect
    .poll(opened)
    .toEqual([`https://bsky.app/profile/${alice.handle}/post/${sent?.uri.split('/').at(-1) ?? 'nowhere'}`])
})

journey('a post waits for a server that is down, and goes out once when it is back', async ({ start }) => {
  const desktop = await start()
  const { page } = desktop
  await connectBluesky(page, aliceOnBluesky())

  const text = 'Through wind and weather'
  await writePost(page, text, ['Alice'])
  await pds.stop()
  await page.getByRole('button', { name: 'Publish now', exact: true }).click()
  const row = await queueRow(page, 'Upcoming', text)
  await row.getByText(/cannot be reached · tries again/).waitFor({ timeout: 90_000 })
  await desktop.shoot('06-waiting-unreachable')
  await row.getByRole('button', { name: /Through wind/ }).click()
  await page
    .getByRole('complementary', { name: 'Post details' })
    .getByText(/· tries again/)
    .waitFor()
  await desktop.shoot('07-waiting-details')

  await pds.restart()
  await expect.poll(() => postsSaying(text), { timeout: 60_000, interval: 500 }).toHaveLength(1)
  await (await queueRow(page, 'Published', text)).getByText('Published').waitFor()
  expect(await postsSaying(text)).toHaveLength(1)
})
