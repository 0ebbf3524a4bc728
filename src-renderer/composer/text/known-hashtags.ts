import type { Post } from '../../../src-preload/contract/model/post.ts'

/** A hashtag as it was written last, and in how many posts. */
export type KnownHashtag = { tag: string; posts: number }

/** The hashtags of posts, newest first: most used first, each once without regard to case. */
export const knownHashtags = (posts: readonly Pick<Post, 'text' | 'items'>[]): KnownHashtag[] => {
  const found = new Map<string, KnownHashtag>()
  for (const { text, items } of posts) {
    const texts = [text, ...items.map((item) => item.override.text ?? '')].join('\n')
    const tags = new Map(
      [...texts.matchAll(/(?<![\p{L}\p{N}_&/])#([\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)/gu)].map(([, tag = '']) => [
        tag.toLowerCase(),
        tag,
      ]),
    )
    for (const [key, tag] of tags) {
      const known = found.get(key)
      found.set(key, { tag: known?.tag ?? tag, posts: (known?.posts ?? 0) + 1 })
    }
  }
  return [...found.values()].toSorted((a, b) => b.posts - a.posts)
}

/** Those that begin with what was typed; none where it stands there whole already. */
export const matchHashtags = (known: readonly KnownHashtag[], typed: string): KnownHashtag[] => {
  const wanted = typed.toLowerCase()
  const found = known.filter(({ tag }) => tag.toLowerCase().startsWith(wanted))
  return found.some(({ tag }) => tag.toLowerCase() === wanted) ? [] : found
}
