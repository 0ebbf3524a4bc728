import { app as electron, net } from 'electron'
import { type ApiSwitch, createApiSwitch } from '../api-switch.ts'
import { openPosthorn, type Posthorn } from '../compose.ts'
import { actOnNotice } from './act-on-notice.ts'
import { call } from './call.ts'
import type { Settings } from '../../../src-preload/contract/model/settings.ts'
import { launchAtLogin } from './launch-at-login.ts'
import { setMenu } from './menu.ts'
import { createNotifier, tellOfKeys } from './notifier.ts'
import type { QuickWindow } from './quick-window.ts'
import { speakIn } from '../words/say.ts'
import { passHints } from './power.ts'
import { passEvents } from './rpc.ts'
import { tellUpdating } from './tell-updating.ts'
import { createTray } from './tray.ts'
import { systemVault } from './vault.ts'
import type { MainWindow } from './window.ts'

/** Posthorn behind a window. */
export type Desktop = Pick<Posthorn, 'app' | 'locateMedia' | 'close'>

/** Opens the data folder, joins the window, the tray and the system's events to it, and begins to look at the queue. */
export const openDesktop = async (home: string, window: MainWindow, quick: QuickWindow): Promise<Desktop> => {
  const notifier = createNotifier((does, { itemId }) => void actOnNotice(posthorn.app, window.reveal, does, itemId))
  const http = createApiSwitch(async (port) => {
    const { openProgramsDoor } = await import('../open-door.ts')
    return openProgramsDoor(posthorn, port)
  })
  const posthorn = await openPosthorn({
    home,
    kind: 'desktop',
    version: electron.getVersion(),
    keychain: systemVault(),
    notifier,
    network: { isOnline: () => net.isOnline() },
    http,
    onShare: tellUpdating(window.browser),
  })
  const { app } = posthorn
  process.on('unhandledRejection', (error) => posthorn.log.error('a promise was left alone with its error', { error }))
  passEvents({ main: window.browser, quick: quick.browser }, app)
  const tray = createTray(app, window, quick.show)
  await followSettings(posthorn, (settings) => {
    window.wear(settings.appearance)
    speakIn(settings.language, electron.getLocale())
    setMenu({ window, app, quickPost: quick.show, shortcuts: settings.shortcuts })
    tray.retell()
    quick.listenFor(settings.quickPostKeys, (keys, why) => {
      posthorn.log.warn('the keys for a quick post cannot be had', { keys, why })
      tellOfKeys(keys)
    })
    launchAtLogin(settings.launchAtLogin).catch((error: unknown) =>
      posthorn.log.warn('the start at sign-in could not be set', { error }),
    )
  })
  await tray.show()
  passHints(app)
  await app.start()
  const doors = Promise.all([letCommandsIn(posthorn), letProgramsIn(posthorn, http)])
  const close = async () => {
    const shutDoors = await doors
    await Promise.allSettled(shutDoors.map((shut) => shut()))
    await posthorn.close()
  }
  return { ...posthorn, close }
}

/** Lets the shell wear what the settings say, now and after each change. */
const followSettings = async ({ app }: Posthorn, wear: (settings: Settings) => void): Promise<void> => {
  app.subscribe((event) => {
    if (event.kind === 'settings-changed') wear(event.settings)
  })
  const settings = await call(app, 'settings.get', {})
  if (settings.ok) wear(settings.value)
}

/** Lets the command line speak to this app; returns the way to shut the door. Without it the window works as well. */
const letCommandsIn = async (posthorn: Posthorn): Promise<() => Promise<void>> => {
  try {
    const { openCommandsDoor } = await import('../open-door.ts')
    return (await openCommandsDoor(posthorn)).close
  } catch (error) {
    posthorn.log.warn('the command line cannot reach this app', { error })
    return async () => {}
  }
}

/** Opens the HTTP API where the settings say so; the status says where it is, or why it is not there. */
const letProgramsIn = async ({ app, log }: Posthorn, http: ApiSwitch): Promise<() => Promise<void>> => {
  const settings = await call(app, 'settings.get', {})
  if (settings.ok && settings.value.http.enabled) {
    await http.begin(settings.value.http).catch((error: unknown) => log.warn('the HTTP API is not open', { error }))
    const status = await call(app, 'status.get', {})
    if (status.ok) app.emit({ kind: 'status-changed', status: status.value })
  }
  return http.close
}
