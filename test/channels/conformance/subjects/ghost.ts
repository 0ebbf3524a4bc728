import { GHOST_KEY, startGhostContractServer } from '../../../fixtures/ghost-contract-server.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'ghost',
  server: 'contract: docs.ghost.org admin-api',
  publishes: '/posts/?formats=html&source=html',
  open: async () => {
    const contract = await startGhostContractServer()
    return {
      origin: contract.url,
      account: (origin) =>
        Promise.resolve({ settings: { site: origin, root: `${origin}/ghost/api/admin/` }, secret: GHOST_KEY }),
      standing: () => Promise.resolve(contract.posts.size),
      close: () => Promise.resolve(contract.close()),
    }
  },
}
