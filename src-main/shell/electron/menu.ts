import { app as electron, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Settings } from '../../../src-preload/contract/model/settings.ts'
import type { App } from '../../app/app.ts'
import { acceleratorOf, type MenuCommand } from '../menu-commands.ts'
import type { DesktopWord } from '../words/en.ts'
import { say } from '../words/say.ts'
import type { MainWindow } from './window.ts'

/** What the menus are made of. */
type MenuTools = { window: MainWindow; app: App; quickPost: () => void; shortcuts: Settings['shortcuts'] }

/** The native menus, with the roles that each system expects, in the language and with the keys chosen. */
export const setMenu = ({ window, app, quickPost, shortcuts }: MenuTools): void => {
  // The window hears its keys by itself, and knows when a dialog is in the way; here they are only shown.
  const item = (command: MenuCommand, word: DesktopWord): MenuItemConstructorOptions => {
    const accelerator = acceleratorOf(command, shortcuts)
    return {
      label: say(word),
      ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
      click: () => {
        window.reveal()
        app.emit({ kind: 'open-command', command })
      },
    }
  }
  const mac = process.platform === 'darwin'
  const settings = item('going.settings', 'menu.settings')
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    {
      label: say('menu.file'),
      submenu: [
        item('everywhere.new-post', 'menu.new-post'),
        { label: say('menu.quick-post'), click: quickPost },
        { type: 'separator' },
        item('going.exchange', 'menu.import'),
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
        item('everywhere.palette', 'menu.palette'),
        { type: 'separator' },
        item('going.today', 'menu.today'),
        item('going.queue', 'menu.queue'),
        item('going.calendar', 'menu.calendar'),
        item('going.drafts', 'menu.drafts'),
        item('going.slots', 'menu.slots'),
        item('going.accounts', 'menu.accounts'),
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
      submenu: [
        item('everywhere.help', 'menu.keys'),
        { type: 'separator' },
        item('going.activity', 'menu.activity'),
        item('going.health', 'menu.health'),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
