import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { targetCheck } from '../../src-preload/contract/model/post.ts'
import { createChannels } from '../../src-main/channels/index.ts'
import { draftOf, tools } from './channel-world.ts'

const channels = [...createChannels(tools).values()]

test.each(channels.map((channel) => [channel.descriptor.name, channel] as const))(
  '%s describes itself as the contract says, and can what it says it can',
  (_, channel) => {
    expect(channelDescriptor.parse(channel.descriptor)).toEqual(channel.descriptor)
    const { can } = channel.descriptor
    expect([can.edit, can.unpublish, can.lookup, can.readBack, can.destinations]).toEqual([
      channel.edit !== undefined,
      channel.unpublish !== undefined,
      channel.lookup !== undefined,
      channel.readBack !== undefined,
      channel.destinations !== undefined,
    ])
    const { properties } = channel.descriptor.settings as { properties: Record<string, { title?: string }> }
    for (const property of Object.values(properties)) expect(property.title).toBeTruthy()
  },
)

test.each([
  ['folder', { path: process.platform === 'win32' ? 'C:\\site' : '/site' }],
  ['bluesky', { identifier: 'alice.test' }],
  ['nostr', {}],
  ['newsletter', { host: 'smtp.example.com', sender: 'alice@example.com', recipients: 'bob@example.com' }],
  ['mastodon', { server: 'https://social.example' }],
  ['telegram', { chat: '@news_channel' }],
  ['discord', {}],
  ['slack', {}],
])('%s checks a draft in the shape of the contract', async (key, settings) => {
  const channel = channels.find(({ descriptor }) => descriptor.key === key)
  const check = await channel?.check(draftOf('Hello https://example.com #tag'), settings)
  expect(targetCheck.omit({ accountId: true }).parse(check)).toEqual(check)
})

test('what is heavy is not loaded before it is needed', async () => {
  // A process of its own tells which packages it loads for the registry.
  const script = `
    import { registerHooks } from 'node:module'
    const loaded = new Set()
    registerHooks({ resolve: (name, context, next) => (loaded.add(name), next(name, context)) })
    const { createChannels } = await import('./src-main/channels/index.ts')
    const { createSandboxChannels } = await import('./src-main/channels/sandbox/index.ts')
    createChannels({ clock: { now: Date.now }, random: Math.random })
    createSandboxChannels({ clock: { now: Date.now }, random: Math.random })
    console.log([...loaded].filter((name) => !/^(\\.|file:|node:)/.test(name)).join(' '))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
  const heavy = [
    'nostr-tools/pure',
    'nostr-tools/nip19',
    'nodemailer/lib/smtp-connection',
    'nodemailer/lib/mail-composer',
    '@atproto/api',
    'sharp',
    'undici',
    'feed',
    'yaml',
    'htmlparser2',
    'twitter-text',
  ]
  expect(stdout).toContain('zod')
  expect(stdout.split(/\s+/).filter((name) => heavy.includes(name))).toEqual([])
})

test.each(channels.map((channel) => [channel.descriptor.name, channel] as const))(
  '%s reads whatever is typed into its settings without breaking',
  (_, { settings, descriptor }) => {
    const names = Object.keys(descriptor.settings['properties'] ?? {})
    const typed = fc.oneof(
      fc.string(),
      fc.constantFrom('', ' ', 'a b', 'http://a b', 'https://', 'https://example.com', 'x:y', '@a', '#'),
      fc.jsonValue(),
    )
    fc.assert(
      fc.property(fc.array(typed, { minLength: names.length, maxLength: names.length }), (values) => {
        const given = Object.fromEntries(names.map((name, index) => [name, values[index]]))
        expect(() => settings.safeParse(given)).not.toThrow()
      }),
    )
  },
)
