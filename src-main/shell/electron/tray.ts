import { join } from 'node:path'
import { app as electron, Menu, type MenuItemConstructorOptions, Tray } from 'electron'
import type { Status } from '../../../src-preload/contract/model/status.ts'
import type { App } from '../../app/app.ts'
import { showBadge } from './badge.ts'
import { call } from './call.ts'
import type { MainWindow } from './window.ts'
import { say, sayMoment } from '../words/say.ts'

export type PosthornTray = {
  show(): Promise<void>
  /** Says the same in the language that is spoken now. */
  retell(): void
}

/**
 * Posthorn in the tray: what goes out next, what needs the person, and the way back to the window; and the number of what
 * needs them on the icon, where the system has such numbers. A desktop without a tray shows nothing of it; there, starting
 * Posthorn again brings the window back.
 */
export const createTray = (app: App, window: MainWindow, quickPost: () => void): PosthornTray => {
  const image = process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'
  const tray = new Tray(join(electron.getAppPath(), 'resources/icons', image))
  // On macOS a click opens the menu, as it does for every other icon there.
  if (process.platform !== 'darwin') tray.on('click', window.reveal)
  let told: Status | null = null
  const tell = (status: Status) => {
    told = status
    tray.setToolTip(status.next === null ? 'Posthorn' : say('tray.next-at', { at: sayMoment(status.next.at) }))
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(status, app, window, quickPost)))
    showBadge(window.browser, attentionIn(status))
  }
  app.subscribe((event) => {
    if (event.kind === 'status-changed') tell(event.status)
  })
  return {
    show: async () => {
      const status = await call(app, 'status.get', {})
      if (status.ok) tell(status.value)
    },
    retell: () => {
      if (told !== null) tell(told)
    },
  }
}

const attentionIn = ({ counts: { failed, missed, unconfirmed } }: Status): number => failed + missed + unconfirmed

const trayMenu = (
  status: Status,
  app: App,
  window: MainWindow,
  quickPost: () => void,
): MenuItemConstructorOptions[] => {
  const attention = attentionIn(status)
  return [
    nextPost(status, app, window),
    {
      label: say('tray.attention', { count: attention }),
      visible: attention > 0,
      click: () => {
        window.reveal()
        app.emit({ kind: 'open-room', room: 'queue' })
      },
    },
    { type: 'separator' },
    {
      label: say(status.paused ? 'tray.resume' : 'tray.pause'),
      click: () => void call(app, 'settings.update', { paused: !status.paused }),
    },
    {
      label: say('tray.new-post'),
      click: () => {
        window.reveal()
        app.emit({ kind: 'open-composer' })
      },
    },
    { label: say('tray.quick-post'), click: quickPost },
    { label: say('tray.open'), click: window.reveal },
    { type: 'separator' },
    { label: say('tray.quit'), click: () => electron.quit() },
  ]
}

const nextPost = ({ next }: Status, app: App, window: MainWindow): MenuItemConstructorOptions => {
  if (next === null) return { label: say('tray.nothing'), enabled: false }
  const { itemId } = next
  return {
    label: say('tray.next', { at: sayMoment(next.at), account: next.account, text: shorten(next.text) }),
    click: () => {
      window.reveal()
      app.emit({ kind: 'open-item', itemId })
    },
  }
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text)
