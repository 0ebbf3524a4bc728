import { app as electron, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Event, OpenRoom } from '../../../src-preload/contract/events.ts'
import type { App } from '../../app/app.ts'
import type { MainWindow } from './window.ts'
import { say } from '../words/say.ts'

/** The native menus, with the roles that each system expects, in the language chosen. */
export const setMenu = (window: MainWindow, app: App, quickPost: () => void): void => {
  const ask = (event: Event) => () => {
    window.reveal()
    app.emit(event)
  }
  const room = (name: OpenRoom, label: string, keys?: string): MenuItemConstructorOptions => ({
    label,
    click: ask({ kind: 'open-room', room: name }),
    ...(keys === undefined ? {} : { accelerator: keys, registerAccelerator: false }),
  })
  const mac = process.platform === 'darwin'
  const settings = room('settings', say('menu.settings'), 'CmdOrCtrl+,')
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    {
      label: say('menu.file'),
      submenu: [
        // The window hears its keys by itself, and knows when a dialog is in the way; here they are only shown.
        {
          label: say('menu.new-post'),
          accelerator: 'CmdOrCtrl+N',
          registerAccelerator: false,
          click: ask({ kind: 'open-composer' }),
        },
        { label: say('menu.quick-post'), click: quickPost },
        { type: 'separator' },
        room('exchange', say('menu.import')),
        ...(mac ? [] : [settings]),
        { type: 'separator' },
        { role: 'close' },
        ...(mac ? [] : [{ label: say('menu.quit'), accelerator: 'CmdOrCtrl+Q', click: () => electron.quit() }]),
      ],
    },
    { role: 'editMenu' },
    {
      label: say('menu.go'),
      submenu: [
        room('today', say('menu.today')),
        { ...room('queue', say('menu.queue')), accelerator: 'CmdOrCtrl+1' },
        room('calendar', say('menu.calendar')),
        room('drafts', say('menu.drafts')),
        room('slots', say('menu.slots')),
        room('accounts', say('menu.accounts')),
        ...(mac ? [settings] : []),
      ],
    },
    {
      label: say('menu.view'),
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        { role: 'toggleDevTools' },
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      label: say('menu.help'),
      submenu: [room('activity', say('menu.activity')), room('health', say('menu.health'))],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
