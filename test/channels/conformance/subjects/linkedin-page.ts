import {
  linkedinSession,
  MEMBER,
  PAGE,
  startLinkedinContractServer,
} from '../../../fixtures/linkedin-contract-server.ts'
import type { Subject } from '../subject.ts'

/** As a page, of which LinkedIn does tell the posts. */
export const subject: Subject = {
  key: 'linkedin',
  server: 'contract: learn.microsoft.com posts-api, as a page',
  publishes: '/rest/posts',
  open: async () => {
    const contract = await startLinkedinContractServer()
    contract.state.version = '202605'
    return {
      origin: contract.url,
      account: (origin) =>
        Promise.resolve({
          settings: { clientId: 'client', pages: true, server: origin, account: MEMBER },
          secret: 'client-secret',
          session: linkedinSession(),
          destination: PAGE.urn,
        }),
      standing: () => Promise.resolve(contract.posts.length),
      close: () => Promise.resolve(contract.close()),
    }
  },
}
