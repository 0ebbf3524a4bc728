import { join } from 'node:path'
import { app as electron, type BrowserWindow, nativeImage } from 'electron'
import { say } from '../words/say.ts'

/** Shows on the app's icon how much needs the person: as a number, or as a mark on Windows, which has no numbers there. */
export const showBadge = (browser: BrowserWindow, count: number): void => {
  if (process.platform !== 'win32') return void electron.setBadgeCount(count)
  if (browser.isDestroyed()) return
  if (count === 0) return browser.setOverlayIcon(null, '')
  const mark = nativeImage.createFromPath(join(electron.getAppPath(), 'resources/icons/attention.png'))
  browser.setOverlayIcon(mark, say('tray.attention', { count }))
}
