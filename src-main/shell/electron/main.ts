import { mark, printTimings } from './timings.ts'
import { join } from 'node:path'
import { app as electron } from 'electron'
import { defaultHome } from '../default-home.ts'
import { giveUp } from './boot-failure.ts'
import { keepChromiumIn } from './chromium-folder.ts'
import { startedBySystem } from './launch-at-login.ts'
import { createQuickWindow } from './quick-window.ts'
import { hearOpenings, type Openings } from './openings.ts'
import { registerScheme, serveInterface } from './protocol.ts'
import { guardQuit } from './quit.ts'
import { answerCalls } from './rpc.ts'
import { denyPermissions, lockDown } from './security.ts'
import { openWindow } from './window.ts'

/*
 * The start, in its order: one Posthorn per data folder; a window as soon as the system allows; once it has painted, the
 * queue; what the window asks for meanwhile waits for it.
 */

const begin = (home: string): void => {
  process.on('uncaughtException', (error) => void giveUp(error))
  keepChromiumIn(home)
  // The first one gets `second-instance` and shows its window.
  if (!electron.requestSingleInstanceLock()) return electron.exit(0)
  // By it Windows knows whose notifications and windows these are; as in electron-builder.yml.
  if (process.platform === 'win32') electron.setAppUserModelId('app.posthorn.desktop')
  const openings = hearOpenings()
  lockDown()
  registerScheme()
  mark('loaded')
  electron
    .whenReady()
    .then(() => run(home, openings))
    .catch((error: unknown) => giveUp(error, home))
}

const run = async (home: string, openings: Openings): Promise<void> => {
  mark('ready')
  denyPermissions()
  serveInterface(join(electron.getAppPath(), 'out/renderer'), async (id) => (await opened).locateMedia(id))
  const window = openWindow(home, startedBySystem())
  mark('window')
  const quick = createQuickWindow()
  electron.on('second-instance', window.reveal)
  electron.on('activate', window.reveal)
  const opened = window.painted.then(async () => {
    const { openDesktop } = await import('./open-desktop.ts')
    return openDesktop(home, window, quick)
  })
  const app = opened.then((desktop) => desktop.app)
  // Whoever waits for it is answered each on its own; the person is told once, by `giveUp`.
  app.catch(() => {})
  openings.showIn(window, app)
  answerCalls({ main: window.browser, quick: quick.browser }, app, {
    openings,
    quickPost: async () => {
      quick.show()
      return { ok: true, value: null }
    },
  })
  guardQuit(window, opened)
  await opened
  mark('open')
  // The window's first question is answered within this while.
  setTimeout(printTimings, 1_000)
}

begin(defaultHome(process.env))
