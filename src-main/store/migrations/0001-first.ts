import type { Migration } from './migration.ts'

/** The search index, which can be made anew. */
export const searchTables = [
  // Each post's words, and marks of when it and its items stand in their lists; the text itself is in the post.
  `create virtual table post_search using fts5(
    words, marks, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='3 4'
  )`,
  `create virtual table post_word using fts5vocab(post_search, row)`,
]

const post = [
  `create table post (
    seq integer primary key,
    id text not null unique,
    media text not null,
    thread integer not null check (thread in (0, 1)),
    tags text not null,
    zone text not null,
    lateness text,
    started integer not null default 0,
    created_at integer not null,
    updated_at integer not null,
    deleted_at integer,
    text text not null
  ) strict`,
  `create index post_latest on post (updated_at) where deleted_at is null`,
  `create index post_drafts on post (updated_at) where deleted_at is null and started = 0`,
  `create index post_deleted on post (deleted_at) where deleted_at is not null`,
  ...searchTables,
]

const account = [
  `create table account (
    id text primary key,
    channel text not null,
    name text not null,
    name_key text not null unique,
    settings text not null,
    identity text not null,
    connection text not null,
    failure text,
    checked_at integer,
    created_at integer not null
  ) strict, without rowid`,
]

const item = [
  `create table item (
    seq integer primary key,
    id text not null,
    post_seq integer not null references post (seq),
    post_id text not null,
    account_id text not null references account (id),
    channel text not null,
    state text not null,
    next_at integer,
    sort_at integer not null,
    hidden integer not null check (hidden in (0, 1)),
    schedule text,
    waiting_reason text,
    waiting_since integer,
    failure text,
    attempts integer not null,
    tries integer not null,
    marker text,
    parts text not null,
    lease_until integer,
    remote text,
    published_at integer,
    unpublished_at integer,
    created_at integer not null,
    updated_at integer not null,
    override text not null
  ) strict`,
  `create unique index item_by_id on item (id)`,
  // Holds what is pending only; the account and the state let busy accounts be passed over without reading rows.
  `create index item_due on item (next_at, id, account_id, state) where next_at is not null and hidden = 0`,
  `create index item_by_state on item (state, sort_at) where hidden = 0`,
  `create index item_by_account on item (account_id, state, sort_at) where hidden = 0`,
  `create index item_of_post on item (post_seq)`,
  `create table attempt (
    item_id text not null references item (id) on delete cascade,
    number integer not null,
    started_at integer not null,
    ended_at integer,
    outcome text not null,
    failure text,
    primary key (item_id, number)
  ) strict, without rowid`,
]

const count = (row: 'new' | 'old', by: 1 | -1) =>
  `insert into item_count (account_id, state, rests, n)
    select ${row}.account_id, ${row}.state, ${row}.next_at is null, ${by} where ${row}.hidden = 0
    on conflict do update set n = n + ${by};`

const start = (row: 'new' | 'old', by: 1 | -1) =>
  `update post set started = started + ${by} where seq = ${row}.post_seq and ${row}.state <> 'draft';`

const counts = [
  `create table item_count (
    account_id text not null,
    state text not null,
    rests integer not null check (rests in (0, 1)),
    n integer not null,
    primary key (account_id, state, rests)
  ) strict, without rowid`,
  `create trigger item_made after insert on item begin ${count('new', 1)} ${start('new', 1)} end`,
  `create trigger item_gone after delete on item begin ${count('old', -1)} ${start('old', -1)} end`,
  `create trigger item_moved after update of state, hidden, next_at on item
    when old.state <> new.state or old.hidden <> new.hidden or (old.next_at is null) <> (new.next_at is null)
    begin ${count('old', -1)} ${count('new', 1)} end`,
  `create trigger item_started after update of state on item
    when (old.state = 'draft') <> (new.state = 'draft')
    begin ${start('old', -1)} ${start('new', 1)} end`,
]

const rest = [
  `create table media (
    id text primary key,
    hash text not null,
    name text not null,
    mime text not null,
    size integer not null,
    width integer,
    height integer,
    created_at integer not null
  ) strict, without rowid`,
  `create index media_by_hash on media (hash)`,
  `create table setting (name text primary key, value text not null) strict, without rowid`,
  `create table secret (name text primary key, keeper text not null, sealed blob not null) strict, without rowid`,
  `create table quarantine (
    kind text not null,
    key text not null,
    content text not null,
    why text not null,
    at integer not null,
    primary key (kind, key)
  ) strict`,
]

export const first: Migration = { version: 1, steps: [...post, ...account, ...item, ...counts, ...rest] }
