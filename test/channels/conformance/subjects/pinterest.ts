import { APP, BOARDS, session, startPinterestContractServer } from '../../../fixtures/pinterest-contract-server.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'pinterest',
  server: 'contract: pinterest/api-description v5/openapi.json',
  publishes: '/v5/pins',
  simple: { text: 'A pin', media: 'image', options: { board_id: BOARDS[0]?.id } },
  open: async () => {
    const contract = await startPinterestContractServer()
    return {
      origin: contract.url,
      account: (origin) =>
        Promise.resolve({
          settings: { clientId: APP.clientId, server: origin },
          secret: APP.secret,
          session: session(),
        }),
      standing: () => Promise.resolve(contract.pins.size),
      close: () => Promise.resolve(),
    }
  },
}
