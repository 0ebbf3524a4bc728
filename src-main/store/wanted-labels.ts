import type { Narrowed } from '../core/ports.ts'
import type { Connection } from './sqlite/connection.ts'
import { build, query } from './sqlite/query.ts'
import { labelKey } from './post-labels.ts'

/** A label that a list is narrowed by. `posts`: how many have it, deleted ones aside. */
export type Label = { id: number; posts: number }

/** The labels that posts must have; null when there is one that no post has. */
export const wantedLabels = (
  connection: Connection,
  { tags = [], accountId, channel }: Pick<Narrowed, 'tags' | 'accountId' | 'channel'>,
): Label[] | null => {
  const wanted = new Set(tags.map((tag) => labelKey('tag', tag)))
  if (accountId !== undefined) wanted.add(labelKey('account', accountId))
  if (channel !== undefined) wanted.add(labelKey('channel', channel))
  const labels: Label[] = []
  for (const key of wanted) {
    const label = connection.first(byKey.with({ key }))
    if (!label || label.posts === 0) return null
    labels.push(label)
  }
  return labels.toSorted((a, b) => a.posts - b.posts)
}

const byKey = query<{ key: string }>()((place) =>
  build.selectFrom('label').select(['id', 'posts']).where('key', '=', place('key')),
)
