import { type BrowserWindow, dialog, ipcMain, type IpcMainInvokeEvent, shell, ShareMenu } from 'electron'
import type { FailureCode, Reply } from '../../../src-preload/contract/failure.ts'
import type { Output } from '../../../src-preload/contract/methods.ts'
import type { App } from '../../app/app.ts'
import { failed, Refusal } from '../../core/refusal.ts'
import { openFile } from '../open-file.ts'
import { isOurs } from './addresses.ts'
import { failureOf } from './boot-failure.ts'
import type { Openings } from './openings.ts'
import { call } from './call.ts'
import { chooseFile, chooseFolder } from './choose-path.ts'
import { readyFolder } from './ready-folder.ts'
import { hasShareMenu, type Shared, shareItem } from './share-item.ts'
import { showFile } from './show-file.ts'
import { mark } from './timings.ts'
import { weigh } from './weigh.ts'
import { because } from '../../core/told.ts'

/** A file of 100 MB in base64, with room for its message; in characters. */
const HEAVIEST = 150_000_000

/** The windows that may speak to Posthorn: the main one, and the one for a quick post while it is open. */
export type Windows = { main: BrowserWindow; quick: () => BrowserWindow | null }

/** What only the shell can answer. */
export type Asks = { openings: Pick<Openings, 'takeText' | 'files'>; quickPost(): Promise<Reply<null>> }

/**
 * Answers the window's calls, each a method and its input; those that come early wait for the app. Files come on a
 * channel of their own, by the paths that the preload script had of the system for what a person dropped or picked: the
 * page itself cannot name any. What was opened with Posthorn it names by the id that it was told.
 */
export const answerCalls = (windows: Windows, opened: Promise<App>, asks: Asks): void => {
  const { main: browser } = windows
  const { openings } = asks
  const hearFile = (channel: string, pathOf: (named: string) => string | null): void =>
    ipcMain.handle(channel, async (event, named: unknown): Promise<Reply<unknown>> => {
      if (!isFromUs(event, windows)) return refusal('not-authorised', 'This page may not speak to Posthorn.')
      const path = typeof named === 'string' ? pathOf(named) : null
      if (path === null) return refusal('invalid-input', 'The message does not name a file.')
      const app = await opened.catch(failureOf)
      if ('code' in app) return { ok: false, failure: app }
      return takeFile(app, path)
    })
  hearFile('posthorn-file', (path) => path)
  hearFile('posthorn-opened', openings.files.pathOf)
  ipcMain.handle('posthorn', async (event, message: unknown): Promise<Reply<unknown>> => {
    if (!isFromUs(event, windows)) return refusal('not-authorised', 'This page may not speak to Posthorn.')
    const asked = readCall(message)
    if (asked === null) return refusal('invalid-input', 'The message is not a call: a method and its input.')
    if (asked.method === 'desktop.choose-file')
      return { ok: true, value: await chooseFile(dialog, browser, asked.input) }
    if (asked.method === 'desktop.choose-folder') return { ok: true, value: await chooseFolder(dialog, browser) }
    if (asked.method === 'desktop.take-text') return { ok: true, value: openings.takeText() }
    if (asked.method === 'desktop.take-opened') return { ok: true, value: openings.files.take() }
    if (asked.method === 'desktop.read-opened') return openings.files.read(readOpenedId(asked.input))
    if (asked.method === 'desktop.quick-post') return asks.quickPost()
    const app = await opened.catch(failureOf)
    if ('code' in app) return { ok: false, failure: app }
    if (asked.method === 'desktop.show-folder') return showFolder(app, asked.input)
    if (asked.method === 'desktop.show-file') return showFile(app, asked.input, shell.showItemInFolder)
    if (asked.method === 'desktop.share') return shareItem(app, asked.input, shareMenuOn(browser))
    const reply = await app.gate(asked.method, asked.input)
    mark('answered')
    return reply
  })
}

const takeFile = async (app: App, path: string): Promise<Reply<unknown>> => {
  try {
    return await app.takeFile(await openFile(path))
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure }
    throw error
  }
}

/** Passes on to the windows what changed. What the person asked for from outside is the main one's to show. */
export const passEvents = ({ main, quick }: Windows, app: App): (() => void) =>
  app.subscribe((event) => {
    for (const browser of event.kind.startsWith('open-') ? [main] : [main, quick()]) {
      if (browser !== null && !browser.isDestroyed()) browser.webContents.send('posthorn-event', event)
    }
  })

const isFromUs = ({ sender, senderFrame }: IpcMainInvokeEvent, { main, quick }: Windows): boolean =>
  [main, quick()].some((browser) => browser !== null && !browser.isDestroyed() && sender === browser.webContents) &&
  senderFrame !== null &&
  senderFrame.parent === null &&
  isOurs(senderFrame.url)

/** A call is `[method, input]`; null for anything else. What the input must be is the contract's to say. */
const readCall = (message: unknown): { method: string; input: unknown } | null => {
  if (!Array.isArray(message) || message.length !== 2) return null
  const [method, input]: unknown[] = message
  return typeof method === 'string' && weigh(input, HEAVIEST) !== Infinity ? { method, input } : null
}

const shareMenuOn = (browser: BrowserWindow) =>
  hasShareMenu(process.platform) ? (shared: Shared): void => new ShareMenu(shared).popup({ window: browser }) : null

const readOpenedId = (input: unknown): string => String(((input ?? {}) as { openedId?: unknown }).openedId)

/** The page names an item, never a path. */
const showFolder = async (app: App, input: unknown): Promise<Reply<null>> => {
  const item = (await app.gate('items.get', input)) as Reply<Output<'items.get'>>
  if (!item.ok) return item
  const accounts = await call(app, 'accounts.list', {})
  if (!accounts.ok) return accounts
  const folder = await readyFolder(item.value, accounts.value.entries)
  const trouble = folder === null ? 'It is not where it was laid out.' : await shell.openPath(folder)
  if (trouble === '') return { ok: true, value: null }
  const message = 'The folder of this post cannot be shown.'
  const next = 'Look for it at its path, or choose “Post it later”: it is laid out anew then.'
  return {
    ok: false,
    failure: failed('not-found', message, next, { detail: trouble, told: because('folder-not-shown') }),
  }
}

const refusal = (code: FailureCode, message: string): Reply<never> => ({
  ok: false,
  failure: { code, message, next: 'Nothing was changed. If you did not expect this, quit Posthorn and start it anew.' },
})
