import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type Pds, type PdsAccount, startPds } from '../servers/pds.ts'
import { journey } from './kit/journey.ts'
import {
  accountCard,
  askToConnectBluesky,
  connectBluesky,
  nextMinute,
  openRoom,
  queueRow,
  scheduleAt,
  writePost,
} from './kit/rooms.ts'

let pds: Pds
let alice: PdsAccount

beforeAll(async () => {
  pds = await startPds()
  alice = await pds.createAccount('alice.test', 'the password of alice')
})
afterAll(() => pds.close())

const aliceOnBluesky = () => ({ name: 'Alice', service: pds.url, handle: alice.handle, password: alice.appPassword })

const wordsBeingWritten = (page: Page) => page.getByRole('textbox', { name: 'Post text' }).inputValue()

const draftsKept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const reply = await Reflect.get(window, 'posthorn').call('posts.list', { statuses: ['draft'] })
    return reply.value.entries.map((post: { text: string }) => post.text)
  })

/** How many accounts a copy of the database that is made now has in it. */
const accountsInCopy = (page: Page): Promise<number> =>
  page.evaluate(async () => (await Reflect.get(window, 'posthorn').call('snapshots.create')).value.counts.accounts)

/** Everything that the database has on disk. */
const bytesOf = async (home: string): Promise<string> => {
  const files = ['posthorn.db', 'posthorn.db-wal'].map((name) =>
    readFile(join(home, name)).catch(() => Buffer.alloc(0)),
  )
  return Buffer.concat(await Promise.all(files)).toString('latin1')
}

journey('a password is sealed by the keychain, and works again after a restart', async ({ home, start }) => {
  const first = await start()
  await connectBluesky(first.page, aliceOnBluesky())
  await openRoom(first.page, 'Settings')
  await first.page.getByText('Passwords are kept in the system’s keychain now.').waitFor()
  const bytes = await bytesOf(home)
  expect(bytes).toContain(alice.did)
  expect(bytes).not.toContain(alice.appPassword)
  expect(bytes).not.toContain('eyJ')
  await first.quit()

  const { page } = await start()
  await openRoom(page, 'Accounts')
  await page.getByRole('button', { name: 'More for Alice' }).click()
  await page.getByRole('menuitem', { name: 'Check now' }).click()
  await page.getByText('Alice is connected.').waitFor()
})

journey('without a keychain the person chooses where a password is kept', async ({ home, start }) => {
  const desktop = await start({ flags: ['--password-store=basic'] })
  const { page } = desktop
  await askToConnectBluesky(page, aliceOnBluesky())
  const question = page.getByRole('alertdialog')
  await question.getByText('Where should the password be kept?').waitFor()
  await desktop.shoot('10-no-keychain')
  expect(await bytesOf(home)).not.toContain(alice.appPassword)

  await question.getByRole('button', { name: /key file/ }).click()
  await accountCard(page, 'Alice').getByText('Connected').waitFor()
  expect((await stat(join(home, 'secret.key'))).mode & 0o777).toBe(0o600)
  expect(await bytesOf(home)).not.toContain(alice.appPassword)
})

journey('a wrong password is told in the form, and nothing is kept', async ({ start }) => {
  const desktop = await start()
  const { page } = desktop
  await askToConnectBluesky(page, { ...aliceOnBluesky(), password: 'not hers' })
  await page
    .getByRole('dialog')
    .getByText(/password/i)
    .last()
    .waitFor()
  await expect.poll(() => page.getByRole('dialog').locator('[aria-invalid=true]').count()).toBeGreaterThan(0)
  await desktop.shoot('11-wrong-password')
  await page.getByRole('button', { name: 'Cancel' }).click()
  expect(await accountCard(page, 'Alice').count()).toBe(0)
})

journey('the queue and the words being written outlive a pulled plug, and can be copied', async ({ start }) => {
  const first = await start()
  await writePost(first.page, 'This one is in the queue', ['My posts'])
  await scheduleAt(first.page, nextMinute(3_000))
  await (await queueRow(first.page, 'Upcoming', 'This one is in the queue')).waitFor()
  await writePost(first.page, 'And this one', ['My posts'])
  // Without a pause in which it would be saved: at the most what was typed in the last moment is gone.
  await first.page.keyboard.type(' was never finished', { delay: 30 })
  await first.page.keyboard.type(', since somebody pulled the plug', { delay: 30 })
  await first.kill()

  const { page } = await start()
  await page.getByRole('textbox', { name: 'Post text' }).waitFor()
  await expect
    .poll(async () => [await wordsBeingWritten(page), ...(await draftsKept(page))].join('\n'))
    .toContain('And this one was never finished')
  await (await queueRow(page, 'Upcoming', 'This one is in the queue')).getByText('Scheduled').waitFor()
  expect(await accountsInCopy(page)).toBe(1)
})

journey('words typed in the very moment of quitting are there at the next start', async ({ start }) => {
  const first = await start()
  await writePost(first.page, 'Half a thou', ['My posts'])
  await first.quit()

  const { page } = await start()
  await page.getByRole('textbox', { name: 'Post text' }).waitFor()
  // Where quitting took its time they were saved before it, and stand among the drafts.
  await expect.poll(async () => [await wordsBeingWritten(page), ...(await draftsKept(page))]).toContain('Half a thou')
})

journey('words typed in the very moment in which the window goes down are there when it is back', async ({ start }) => {
  const { page, electron } = await start()
  await writePost(page, 'Half a thought', ['My posts'])
  await page.keyboard.type(', and no pau')
  await electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const back = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(null)))
    contents?.forcefullyCrashRenderer()
    await back
  })
  // The driver has lost the page; the window has not.
  const written = () =>
    electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]
        ?.webContents.executeJavaScript(`document.querySelector('textarea')?.value`)
        .catch(() => null),
    )
  await expect.poll(written, { timeout: 20_000 }).toBe('Half a thought, and no pau')
})
