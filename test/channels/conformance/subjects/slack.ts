import { startSlackContractServer } from '../../../fixtures/slack-contract-server.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'slack',
  server: 'contract: api.slack.com messaging/webhooks',
  publishes: '/services/',
  apart: {
    '401': 'a refusal without the words it has for it is taken for that of something on the way: slack.test.ts',
  },
  open: async () => {
    const contract = await startSlackContractServer()
    return {
      origin: contract.url,
      account: (origin) => Promise.resolve({ settings: {}, secret: contract.secret.replace(contract.url, origin) }),
      standing: () => Promise.resolve(contract.texts.length),
      close: () => Promise.resolve(contract.close()),
    }
  },
}
