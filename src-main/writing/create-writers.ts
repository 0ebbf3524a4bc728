import type { Clock, Network, Web, Writers } from '../core/ports.ts'

/** What reading and writing need of the world; `fetch` is for servers that the person chose, `web` for all other addresses. */
export type WritingTools = { clock: Clock; network: Network; web: Web; fetch: typeof globalThis.fetch }

/** Joins readers and writers. What they are made of is loaded when it is first asked for. */
export const createWriters = ({ clock, network, web, fetch }: WritingTools): Writers => ({
  readAssets: async (source) => {
    const { readAssets } = await import('./assets/read-assets.ts')
    return readAssets(source, web, new Date(clock.now()).toISOString())
  },
  tidyAsset: async (asset) => {
    const { tidyAsset } = await import('./assets/make-asset.ts')
    return tidyAsset(asset)
  },
  builtIn: {
    name: 'built-in',
    write: async (brief) => {
      const { writeCaptions } = await import('./built-in/write-captions.ts')
      return writeCaptions(brief)
    },
  },
  server: (access) => ({
    name: access.model,
    write: async (brief) => {
      const { askServer } = await import('./server/ask-server.ts')
      return askServer(access, { network, fetch }, brief)
    },
  }),
})
