import { app as electron, dialog, powerMonitor, session } from 'electron'
import type { ItemRow } from '../../../src-preload/contract/methods.ts'
import type { App } from '../../app/app.ts'
import { tellOfTray } from './notifier.ts'
import type { MainWindow } from './window.ts'
import { say, sayClock } from '../words/say.ts'

/** How far ahead a post has to be due to be worth a warning, in milliseconds. */
const SOON = 3_600_000

/** What leaving has to bring to an end; closing stops the app first. */
export type Leaving = { app: App; close(): Promise<void> }

/**
 * Closing the window only hides it. Quitting names what is due soon and asks, except when the system shuts down or a
 * signal says so; then it lets what is being sent come to its end, and closes the database before the process ends.
 */
export const guardQuit = (window: MainWindow, opened: Promise<Leaving>): void => {
  let state: 'running' | 'asking' | 'leaving' = 'running'
  const leave = async (ask: boolean) => {
    // A shutdown does not wait for an answer.
    if (state === 'leaving' || (ask && state === 'asking')) return
    const open = await opened.catch(() => null)
    if (ask && open !== null) {
      state = 'asking'
      if (!(await agrees(window, open.app))) {
        state = 'running'
        return
      }
    }
    state = 'leaving'
    window.keepState()
    window.hide()
    await open?.close()
    session.defaultSession.flushStorageData()
    electron.exit(0)
  }
  const go = (ask: boolean) => void leave(ask).catch(() => electron.exit(1))

  window.browser.on('close', (event) => {
    event.preventDefault()
    window.keepState()
    window.hide()
    if (window.firstClose()) tellOfTray()
  })
  electron.on('before-quit', (event) => {
    event.preventDefault()
    go(true)
  })
  window.browser.on('session-end', () => go(false))
  powerMonitor.on('shutdown', () => go(false))
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => go(false))
}

const agrees = async (window: MainWindow, app: App): Promise<boolean> => {
  const due = await app.dueWithin(SOON).catch(() => [])
  if (due.length === 0) return true
  window.reveal()
  const { response } = await dialog.showMessageBox(window.browser, {
    type: 'warning',
    title: say('quit.title'),
    message: say('quit.due', { count: due.length }),
    detail: `${names(due)}\n\n${say('quit.why')}`,
    buttons: [say('quit.stay'), say('quit.leave')],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

/** The first few by time, account and words. */
const names = (due: readonly ItemRow[]): string => {
  const shown = due.slice(0, 5).map((row) => `${time(row)}  ${row.account}: ${row.text.slice(0, 60)}`)
  return due.length > shown.length
    ? [...shown, say('quit.more', { count: due.length - shown.length })].join('\n')
    : shown.join('\n')
}

const time = ({ nextAt, schedule }: ItemRow): string => {
  const at = nextAt ?? schedule?.at
  return at === undefined ? '' : sayClock(at)
}
