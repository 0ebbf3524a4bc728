import { startMastodonContractServer } from '../../../fixtures/mastodon-contract-server.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'mastodon',
  server: 'contract: abraham/mastodon-openapi schema.json, Mastodon 4.7',
  publishes: '/api/v1/statuses',
  open: async () => {
    const contract = await startMastodonContractServer()
    return {
      origin: contract.url,
      account: (origin) => Promise.resolve({ settings: { server: origin }, secret: contract.token }),
      standing: () => Promise.resolve(contract.statuses.length),
      close: () => Promise.resolve(contract.close()),
    }
  },
}
