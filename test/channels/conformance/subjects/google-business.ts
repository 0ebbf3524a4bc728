import { PLACE, startGoogleBusinessContractServer } from '../../../fixtures/google-business-contract-server.ts'
import { CLIENT, session } from '../../../fixtures/google-sign-in.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'google-business',
  server: 'contract: developers.google.com my-business',
  publishes: '/localPosts',
  open: async () => {
    const contract = await startGoogleBusinessContractServer()
    return {
      origin: contract.url,
      account: (origin) =>
        Promise.resolve({
          settings: { clientId: CLIENT.clientId, server: origin },
          secret: CLIENT.secret,
          session: session(),
          destination: PLACE,
        }),
      standing: () => Promise.resolve(contract.posts.size),
      close: () => Promise.resolve(),
    }
  },
}
