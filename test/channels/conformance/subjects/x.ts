import { ME, startXContractServer, xSession } from '../../../fixtures/x-contract-server.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'x',
  server: 'contract: xdevplatform openapi.json 2.167',
  publishes: '/2/tweets',
  open: async () => {
    const contract = await startXContractServer({ lasting: true })
    return {
      origin: contract.url,
      account: (origin) =>
        Promise.resolve({
          settings: { clientId: 'client', server: origin, account: { id: ME.id, username: ME.username } },
          secret: null,
          session: xSession(),
        }),
      standing: () => Promise.resolve(contract.posts.length),
      close: () => Promise.resolve(contract.close()),
    }
  },
}
