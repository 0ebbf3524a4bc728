import { linkedinSession, MEMBER, startLinkedinContractServer } from '../../../fixtures/linkedin-contract-server.ts'
import type { Subject } from '../subject.ts'

/** As a person, of whom LinkedIn tells no posts: a lost answer is theirs to settle. */
export const subject: Subject = {
  key: 'linkedin',
  server: 'contract: learn.microsoft.com posts-api',
  publishes: '/rest/posts',
  mute: 'LinkedIn does not let programs see what a person posted',
  open: async () => {
    const contract = await startLinkedinContractServer()
    contract.state.version = '202605'
    return {
      origin: contract.url,
      account: (origin) =>
        Promise.resolve({
          settings: { clientId: 'client', pages: false, server: origin, account: MEMBER },
          secret: 'client-secret',
          session: linkedinSession(),
        }),
      standing: () => Promise.resolve(contract.posts.length),
      close: () => Promise.resolve(contract.close()),
    }
  },
}
