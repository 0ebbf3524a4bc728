import { app as electron, net } from 'electron'
import type { App } from '../../app/app.ts'
import { type ApiSwitch, createApiSwitch } from '../api-switch.ts'
import { openPosthorn, type Posthorn } from '../compose.ts'
import { call } from './call.ts'
import { createNotifier } from './notifier.ts'
import { passHints } from './power.ts'
import { passEvents } from './rpc.ts'
import { putInTray } from './tray.ts'
import { systemVault } from './vault.ts'
import type { MainWindow } from './window.ts'

/** Posthorn behind a window. */
export type Desktop = Pick<Posthorn, 'app' | 'locateMedia' | 'close'>

/** Opens the data folder, joins the window, the tray and the system's events to it, and begins to look at the queue. */
export const openDesktop = async (home: string, window: MainWindow): Promise<Desktop> => {
  const notifier = createNotifier(({ kind, itemId }) => {
    window.reveal()
    if (kind === 'missed') posthorn.app.emit({ kind: 'open-review' })
    else if (itemId !== null) posthorn.app.emit({ kind: 'open-item', itemId })
  })
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
  })
  const { app } = posthorn
  process.on('unhandledRejection', (error) => posthorn.log.error('a promise was left alone with its error', { error }))
  passEvents(window.browser, app)
  await followAppearance(app, window)
  await putInTray(app, window)
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

const followAppearance = async (app: App, window: MainWindow): Promise<void> => {
  app.subscribe((event) => {
    if (event.kind === 'settings-changed') window.wear(event.settings.appearance)
  })
  const settings = await call(app, 'settings.get', {})
  if (settings.ok) window.wear(settings.value.appearance)
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
