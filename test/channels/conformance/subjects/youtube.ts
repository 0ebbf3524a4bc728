import { CLIENT, session } from '../../../fixtures/google-sign-in.ts'
import { startYoutubeContractServer } from '../../../fixtures/youtube-contract-server.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'youtube',
  server: 'contract: developers.google.com youtube/v3',
  publishes: 'upload_id=',
  simple: { text: 'A film', media: 'video', options: { made_for_kids: false } },
  open: async () => {
    const contract = await startYoutubeContractServer()
    return {
      origin: contract.url,
      account: (origin) =>
        Promise.resolve({
          settings: { clientId: CLIENT.clientId, server: origin },
          secret: CLIENT.secret,
          session: session(),
        }),
      standing: () => Promise.resolve(contract.videos.size),
      close: () => Promise.resolve(),
    }
  },
}
