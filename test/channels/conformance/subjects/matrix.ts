import { MATRIX_TOKEN, MATRIX_USER, ROOM, startMatrixContractServer } from '../../../fixtures/matrix-contract-server.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'matrix',
  server: 'contract: spec.matrix.org client-server v1.18',
  publishes: '/send/m.room.message/',
  open: async () => {
    const contract = await startMatrixContractServer()
    return {
      origin: contract.url,
      account: (origin) =>
        Promise.resolve({
          settings: { account: origin, room: ROOM, base: origin, user: MATRIX_USER, roomId: ROOM },
          secret: MATRIX_TOKEN,
        }),
      standing: () => Promise.resolve(contract.standing().length),
      close: () => Promise.resolve(contract.close()),
    }
  },
}
