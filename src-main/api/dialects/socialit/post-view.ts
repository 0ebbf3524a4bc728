import type { Item, ItemState } from '../../../../src-preload/contract/model/item.ts'
import type { Media } from '../../../../src-preload/contract/model/media.ts'
import type { Post, PostStatus } from '../../../../src-preload/contract/model/post.ts'
import { isWantedAtOnce } from '../../../core/wanted-at-once.ts'
import type { Side } from '../../api-env.ts'
import type { AccountBook } from '../kit/account-book.ts'
import { ask } from '../kit/ask.ts'

export type WireStatus = 'draft' | 'scheduled' | 'publishing' | 'published' | 'failed'

/** Socialit has five words: what was taken back can be edited and scheduled again, as a draft can. */
export const STATUS: Readonly<Record<PostStatus, WireStatus>> = {
  draft: 'draft',
  cancelled: 'draft',
  scheduled: 'scheduled',
  publishing: 'publishing',
  published: 'published',
  partial: 'failed',
  failed: 'failed',
}

const TARGET_STATUS: Readonly<Record<ItemState, WireStatus>> = {
  draft: 'draft',
  cancelled: 'draft',
  scheduled: 'scheduled',
  waiting: 'scheduled',
  publishing: 'publishing',
  unconfirmed: 'publishing',
  published: 'published',
  failed: 'failed',
  missed: 'failed',
}

/** A post as Socialit's clients read it. */
export const postView = async (side: Side, book: AccountBook, post: Post) => ({
  id: post.id,
  status: post.items.some(isSetForNow) && post.status === 'scheduled' ? 'publishing' : STATUS[post.status],
  content: post.text,
  strict: post.strict,
  scheduled_at: post.items.find((item) => item.schedule !== null && !isWantedAtOnce(item))?.schedule?.at ?? null,
  published_at: lastPublished(post),
  error: post.items.find(({ state }) => TARGET_STATUS[state] === 'failed')?.failure?.message ?? null,
  config_by_platform: configView(post),
  targets: post.items.map((item) => targetView(book, item)),
  media: await Promise.all(
    post.media.map(async ({ mediaId, alt }) => ({ ...mediaView(await ask(side, 'media.get', { mediaId })), alt })),
  ),
  created_at: post.createdAt,
  updated_at: post.updatedAt,
})

/** What all of it took, for the view of one post. */
export const creditsTotal = (post: Post): number => post.items.reduce((sum, item) => sum + creditsCharged(item), 0)

const targetView = (book: AccountBook, item: Item) => {
  const account = book.get(item.accountId)
  return {
    id: item.id,
    account_id: account === undefined ? item.accountId : book.wireId(account),
    platform: item.channel,
    status: isSetForNow(item) ? 'publishing' : TARGET_STATUS[item.state],
    external_url: item.remote?.url ?? null,
    published_at: item.publishedAt,
    error: item.failure?.message ?? null,
    credits_charged: creditsCharged(item),
    media_changes: item.changes.map(({ mediaId, what, message }) => ({ media_id: mediaId, what, message })),
  }
}

export const mediaView = (media: Media) => ({
  id: media.id,
  name: media.name,
  mime_type: media.mime,
  size: media.size,
  width: media.width,
  height: media.height,
  created_at: media.createdAt,
})

const creditsCharged = (item: Item): number => (item.charge?.standing === 'consumed' ? item.charge.credits : 0)

/** To be published at once, and only waiting for its turn. */
const isSetForNow = (item: Item): boolean => item.state === 'scheduled' && isWantedAtOnce(item)

const lastPublished = (post: Post): string | null =>
  post.items
    .flatMap(({ publishedAt }) => publishedAt ?? [])
    .toSorted()
    .at(-1) ?? null

/** What each platform is told otherwise, as a client sends it. */
const configView = (post: Post) => {
  const configs: Record<string, Record<string, unknown>> = { ...post.options }
  const idsOf = (media: Post['media']) => media.map(({ mediaId }) => mediaId)
  const common = idsOf(post.media).join()
  for (const { channel, override } of post.items) {
    const own = {
      // What was published keeps its words and files beside the post's; only others are its own.
      ...(override.text !== undefined && override.text !== post.text && { content: override.text }),
      ...(override.media !== undefined &&
        idsOf(override.media).join() !== common && { media_ids: idsOf(override.media) }),
    }
    if (Object.keys(own).length > 0) configs[channel] = { ...configs[channel], ...own }
  }
  return configs
}
