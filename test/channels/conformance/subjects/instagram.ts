import { APP, metaSession, startMetaContractServer } from '../../../fixtures/meta-contract-server.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'instagram',
  server: 'contract: facebook/facebook-business-sdk-codegen IGUser.json',
  publishes: '/media_publish',
  // A picture would need a relay; a reel is uploaded.
  simple: { text: 'A film', media: 'video' },
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
      standing: () => Promise.resolve(contract.instagram.media.size),
      close: () => Promise.resolve(contract.close()),
    }
  },
}
