import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { ORIGIN } from './addresses.ts'
import { keepTyped } from './keep-typed.ts'
import { mark } from './timings.ts'
import { firstSize, keepWindowState, placeOn, readWindowState, roomAt, type WindowState } from './window-state.ts'

/** The one window, and what the rest of the shell may ask of it. */
export type MainWindow = {
  readonly browser: BrowserWindow
  /** Resolves when it is on show for the first time, or could be. */
  readonly painted: Promise<void>
  /** Brings it before the person, wherever it was. */
  reveal(): void
  /** Takes it off the screen; it lives on, with all that was typed. */
  hide(): void
  /** Follows the person's choice of light or dark, now and at the next start. */
  wear(appearance: WindowState['appearance']): void
  /** True once: when the person has yet to be told that closing does not quit. */
  firstClose(): boolean
  /** Writes down where it stands, and which room is open in it. */
  keepState(): void
}

// The page's own two grounds, so that nothing flashes before the page is there.
const PAPER = '#fbfaf7'
const NIGHT = '#16171a'

/** A page that does not paint must not keep the queue from opening for longer than this, in milliseconds. */
const PATIENCE = 5_000
/** Before a page that went down is begun anew, in milliseconds: one that always goes down must not spin. */
const BREATH = 1_000

/** Makes the window and begins to load the interface; it shows itself when there is something to see, unless `hidden`. */
export const openWindow = (home: string, hidden: boolean): MainWindow => {
  let state = readWindowState(home)
  nativeTheme.themeSource = state.appearance
  const places = screen.getAllDisplays().map((display) => display.workArea)
  mark('window-wanted')
  const browser = new BrowserWindow({
    ...(placeOn(places, state.bounds) ?? firstSize(screen.getPrimaryDisplay().workArea)),
    minWidth: 400,
    minHeight: 480,
    show: false,
    title: 'Posthorn',
    backgroundColor: nativeTheme.shouldUseDarkColors ? NIGHT : PAPER,
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(app.getAppPath(), 'out/preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // Elsewhere Chromium would fetch dictionaries from its maker, unasked.
      spellcheck: process.platform === 'darwin',
    },
  })
  const painted = showWhenPainted(browser, state.maximized, hidden)
  // A page that went down is begun anew: what was typed is autosaved, and the queue lives outside the window.
  browser.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason !== 'clean-exit') setTimeout(() => browser.webContents.reload(), BREATH)
  })
  keepTyped(browser.webContents)
  void browser.loadURL(state.room === null ? `${ORIGIN}/` : `${ORIGIN}/#/${state.room}`)

  const keep = (change: Partial<WindowState>) => {
    state = { ...state, ...change }
    keepWindowState(home, state)
  }
  return {
    browser,
    painted,
    reveal: () => {
      if (browser.isMinimized()) browser.restore()
      browser.show()
      browser.focus()
    },
    hide: () => {
      // On macOS a window hidden in full screen leaves a black screen behind.
      if (!browser.isFullScreen()) return browser.hide()
      browser.once('leave-full-screen', () => browser.hide())
      browser.setFullScreen(false)
    },
    wear: (appearance) => {
      nativeTheme.themeSource = appearance
      browser.setBackgroundColor(nativeTheme.shouldUseDarkColors ? NIGHT : PAPER)
      if (appearance !== state.appearance) keep({ appearance })
    },
    firstClose: () => {
      const first = !state.toldOfTray
      if (first) keep({ toldOfTray: true })
      return first
    },
    keepState: () =>
      keep({
        bounds: browser.getNormalBounds(),
        maximized: browser.isMaximized(),
        room: roomAt(browser.webContents.getURL()),
      }),
  }
}

const showWhenPainted = (browser: BrowserWindow, maximized: boolean, hidden: boolean): Promise<void> =>
  new Promise((resolve) => {
    const show = () => {
      clearTimeout(late)
      browser.off('ready-to-show', show)
      // Sooner it would put an empty window on the screen. Started by the system it stays away until it is asked for.
      if (maximized && !hidden) browser.maximize()
      if (!hidden) browser.show()
      mark('painted')
      // Elsewhere it is the executable's own. Read after the window is up, since it takes its time.
      if (process.platform === 'linux') browser.setIcon(join(app.getAppPath(), 'resources/icons/window.png'))
      resolve()
    }
    const late = setTimeout(show, PATIENCE)
    browser.on('ready-to-show', show)
  })
