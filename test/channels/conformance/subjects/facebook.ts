import { APP, metaSession, startMetaContractServer } from '../../../fixtures/meta-contract-server.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'facebook',
  server: 'contract: facebook/facebook-business-sdk-codegen Page.json',
  publishes: '/feed',
  open: async () => {
    const contract = await startMetaContractServer()
    return {
      origin: contract.url,
      account: (origin) =>
        Promise.resolve({
          settings: { clientId: APP.clientId, server: origin },
          secret: APP.secret,
          session: metaSession(),
        }),
      standing: () => Promise.resolve(contract.facebook.posts.size),
      close: () => Promise.resolve(contract.close()),
    }
  },
}
