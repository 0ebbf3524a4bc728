import { APP, session, startTiktokContractServer } from '../../../fixtures/tiktok-contract-server.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'tiktok',
  server: 'contract: developers.tiktok.com content-posting-api',
  publishes: '/upload',
  simple: { text: 'A film', media: 'video', options: { privacy_level: 'SELF_ONLY' } },
  open: async () => {
    const contract = await startTiktokContractServer()
    return {
      origin: contract.url,
      account: (origin) =>
        Promise.resolve({
          settings: { clientId: APP.clientId, server: origin },
          secret: APP.secret,
          session: session(),
        }),
      standing: () => Promise.resolve(contract.standing()),
      close: () => Promise.resolve(),
    }
  },
}
