import { MICROPUB_TOKEN, startMicropubContractServer } from '../../../fixtures/micropub-contract-server.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'micropub',
  server: 'contract: w3.org/TR/micropub',
  publishes: '/micropub',
  open: async () => {
    const contract = await startMicropubContractServer()
    return {
      origin: contract.url,
      account: (origin) =>
        Promise.resolve({
          settings: { site: origin, endpoint: `${origin}/micropub`, media: `${origin}/media` },
          secret: MICROPUB_TOKEN,
        }),
      standing: () => Promise.resolve(contract.entries.length),
      close: () => Promise.resolve(contract.close()),
    }
  },
}
