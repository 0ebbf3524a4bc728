import { expect, test } from 'vitest'
import { startDiscordContractServer } from '../fixtures/discord-contract-server.ts'
import { startSlackContractServer } from '../fixtures/slack-contract-server.ts'
import { startTelegramContractServer, TOKEN } from '../fixtures/telegram-contract-server.ts'
import { schedulePost, startTestApp, stateOf } from '../fixtures/test-world.ts'
import { channelNamed } from './channel-world.ts'

const start = async () => {
  const servers = {
    telegram: await startTelegramContractServer(),
    discord: await startDiscordContractServer(),
    slack: await startSlackContractServer(),
  }
  const channels = ['telegram', 'discord', 'slack'].map((key) => channelNamed(key))
  const { t } = await startTestApp({ channels })
  const add = async (channel: string, settings: object, secret: string) =>
    (await t.call('accounts.add', { channel, name: channel, settings: { ...settings }, secret })).id
  const accounts = [
    await add('telegram', { chat: '@news_channel', server: servers.telegram.url }, TOKEN),
    await add('discord', {}, servers.discord.secret),
    await add('slack', {}, servers.slack.secret),
  ]
  return { t, servers, accounts }
}

test('a post goes out to a Telegram channel, a Discord and a Slack webhook, and is changed where that can be', async () => {
  const { t, servers, accounts } = await start()
  const { items } = await schedulePost(t, 'Tom & Jerry', accounts)
  for (const { id } of items) await expect.poll(() => stateOf(t, id)).toBe('published')
  const standing = () => [
    [...servers.telegram.messages.values()].map(({ text }) => text),
    [...servers.discord.messages.values()].map(({ content }) => content),
    servers.slack.texts,
  ]
  expect(standing()).toEqual([['Tom & Jerry'], ['Tom & Jerry'], ['Tom &amp; Jerry']])
  const [telegram, discord, slack] = items.map(({ id }) => id)
  for (const itemId of [telegram, discord]) {
    await t.call('items.edit', { itemId: itemId ?? '', text: 'Tom alone' })
  }
  expect(standing()).toEqual([['Tom alone'], ['Tom alone'], ['Tom &amp; Jerry']])
  for (const itemId of [telegram, discord]) await t.call('items.unpublish', { itemId: itemId ?? '' })
  expect(standing()).toEqual([[], [], ['Tom &amp; Jerry']])
  expect(await t.refusal('items.unpublish', { itemId: slack ?? '' })).toBe('channel-unsupported')
})

test('where an answer is lost nothing is sent again: the person is asked, and what they say holds', async () => {
  const { t, servers, accounts } = await start()
  for (const server of Object.values(servers))
    server.say(/POST .*(sendMessage|webhooks|services)/, { fate: 'cut', after: true })
  const { items } = await schedulePost(t, 'Once', accounts)
  for (const { id } of items) await expect.poll(() => stateOf(t, id)).toBe('unconfirmed')
  await t.clock.advance(3_600_000)
  for (const { id } of items) expect(await stateOf(t, id)).toBe('unconfirmed')
  expect([servers.telegram.messages.size, servers.discord.messages.size, servers.slack.texts.length]).toEqual([1, 1, 1])
})
