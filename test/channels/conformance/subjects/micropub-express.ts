import { startMicropubSite } from '../../../servers/micropub.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'micropub',
  server: 'real micropub-express 0.9.1',
  publishes: '/micropub',
  apart: { 'answer cut in half': 'it answers by headers alone: there is nothing to cut' },
  open: async () => {
    const site = await startMicropubSite()
    return {
      origin: site.url,
      account: (origin) =>
        Promise.resolve({ settings: { site: origin, endpoint: `${origin}/micropub` }, secret: site.token }),
      standing: () => Promise.resolve(site.entries.length),
      close: () => site.close(),
    }
  },
}
