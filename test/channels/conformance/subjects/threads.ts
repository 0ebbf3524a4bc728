import { APP, metaSession, startMetaContractServer, THREADS_TOKEN } from '../../../fixtures/meta-contract-server.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'threads',
  server: 'contract: developers.facebook.com docs/threads',
  publishes: '/threads_publish',
  open: async () => {
    const contract = await startMetaContractServer()
    return {
      origin: contract.url,
      account: (origin) =>
        Promise.resolve({
          settings: { clientId: APP.clientId, server: origin },
          secret: APP.secret,
          session: metaSession(THREADS_TOKEN),
        }),
      standing: () => Promise.resolve(contract.threads.posts.size),
      close: () => Promise.resolve(contract.close()),
    }
  },
}
