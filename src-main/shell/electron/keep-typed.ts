import type { WebContents } from 'electron'
import { roomAt } from './window-state.ts'

/** So long after a key what the page wrote beside itself is put on the disk, in milliseconds. */
const SOON = 200
const KEYS: ReadonlySet<string> = new Set(['rawKeyDown', 'keyDown', 'char'])

/**
 * The page writes down every letter before it is saved, and Chromium keeps that in memory for some seconds: a process
 * that is killed while somebody types would take whole sentences with it.
 */
export const keepTyped = (contents: WebContents): void => {
  let due: NodeJS.Timeout | undefined
  contents.on('input-event', (_, { type }) => {
    // Posts are written where the page begins; what is searched for in other rooms need not wait for a disk.
    if (!KEYS.has(type) || roomAt(contents.getURL()) !== null) return
    due ??= setTimeout(() => {
      due = undefined
      if (!contents.isDestroyed()) contents.session.flushStorageData()
    }, SOON)
  })
}
