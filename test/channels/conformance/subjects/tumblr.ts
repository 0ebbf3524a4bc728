import { APP, startTumblrContractServer, tumblrSession } from '../../../fixtures/tumblr-contract-server.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'tumblr',
  server: 'contract: tumblr/docs api.md, npf-spec.md',
  publishes: '/v2/blog/example/posts',
  open: async () => {
    const contract = await startTumblrContractServer()
    return {
      origin: contract.url,
      account: (origin) =>
        Promise.resolve({
          settings: { clientId: APP.clientId, server: origin, blog: 'example' },
          secret: APP.secret,
          session: tumblrSession(),
        }),
      standing: () => Promise.resolve(contract.posts.size),
      close: () => Promise.resolve(contract.close()),
    }
  },
}
