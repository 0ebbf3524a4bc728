import type { Remote } from '../../src-preload/contract/model/item.ts'
import type { NativePost } from '../channels/channel.ts'
import type { Store } from '../core/ports.ts'
import type { ItemRecord, Millis } from '../core/records.ts'

/** How far apart an attempt and what came of it may be dated. */
const NEAR: Millis = 10 * 60_000
const PAGE = 200

/** What stands in place of the channel's id where the person found the post, see `items.settle`. */
const isByHand = ({ id, url }: Remote): boolean => id === url || id === 'confirmed by hand'

/** Every id by which a channel may name a post. */
export const idsOf = ({ id, parts }: Remote): string[] => [id, ...parts.map((part) => part.id)]

/**
 * Pairs posts of unknown ids with items of the account that were sent without an id having come back: their answer was
 * lost, is on its way, or the person found them. Same words, and sent at that time.
 */
export const matchByWords = async (
  within: Store,
  accountId: string,
  posts: readonly NativePost[],
): Promise<Map<NativePost, ItemRecord>> => {
  const matched = new Map<NativePost, ItemRecord>()
  if (posts.length === 0) return matched
  const times = posts.map(({ at }) => at)
  const candidates = [
    ...(await within.items.inStates(['publishing', 'unconfirmed'], { accountId })),
    ...(await within.items.inStates(['scheduled'], { accountId })).filter(({ held }) => held !== null),
    ...(await publishedFrom(within, accountId, Math.min(...times) - NEAR)).filter(
      ({ external, remote }) => !external && remote && isByHand(remote),
    ),
  ]
  const written = new Map(
    (await within.posts.getMany([...new Set(candidates.map(({ postId }) => postId))])).map(({ id, text }) => [
      id,
      text,
    ]),
  )
  for (const item of candidates) {
    const words = plain(item.override.text ?? written.get(item.postId) ?? '')
    const attempts = (await within.attempts.ofItem(item.id)).map(({ startedAt }) => startedAt)
    // A channel publishes what it holds at the time it was given.
    const sentAt = item.held && item.schedule ? [...attempts, item.schedule.at] : attempts
    const post = posts.find(
      (one) => !matched.has(one) && plain(one.text) === words && sentAt.some((sent) => Math.abs(sent - one.at) <= NEAR),
    )
    if (post) matched.set(post, item)
  }
  return matched
}

/** What stood on the channel since then as far as Posthorn knows, and is not among what was read. */
export const findGone = async (
  within: Store,
  accountId: string,
  read: readonly NativePost[],
  span: { from: Millis; to: Millis },
): Promise<ItemRecord[]> => {
  const there = new Set(read.flatMap(({ remote }) => idsOf(remote)))
  return (await publishedFrom(within, accountId, span.from)).filter(
    ({ remote, schedule, publishedAt, unpublishedAt, versions }) =>
      remote !== null &&
      publishedAt !== null &&
      unpublishedAt === null &&
      !isByHand(remote) &&
      // A channel may date a post by when it was meant for.
      Math.min(schedule?.at ?? publishedAt, publishedAt) >= span.from &&
      publishedAt <= span.to - NEAR &&
      ![...idsOf(remote), ...versions.map(({ remoteId }) => remoteId)].some((id) => there.has(id)),
  )
}

const publishedFrom = async (within: Store, accountId: string, from: Millis): Promise<ItemRecord[]> => {
  const found: ItemRecord[] = []
  let cursor: string | undefined
  do {
    const page = await within.items.list({
      accountId,
      states: ['published'],
      from,
      order: 'latest',
      limit: PAGE,
      ...(cursor !== undefined && { cursor }),
    })
    found.push(...page.entries)
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return found
}

const plain = (text: string): string => text.replace(/^---$/gm, '').replace(/\s+/g, ' ').trim()
