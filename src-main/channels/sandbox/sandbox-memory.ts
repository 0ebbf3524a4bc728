import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { Millis } from '../../core/records.ts'
import type { NativePost } from '../channel.ts'

/** A post as it would stand; `owner` is the handle of its account. */
type Stood = { marker: string; owner: string; remote: Remote; text: string; at: Millis }

/** What was published to a sandbox since Posthorn started; it is nowhere else. */
export const createSandboxMemory = (startedAt: Millis) => {
  const stood = new Set<Stood>()
  const withId = (id: string) => [...stood].find(({ remote }) => remote.id === id)
  return {
    add: (post: Stood): void => void stood.add(post),
    find: (marker: string | null): Stood | undefined =>
      marker === null ? undefined : [...stood].find((post) => post.marker === marker),
    change: (id: string, to: Pick<Stood, 'remote' | 'text'>): void => {
      const post = withId(id)
      if (post) Object.assign(post, to)
    },
    remove: (id: string): void => {
      const post = withId(id)
      if (post) stood.delete(post)
    },
    /** Newest first. What stood before the start is forgotten, so nothing is said of what is gone since before it. */
    since: (owner: string, since: Millis): { posts: NativePost[]; from: Millis } => ({
      posts: [...stood]
        .filter((post) => post.owner === owner && post.at >= since)
        .map(({ remote, text, at }) => ({ remote, text, at, pictures: [] }))
        .toReversed(),
      from: Math.max(since, startedAt),
    }),
  }
}
