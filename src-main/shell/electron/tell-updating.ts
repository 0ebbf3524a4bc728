import type { BrowserWindow } from 'electron'
import type { Event } from '../../../src-preload/contract/events.ts'

/** Shows in the window, and on its icon, how far the database is on its way to a newer form: from 0 to 1. */
export const tellUpdating = (browser: BrowserWindow): ((share: number) => void) => {
  let told = -1
  return (share) => {
    const percent = Math.floor(share * 100)
    if (percent === told || browser.isDestroyed()) return
    told = percent
    const event: Event = { kind: 'file-updating', percent }
    browser.webContents.send('posthorn-event', event)
    browser.setProgressBar(share < 1 ? share : -1)
  }
}
