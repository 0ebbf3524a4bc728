import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge, DesktopBridge } from './contract/bridge.ts'
import type { Event } from './contract/events.ts'
import type { Failure } from './contract/failure.ts'

const broken = (error: unknown): { ok: false; failure: Failure } => ({
  ok: false,
  failure: {
    code: 'internal',
    message: 'The window could not reach the rest of Posthorn.',
    next: 'Try again; if it happens again, quit Posthorn and start it anew.',
    detail: error instanceof Error ? error.message : String(error),
  },
})

const ask = (method: string, input: unknown) => ipcRenderer.invoke('posthorn', [method, input]).catch(broken)

const bridge: Bridge = {
  call: (method, input) => ask(method, input),
  addFile: (file) => {
    if ('openedId' in file) return ipcRenderer.invoke('posthorn-opened', file.openedId).catch(broken)
    // Only for what a person dropped or picked does the system tell one; what a page made up has none.
    const path = webUtils.getPathForFile(file)
    return path === '' ? null : ipcRenderer.invoke('posthorn-file', path).catch(broken)
  },
  subscribe: (listener) => {
    const heard = (_: unknown, event: Event) => listener(event)
    ipcRenderer.on('posthorn-event', heard)
    return () => void ipcRenderer.off('posthorn-event', heard)
  },
  mediaUrl: async (mediaId) => ({ url: `app://posthorn/media/${encodeURIComponent(mediaId)}`, release: () => {} }),
  desktop: {
    platform: process.platform as DesktopBridge['platform'],
    takeText: async () => {
      const reply = await ask('desktop.take-text', {})
      return reply.ok ? reply.value : null
    },
    takeOpened: async () => {
      const reply = await ask('desktop.take-opened', {})
      return reply.ok ? reply.value : []
    },
    readOpened: (openedId) => ask('desktop.read-opened', { openedId }),
    openQuickPost: async () => void (await ask('desktop.quick-post', {})),
    chooseFolder: async () => {
      const reply = await ask('desktop.choose-folder', {})
      return reply.ok ? reply.value : null
    },
    chooseFile: async (purpose) => {
      const reply = await ask('desktop.choose-file', { purpose })
      return reply.ok ? reply.value : null
    },
    showFolder: async (itemId) => {
      const reply = await ask('desktop.show-folder', { itemId })
      return reply.ok ? null : reply.failure
    },
    showFile: async (itemId) => {
      const reply = await ask('desktop.show-file', { itemId })
      return reply.ok ? null : reply.failure
    },
    share:
      process.platform === 'darwin'
        ? async (itemId) => {
            const reply = await ask('desktop.share', { itemId })
            return reply.ok ? null : reply.failure
          }
        : null,
  },
}

contextBridge.exposeInMainWorld('posthorn', bridge)
