import type { Account } from '../../src-preload/contract/model/account.ts'
import type { Attempt, Item } from '../../src-preload/contract/model/item.ts'
import type { Media } from '../../src-preload/contract/model/media.ts'
import type { Post } from '../../src-preload/contract/model/post.ts'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import { postStatus } from '../core/post-status.ts'
import type { AccountRecord, AttemptRecord, ItemRecord, MediaRecord, Millis, PostRecord } from '../core/records.ts'

/* Records as callers see them: ISO instants, derived status, nothing internal. */

export const isoInstant = (at: Millis): string => new Date(at).toISOString()
export const isoOrNull = (at: Millis | null): string | null => (at === null ? null : isoInstant(at))

export const itemView = (item: ItemRecord): Item => ({
  id: item.id,
  postId: item.postId,
  accountId: item.accountId,
  channel: item.channel,
  state: item.state,
  override: item.override,
  schedule: item.schedule && { ...item.schedule, at: isoInstant(item.schedule.at) },
  nextAt: isoOrNull(item.nextAt),
  waiting: item.waiting && { reason: item.waiting.reason, since: isoInstant(item.waiting.since) },
  failure: item.failure,
  attempts: item.attempts,
  held: item.held && { ...item.held, since: isoInstant(item.held.since) },
  remote: item.remote,
  publishedAt: isoOrNull(item.publishedAt),
  unpublishedAt: isoOrNull(item.unpublishedAt),
  charge: item.charge && { ...item.charge, at: isoInstant(item.charge.at) },
  slot: item.slot && { ...item.slot, at: isoInstant(item.slot.at) },
  changes: [...item.changes],
  versions: item.versions.map((one) => ({ ...one, until: isoInstant(one.until) })),
  external: item.external,
  createdAt: isoInstant(item.createdAt),
  updatedAt: isoInstant(item.updatedAt),
})

export const itemRowView = (item: ItemRecord, post: PostRecord, account: string): ItemRow => ({
  ...itemView(item),
  text: item.override.text ?? post.text,
  account,
  mediaIds: (item.override.media ?? post.media).map((attachment) => attachment.mediaId),
  tags: post.tags,
})

export const postView = (post: PostRecord, items: readonly ItemRecord[]): Post => ({
  ...post,
  status: postStatus(items.map((item) => item.state)),
  items: items.map(itemView),
  createdAt: isoInstant(post.createdAt),
  updatedAt: isoInstant(post.updatedAt),
  deletedAt: isoOrNull(post.deletedAt),
})

export const accountView = (account: AccountRecord): Account => ({
  ...account,
  aliases: [...account.aliases],
  checkedAt: isoOrNull(account.checkedAt),
  expiresAt: isoOrNull(account.expiresAt),
  renewAt: isoOrNull(account.renewAt),
  createdAt: isoInstant(account.createdAt),
})

export const mediaView = (media: MediaRecord): Media => ({ ...media, createdAt: isoInstant(media.createdAt) })

export const attemptView = (attempt: AttemptRecord): Attempt => ({
  number: attempt.number,
  startedAt: isoInstant(attempt.startedAt),
  endedAt: isoOrNull(attempt.endedAt),
  outcome: attempt.outcome,
  failure: attempt.failure,
})

/** The first words of a text on one line, for notices and the tray. */
export const excerpt = (text: string, length = 80): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`
}
