import type { Account } from '../../src-preload/contract/model/account.ts'
import type { Post } from '../../src-preload/contract/model/post.ts'
import type { BulkRow } from '../queue/bulk/bulk-action.ts'
import { say, sayList } from '../words/say.ts'

/** The first words there are: the post's, else those for one of its accounts. */
export const draftText = (post: Post): string =>
  post.text.trim() || post.items.map((item) => item.override.text?.trim()).find(Boolean) || say('queue.no-text')

/** A draft as one of several to which the same is done. */
export const draftRow = (post: Post, accountOf: (id: string) => Pick<Account, 'name'> | undefined): BulkRow => {
  const names = post.items.flatMap((item) => accountOf(item.accountId)?.name ?? [])
  return {
    id: post.id,
    postId: post.id,
    text: draftText(post),
    account: names.length === 0 ? say('drafts.no-account') : sayList(names),
    tags: post.tags,
  }
}
