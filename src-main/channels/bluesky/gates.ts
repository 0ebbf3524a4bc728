import type { Agent, AppBskyFeedPostgate, AppBskyFeedThreadgate } from '@atproto/api'
import type { BlueskyOptions } from '../rules/bluesky.ts'
import { permanentAddress } from './addresses.ts'

/* Who may answer and who may quote is said in records of their own, under the key of the post. */

const THREADGATE = 'app.bsky.feed.threadgate'
const POSTGATE = 'app.bsky.feed.postgate'

export type Gate =
  | { collection: typeof THREADGATE; record: AppBskyFeedThreadgate.Record }
  | { collection: typeof POSTGATE; record: AppBskyFeedPostgate.Record }

const RULES = {
  mentioned: 'app.bsky.feed.threadgate#mentionRule',
  followed: 'app.bsky.feed.threadgate#followingRule',
  followers: 'app.bsky.feed.threadgate#followerRule',
} as const

/** What goes with a post; who may answer is said of the one that begins a thread, and holds for all of it. */
export const gatesOf = async (
  options: BlueskyOptions,
  post: string,
  createdAt: string,
  begins: boolean,
  agent: Agent,
): Promise<Gate[]> => {
  const allow = begins ? await allowedIn(options, agent) : null
  return [
    ...(allow
      ? [{ collection: THREADGATE, record: { $type: THREADGATE, post, createdAt, allow } } satisfies Gate]
      : []),
    ...(options.no_quotes === true
      ? [
          {
            collection: POSTGATE,
            record: {
              $type: POSTGATE,
              post,
              createdAt,
              embeddingRules: [{ $type: 'app.bsky.feed.postgate#disableRule' }],
            },
          } satisfies Gate,
        ]
      : []),
  ]
}

/** Null: everybody. */
const allowedIn = async (
  { replies, replies_list: list }: BlueskyOptions,
  agent: Agent,
): Promise<NonNullable<AppBskyFeedThreadgate.Record['allow']> | null> => {
  if (replies === undefined || replies === 'everybody') return null
  if (replies === 'nobody') return []
  if (replies !== 'list') return [{ $type: RULES[replies] }]
  return [{ $type: 'app.bsky.feed.threadgate#listRule', list: await permanentAddress(list ?? '', agent) }]
}

/** Takes a post down, and what was said of who may answer and quote it. */
export const takeDown = async (uri: string, { replies, no_quotes }: BlueskyOptions, agent: Agent): Promise<void> => {
  const [repo = '', , rkey = ''] = uri.replace('at://', '').split('/')
  await agent.deletePost(uri)
  const said = [...(replies === undefined ? [] : [THREADGATE]), ...(no_quotes ? [POSTGATE] : [])]
  for (const collection of said) await agent.com.atproto.repo.deleteRecord({ repo, collection, rkey })
}
