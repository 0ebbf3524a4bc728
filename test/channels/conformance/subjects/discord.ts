import { GUILD, startDiscordContractServer } from '../../../fixtures/discord-contract-server.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'discord',
  server: 'contract: discord/discord-api-spec openapi.json',
  publishes: '/webhooks/',
  apart: {
    '401': 'a refusal without the words it has for it is taken for that of something on the way: discord.test.ts',
  },
  open: async () => {
    const contract = await startDiscordContractServer()
    return {
      origin: contract.url,
      account: (origin) =>
        Promise.resolve({ settings: { guild: GUILD }, secret: contract.secret.replace(contract.url, origin) }),
      standing: () => Promise.resolve(contract.messages.size),
      close: () => Promise.resolve(contract.close()),
    }
  },
}
