import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Locator } from 'playwright-core'

/** Drops a picture on an element or pastes it there; the page gets its bytes, as from a program that keeps it nowhere. */
export const giveFile = async (target: Locator, how: 'drop' | 'paste', path: string): Promise<void> => {
  const given = { how, name: basename(path), data: (await readFile(path)).toString('base64') }
  await target.evaluate((element, { how: way, name, data }) => {
    const transfer = new DataTransfer()
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
    transfer.items.add(new File([bytes], name, { type: 'image/png' }))
    const happens = { bubbles: true, cancelable: true }
    if (way === 'paste') {
      element.dispatchEvent(new ClipboardEvent('paste', { ...happens, clipboardData: transfer }))
      return
    }
    for (const kind of ['dragover', 'drop']) {
      element.dispatchEvent(new DragEvent(kind, { ...happens, dataTransfer: transfer }))
    }
  }, given)
}
