import { app as electron, Menu, type MenuItemConstructorOptions } from 'electron'
import type { App } from '../../app/app.ts'
import type { MainWindow } from './window.ts'

/** The native menus, with the roles that each system expects. Posthorn's own entries wait for the app to be open. */
export const setMenu = (window: MainWindow, opened: Promise<App>): void => {
  const ask = (kind: 'open-composer' | 'open-queue') => () => {
    window.reveal()
    // Where it did not open, the person is being told already.
    void opened.then(
      (app) => app.emit({ kind }),
      () => {},
    )
  }
  const mac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        // The window hears this key by itself, and knows when a dialog is in the way.
        { label: 'New Post', accelerator: 'CmdOrCtrl+N', registerAccelerator: false, click: ask('open-composer') },
        { label: 'Queue', accelerator: 'CmdOrCtrl+1', click: ask('open-queue') },
        { type: 'separator' },
        { role: 'close' },
        ...(mac ? [] : [{ label: 'Quit', accelerator: 'CmdOrCtrl+Q', click: () => electron.quit() }]),
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
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
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
