import type { Answers, MemoryWorld } from './memory-bridge.ts'

/** Suggestions that can be told apart, and nothing more. */
export const memoryWriting = (world: MemoryWorld): Answers => ({
  'writing.text': ({ prompt, hashtags = true, count = 3 }) => ({
    suggestions: Array.from({ length: count }, (_, index) => ({
      text: `${prompt} (${index + 1})${hashtags ? ' #harbour' : ''}`,
      hashtags: hashtags ? ['harbour'] : [],
      provider: 'Posthorn templates',
    })),
  }),
  'writing.post': ({ accountIds = [], assets = [] }) => ({
    contents: accountIds.map((accountId) => ({
      channel: world.accounts.find((one) => one.id === accountId)?.channel ?? '',
      accountId,
      type: 'LINK' as const,
      text: `What stands at ${assets.map((one) => ('url' in one ? one.url : '')).join(', ')}`,
      hashtags: [],
      link: null,
      media: [],
      asset: null,
      provider: 'Posthorn templates',
    })),
  }),
})
