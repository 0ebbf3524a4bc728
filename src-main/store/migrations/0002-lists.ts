import type { Connection } from '../sqlite/connection.ts'
import { foldedName } from '../rows/folded-name.ts'
import type { Step } from './migration.ts'

const count = (row: 'new' | 'old', by: 1 | -1) =>
  `insert into item_count (account_id, state, rests, n)
    select ${row}.account_id, ${row}.state, ${row}.next_at is null, ${by} where ${row}.hidden = 0
    on conflict do update set n = n + ${by};`

/** How many items of a post were started is part of its phase now. */
const started = [
  ...['item_made', 'item_gone', 'item_started'].map((name) => `drop trigger ${name}`),
  ...['post_drafts', 'post_latest'].map((name) => `drop index ${name}`),
  `alter table post drop column started`,
  `create trigger item_made after insert on item begin ${count('new', 1)} end`,
  `create trigger item_gone after delete on item begin ${count('old', -1)} end`,
]

const tables = [
  // Each post that is not deleted, as lists see it.
  `create table post_entry (
    seq integer primary key,
    changed integer not null,
    made integer not null,
    phase text not null,
    set_for integer,
    external integer not null check (external in (0, 1))
  ) strict`,
  // What posts can be found by: tags, and the accounts and channels of their items.
  `create table label (
    id integer primary key,
    kind text not null check (kind in ('tag', 'account', 'channel')),
    key text not null unique,
    name text not null,
    posts integer not null default 0
  ) strict`,
  `create table post_label (
    seq integer not null,
    label integer not null references label (id),
    changed integer not null,
    made integer not null,
    primary key (seq, label)
  ) strict, without rowid`,
]

const entries = `insert into post_entry (seq, changed, made, phase, set_for, external)
  select seq, updated_at, created_at,
    (
      select case
        when max(state in ('publishing', 'unconfirmed', 'scheduled', 'waiting')) then 'ahead'
        when max(state = 'published') then iif(max(state in ('failed', 'missed')), 'partial', 'published')
        when max(state in ('failed', 'missed')) then 'failed'
        when max(state = 'draft') or count(*) = 0 then 'draft'
        else 'cancelled'
      end
      from item where post_seq = post.seq and hidden = 0
    ),
    (
      select min(sort_at) from item
      where post_seq = post.seq and hidden = 0 and (schedule is not null or published_at is not null)
    ),
    external
  from post where deleted_at is null`

const labelled = (kind: 'account' | 'channel', column: string) => [
  `insert into label (kind, key, name) select distinct '${kind}', '${kind} ' || ${column}, ${column} from item where hidden = 0`,
  `insert or ignore into post_label (seq, label, changed, made)
    select post_entry.seq, label.id, changed, made
    from item
      join post_entry on post_entry.seq = item.post_seq
      join label on label.key = '${kind} ' || item.${column}
    where item.hidden = 0`,
]

const TAGGED = `select post_entry.seq, post.tags, changed, made from post_entry join post using (seq)
  where post_entry.seq > ? and tags <> '[]' and json_valid(tags) order by post_entry.seq limit 1000`
const NAME = `insert into label (kind, key, name) values ('tag', 'tag ' || ?, ?) on conflict do update set name = excluded.name`
const PUT_ON = `insert or ignore into post_label (seq, changed, made, label)
  select ?, ?, ?, id from label where key = 'tag ' || ?`

/** In steps of so many, and not in SQL, which does not know the lower case of all letters. */
const tagged = (connection: Connection): void => {
  type Tagged = { seq: number; tags: string; changed: number; made: number }
  const after = (seq: number) => connection.all<Tagged>({ sql: TAGGED, parameters: [seq] })
  for (let posts = after(0); posts.length > 0; posts = after(posts.at(-1)?.seq ?? 0)) {
    for (const { seq, tags, changed, made } of posts) {
      const names: unknown = JSON.parse(tags)
      for (const name of Array.isArray(names) ? names.filter((one) => typeof one === 'string') : []) {
        connection.run({ sql: NAME, parameters: [foldedName(name), name] })
        connection.run({ sql: PUT_ON, parameters: [seq, changed, made, foldedName(name)] })
      }
    }
  }
}

const indexes = ['changed', 'made'].flatMap((order) => [
  `create index post_entry_${order} on post_entry (${order})`,
  `create index post_entry_phase_${order} on post_entry (phase, ${order})`,
  `create index post_entry_unscheduled_${order} on post_entry (${order}) where set_for is null`,
  `create index post_entry_external_${order} on post_entry (${order}) where external = 1`,
  `create index post_label_${order} on post_label (label, ${order}, seq)`,
])

const counts = [
  `update label set posts = (select count(*) from post_label where label = label.id)`,
  `create trigger post_label_made after insert on post_label
    begin update label set posts = posts + 1 where id = new.label; end`,
  `create trigger post_label_gone after delete on post_label
    begin update label set posts = posts - 1 where id = old.label; end`,
]

/** Lists of posts, each narrowed by an index in its own order. */
export const lists: readonly Step[] = [
  ...started,
  ...tables,
  entries,
  ...labelled('account', 'account_id'),
  ...labelled('channel', 'channel'),
  tagged,
  ...indexes,
  `create index post_entry_time on post_entry (coalesce(set_for, made))`,
  ...counts,
]
