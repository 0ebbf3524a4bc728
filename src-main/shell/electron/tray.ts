import { join } from 'node:path'
import { app as electron, Menu, type MenuItemConstructorOptions, Tray } from 'electron'
import type { Status } from '../../../src-preload/contract/model/status.ts'
import type { App } from '../../app/app.ts'
import { call } from './call.ts'
import type { MainWindow } from './window.ts'

/**
 * Puts Posthorn into the tray: what goes out next, what needs the person, and the way back to the window. A desktop
 * without a tray shows nothing of it; there, starting Posthorn again brings the window back.
 */
export const putInTray = async (app: App, window: MainWindow): Promise<void> => {
  const image = process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'
  const tray = new Tray(join(electron.getAppPath(), 'resources/icons', image))
  // On macOS a click opens the menu, as it does for every other icon there.
  if (process.platform !== 'darwin') tray.on('click', window.reveal)
  const show = (status: Status) => {
    tray.setToolTip(status.next === null ? 'Posthorn' : `Posthorn: next ${clock(status.next.at)}`)
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(status, app, window)))
  }
  app.subscribe((event) => {
    if (event.kind === 'status-changed') show(event.status)
  })
  const status = await call(app, 'status.get', {})
  if (status.ok) show(status.value)
}

const trayMenu = (status: Status, app: App, window: MainWindow): MenuItemConstructorOptions[] => {
  const { failed, missed, unconfirmed } = status.counts
  const attention = failed + missed + unconfirmed
  return [
    nextPost(status, app, window),
    {
      label: attention === 1 ? '1 post needs attention' : `${attention} posts need attention`,
      visible: attention > 0,
      click: () => {
        window.reveal()
        app.emit({ kind: 'open-queue' })
      },
    },
    { type: 'separator' },
    {
      label: status.paused ? 'Resume publishing' : 'Pause publishing',
      click: () => void call(app, 'settings.update', { paused: !status.paused }),
    },
    {
      label: 'New post',
      click: () => {
        window.reveal()
        app.emit({ kind: 'open-composer' })
      },
    },
    { label: 'Open Posthorn', click: window.reveal },
    { type: 'separator' },
    { label: 'Quit Posthorn', click: () => electron.quit() },
  ]
}

const nextPost = ({ next }: Status, app: App, window: MainWindow): MenuItemConstructorOptions => {
  if (next === null) return { label: 'Nothing is scheduled', enabled: false }
  const { itemId } = next
  return {
    label: `Next: ${clock(next.at)}, ${next.account}: ${shorten(next.text)}`,
    click: () => {
      window.reveal()
      app.emit({ kind: 'open-item', itemId })
    },
  }
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text)

const clock = (at: string): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))
