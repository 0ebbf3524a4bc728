import { FOREM_KEY, startForemContractServer } from '../../../fixtures/forem-contract-server.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'forem',
  server: 'contract: developers.forem.com/api/v1',
  publishes: '/api/articles',
  open: async () => {
    const contract = await startForemContractServer()
    return {
      origin: contract.url,
      account: (origin) => Promise.resolve({ settings: { server: origin }, secret: FOREM_KEY }),
      standing: () => Promise.resolve(contract.articles.size),
      close: () => Promise.resolve(contract.close()),
    }
  },
}
