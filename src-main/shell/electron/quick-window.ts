import { join } from 'node:path'
import { app as electron, BrowserWindow, globalShortcut, screen } from 'electron'
import { ORIGIN } from './addresses.ts'
import { keepTyped } from './keep-typed.ts'

/** The small window for a quick post: one at a time, above everything else, gone when it is done with. */
export type QuickWindow = {
  show(): void
  /** The window while there is one. */
  browser(): BrowserWindow | null
  /** Opens it by these keys from anywhere; null: by none. `onRefused` hears of keys that cannot be had. */
  listenFor(keys: string | null, onRefused: (keys: string, why: unknown) => void): void
}

const SIZE = { width: 480, height: 340 }

export const createQuickWindow = (): QuickWindow => {
  let browser: BrowserWindow | null = null
  let wanted: string | null = null
  let heard: string | null = null

  const open = (): BrowserWindow => {
    const made = new BrowserWindow({
      ...SIZE,
      ...placeNear(),
      minWidth: 320,
      minHeight: 240,
      show: false,
      title: 'Posthorn',
      autoHideMenuBar: true,
      alwaysOnTop: true,
      fullscreenable: false,
      maximizable: false,
      webPreferences: {
        preload: join(electron.getAppPath(), 'out/preload/preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        spellcheck: process.platform === 'darwin',
      },
    })
    made.once('ready-to-show', () => made.show())
    made.on('closed', () => {
      browser = null
    })
    keepTyped(made.webContents)
    void made.loadURL(`${ORIGIN}/?quick`)
    return made
  }

  const show = () => {
    browser ??= open()
    if (browser.isVisible()) browser.focus()
  }

  return {
    show,
    browser: () => browser,
    listenFor: (keys, onRefused) => {
      if (keys === wanted) return
      wanted = keys
      if (heard !== null) globalShortcut.unregister(acceleratorOf(heard))
      heard = null
      if (keys === null) return
      try {
        if (globalShortcut.register(acceleratorOf(keys), show)) heard = keys
        else onRefused(keys, 'another program holds them')
      } catch (error) {
        onRefused(keys, error)
      }
    },
  }
}

const acceleratorOf = (keys: string): string => keys.replace('Mod', 'CommandOrControl')

/** Where the person is: on the screen of the pointer, a little above its middle. */
const placeNear = (): { x: number; y: number } => {
  const { x, y, width, height } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea
  return { x: Math.round(x + (width - SIZE.width) / 2), y: Math.round(y + (height - SIZE.height) / 3) }
}
