import type { Context } from 'hono'
import type { Item, ItemState } from '../../../../src-preload/contract/model/item.ts'
import type { Post, PostStatus } from '../../../../src-preload/contract/model/post.ts'
import { isWantedAtOnce } from '../../../core/wanted-at-once.ts'
import type { ApiEnv } from '../../api-env.ts'
import type { AccountBook } from '../kit/account-book.ts'
import { ask } from '../kit/ask.ts'
import { mediaAddress } from '../kit/media-address.ts'
import { platformOf } from './platforms.ts'

const TARGET_STATUS: Readonly<Record<ItemState, PostStatus>> = {
  draft: 'draft',
  scheduled: 'scheduled',
  waiting: 'scheduled',
  publishing: 'publishing',
  unconfirmed: 'publishing',
  published: 'published',
  failed: 'failed',
  missed: 'failed',
  cancelled: 'cancelled',
}

/** A post as SocialSyncerAPI's clients read it. */
export const postView = async (c: Context<ApiEnv>, book: AccountBook, post: Post) => ({
  id: post.id,
  content: post.text,
  status: post.status,
  platforms: post.items.map((item) => targetView(book, item, post.text)),
  mediaItems: await Promise.all(post.media.map(({ mediaId, alt }) => mediaView(c, mediaId, alt))),
  tags: post.tags,
  timezone: post.zone,
  scheduledFor: plannedFor(post),
  publishedAt: lastOf(post.items.map((item) => item.publishedAt)),
  createdAt: post.createdAt,
  updatedAt: post.updatedAt,
})

const targetView = (book: AccountBook, item: Item, text: string) => {
  const account = book.get(item.accountId)
  return {
    platform: platformOf(item.channel),
    accountId: account === undefined ? item.accountId : book.wireId(account),
    status: TARGET_STATUS[item.state],
    ...(item.remote !== null && {
      platformPostId: item.remote.id,
      ...(item.remote.url !== null && { platformPostUrl: item.remote.url }),
    }),
    ...(item.failure !== null && { error: item.failure.message }),
    // What was published keeps its words beside the post's; only other words are its own.
    ...(item.override.text !== undefined && item.override.text !== text && { customContent: item.override.text }),
    ...(item.override.options !== undefined && { platformSpecificData: item.override.options }),
    ...(item.versions.length > 0 && { previousPostIds: item.versions.map((version) => version.remoteId) }),
    ...(item.changes.length > 0 && { mediaChanges: item.changes.map((change) => change.message) }),
  }
}

const mediaView = async (c: Context<ApiEnv>, mediaId: string, alt: string) => {
  const media = await ask(c.var.side, 'media.get', { mediaId })
  return {
    type: typeOf(media.mime),
    url: mediaAddress(c, mediaId),
    ...(alt !== '' && { altText: alt }),
  }
}

export const typeOf = (mime: string): 'image' | 'video' | 'gif' => {
  if (mime === 'image/gif') return 'gif'
  return mime.startsWith('video/') ? 'video' : 'image'
}

/** The time it was set for; null for a draft and for what was published at once. */
const plannedFor = (post: Post): string | null =>
  post.items.find((item) => item.schedule !== null && !isWantedAtOnce(item))?.schedule?.at ?? null

const lastOf = (instants: readonly (string | null)[]): string | null =>
  instants
    .filter((one) => one !== null)
    .toSorted()
    .at(-1) ?? null
