import { useReply } from '../shell/use-reply.ts'

/** The tags in use, most used first; `again` reads them anew. Completion is a help: without it words are typed whole. */
export const useKnownTags = (): { known: readonly string[]; again: () => void } => {
  const { value, again } = useReply('tags.list', {})
  const known = value?.entries.toSorted((a, b) => b.posts - a.posts).map((one) => one.tag) ?? []
  return { known, again }
}
