import { CHAT, startTelegramContractServer, TOKEN } from '../../../fixtures/telegram-contract-server.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'telegram',
  server: 'contract: PaulSonOfLars/telegram-bot-api-spec api.json',
  publishes: '/sendMessage',
  apart: {
    '401': 'a refusal without the words it has for it is taken for that of something on the way: telegram.test.ts',
  },
  open: async () => {
    const contract = await startTelegramContractServer()
    return {
      origin: contract.url,
      account: (origin) =>
        Promise.resolve({ settings: { chat: '@news_channel', server: origin, chatId: CHAT.id }, secret: TOKEN }),
      standing: () => Promise.resolve(contract.messages.size),
      close: () => Promise.resolve(contract.close()),
    }
  },
}
