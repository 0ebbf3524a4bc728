import type { Item } from '../../../src-preload/contract/model/item.ts'
import type { Post } from '../../../src-preload/contract/model/post.ts'

/** What a table has of a post and an import reads again, in this order. */
export const POST_CELLS = ['text', 'when', 'zone', 'accounts', 'tags', 'media'] as const

type Told = Pick<Post, 'text' | 'zone' | 'tags' | 'media'> & {
  items: readonly Pick<Item, 'accountId' | 'schedule'>[]
}

/** The cells of a post; accounts and files are told by these names, those without one by their ids. */
export const postCells = (
  post: Told,
  accounts: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string>,
): string[] => {
  const schedule = post.items.find((one) => one.schedule !== null)?.schedule
  return [
    post.text,
    schedule?.wall.replace('T', ' ') ?? '',
    schedule?.zone ?? post.zone,
    post.items.map(({ accountId }) => accounts.get(accountId) ?? accountId).join(' | '),
    post.tags.join(' | '),
    post.media.map(({ mediaId }) => files.get(mediaId) ?? mediaId).join(' | '),
  ]
}
