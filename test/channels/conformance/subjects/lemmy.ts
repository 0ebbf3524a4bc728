import { lemmyAccount, PASSWORD, startLemmyContractServer } from '../../../fixtures/lemmy-contract-server.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'lemmy',
  server: 'contract: LemmyNet/lemmy-js-client 0.19.9',
  publishes: '/api/v3/post',
  open: async () => {
    const contract = await startLemmyContractServer()
    return {
      origin: contract.url,
      account: (origin) => Promise.resolve({ settings: lemmyAccount(origin), secret: PASSWORD }),
      standing: () => Promise.resolve(contract.posts.size),
      close: () => Promise.resolve(contract.close()),
    }
  },
}
