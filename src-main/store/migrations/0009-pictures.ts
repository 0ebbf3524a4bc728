import type { Migration } from './migration.ts'

/** What the channels show of the accounts, made small. */
export const ninth: Migration = {
  version: 9,
  steps: [
    `create table account_picture (
      account_id text primary key references account (id) on delete cascade,
      name text not null,
      source text not null,
      mime text not null,
      bytes blob not null,
      fetched_at integer not null
    ) strict`,
  ],
}
