import { sql } from 'kysely'
import { foldedName } from './rows/folded-name.ts'
import type { LabelKind, LabelTable, PostLabelTable } from './rows/list-tables.ts'
import type { Connection } from './sqlite/connection.ts'
import { build, each, query } from './sqlite/query.ts'

type Label = Omit<LabelTable, 'id' | 'posts'>
type Standing = Omit<PostLabelTable, 'label'>

export const labelKey = (kind: LabelKind, name: string): string => `${kind} ${kind === 'tag' ? foldedName(name) : name}`

/** What a post is found by: its tags, and the accounts and channels of its items. */
export const labelsOf = (
  tags: readonly string[],
  items: readonly { account_id: string; channel: string }[],
): Map<string, Label> => {
  const named: [LabelKind, string][] = [
    ...tags.map((tag): [LabelKind, string] => ['tag', tag]),
    ...items.map((item): [LabelKind, string] => ['account', item.account_id]),
    ...items.map((item): [LabelKind, string] => ['channel', item.channel]),
  ]
  return new Map(named.map(([kind, name]) => [labelKey(kind, name), { kind, name, key: labelKey(kind, name) }]))
}

/** Puts labels on a post that does not have them. */
export const putLabels = (connection: Connection, labels: ReadonlyMap<string, Label>, post: Standing): void => {
  if (labels.size === 0) return
  const wanted = { ...post, keys: JSON.stringify([...labels.keys()]) }
  if (connection.run(putOn.with(wanted)) === labels.size) return
  for (const label of labels.values()) connection.run(make.with(label))
  connection.run(putOn.with(wanted))
}

/** Takes off what the post has no longer and puts on what it has now; `moved`: it stands elsewhere in the lists. */
export const changeLabels = (
  connection: Connection,
  labels: ReadonlyMap<string, Label>,
  post: Standing,
  moved: boolean,
): void => {
  const missing = new Map(labels)
  for (const { id, key } of connection.all(had.with({ seq: post.seq }))) {
    if (!missing.delete(key)) connection.run(takeOff.with({ seq: post.seq, id }))
  }
  if (moved) connection.run(move.with(post))
  putLabels(connection, missing, post)
}

/** A tag looks as it was written last. */
export const respellTags = (connection: Connection, labels: ReadonlyMap<string, Label>): void => {
  for (const label of labels.values()) if (label.kind === 'tag') connection.run(respell.with(label))
}

export const dropLabels = (connection: Connection, seq: number): void => void connection.run(drop.with({ seq }))

const had = query<{ seq: number }>()((place) =>
  build
    .selectFrom('post_label')
    .innerJoin('label', 'label.id', 'post_label.label')
    .select(['label.id', 'key'])
    .where('post_label.seq', '=', place('seq')),
)

const putOn = query<Standing & { keys: string }>()(
  (place) => sql`insert into post_label (seq, label, changed, made)
    select ${place('seq')}, id, ${place('changed')}, ${place('made')} from label where key in ${each(place('keys'))}
    on conflict do nothing`,
)

const make = query<Label>()(
  (place) => sql`insert into label (kind, key, name) values (${place('kind')}, ${place('key')}, ${place('name')})
    on conflict do nothing`,
)

const respell = query<Label>()((place) =>
  build
    .updateTable('label')
    .set({ name: place('name') })
    .where('key', '=', place('key'))
    .where('name', '<>', place('name')),
)

const takeOff = query<{ seq: number; id: number }>()((place) =>
  build.deleteFrom('post_label').where('seq', '=', place('seq')).where('label', '=', place('id')),
)

const move = query<Standing>()((place) =>
  build
    .updateTable('post_label')
    .set({ changed: place('changed'), made: place('made') })
    .where('seq', '=', place('seq')),
)

const drop = query<{ seq: number }>()((place) => build.deleteFrom('post_label').where('seq', '=', place('seq')))
