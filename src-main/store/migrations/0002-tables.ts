import type { Step } from './migration.ts'

const columns = [
  `alter table post add column strict integer not null default 0 check (strict in (0, 1))`,
  `alter table post add column options text not null default '{}'`,
  `alter table post add column external integer not null default 0 check (external in (0, 1))`,
  `alter table account add column aliases text not null default '[]'`,
  `alter table account add column destination text`,
  `alter table account add column credits_per_post integer not null default 0`,
  `alter table account add column expires_at integer`,
  `alter table item add column charge_feature text`,
  `alter table item add column charge_credits integer`,
  `alter table item add column charge_at integer`,
  `alter table item add column charge_standing text`,
  `alter table item add column slot_plan text`,
  `alter table item add column slot_at integer`,
  `alter table item add column changes text not null default '[]'`,
  `alter table item add column versions text not null default '[]'`,
  `alter table item add column external integer not null default 0 check (external in (0, 1))`,
  `create index item_in_slot on item (slot_plan, slot_at) where slot_plan is not null and hidden = 0`,
  `create index item_external on item (sort_at) where external = 1 and hidden = 0`,
]

const remotes = [
  `create index item_by_remote on item (iif(json_valid(remote), remote ->> '$.id', null)) where remote is not null`,
  // Further ids of an item: of a thread's parts, and of versions before the last.
  `create table item_remote (
    item_seq integer not null references item (seq) on delete cascade,
    remote_id text not null,
    primary key (item_seq, remote_id)
  ) strict, without rowid`,
  `create index item_remote_by_id on item_remote (remote_id)`,
  `insert or ignore into item_remote
    select item.seq, part.value ->> '$.id' from item, json_each(item.parts) as part
    where json_valid(item.parts) and item.parts <> '[]' and part.value ->> '$.id' is not null`,
  `insert or ignore into item_remote
    select item.seq, part.value ->> '$.id' from item, json_each(item.remote, '$.parts') as part
    where json_valid(item.remote) and part.value ->> '$.id' is not null`,
]

const beside = [
  `create table meter (
    id text primary key,
    subject text not null,
    unit text not null,
    "limit" integer not null,
    "window" text not null
  ) strict, without rowid`,
  `create table slot_plan (
    id text primary key,
    name text not null,
    name_key text not null unique,
    zone text not null,
    times text not null,
    created_at integer not null
  ) strict, without rowid`,
  `create table api_key (
    id text primary key,
    name text not null,
    kind text not null,
    hint text not null,
    hash text not null unique,
    created_at integer not null,
    last_used_at integer,
    revoked_at integer
  ) strict, without rowid`,
  `create table receipt (
    once text primary key,
    hash text not null,
    post text not null,
    answer text,
    at integer not null
  ) strict`,
  `create index receipt_by_time on receipt (at)`,
]

const hooks = [
  `create table hook (
    id text primary key,
    url text not null,
    events text not null,
    active integer not null check (active in (0, 1)),
    created_at integer not null
  ) strict, without rowid`,
  `create table delivery (
    seq integer primary key,
    id text not null unique,
    hook_id text not null references hook (id) on delete cascade,
    event text not null,
    state text not null,
    attempts integer not null,
    next_at integer,
    status integer,
    error text,
    created_at integer not null,
    delivered_at integer,
    body text not null
  ) strict`,
  `create index delivery_due on delivery (next_at, seq) where next_at is not null`,
  `create index delivery_latest on delivery (created_at)`,
  `create index delivery_of_hook on delivery (hook_id, created_at)`,
  `create index delivery_over on delivery (coalesce(delivered_at, created_at)) where state <> 'pending'`,
]

/** What items, posts and accounts have more than before, and what has a table of its own. */
export const tables: readonly Step[] = [...columns, ...remotes, ...beside, ...hooks]
