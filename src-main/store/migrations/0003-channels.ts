import type { Migration } from './migration.ts'

/** What networks need beside text and pictures: credentials that are renewed, videos, rich text, uploads that go on. */
export const third: Migration = {
  version: 3,
  steps: [
    `alter table account add column renew_at integer`,
    `alter table account add column permissions text not null default '[]'`,
    `alter table item add column held text`,
    `alter table media add column seconds real`,
    `alter table media add column frame_rate real`,
    `alter table post add column numbered integer not null default 0`,
    `alter table post add column rich integer not null default 0`,
    `create table upload (
      item_id text not null,
      name text not null,
      value text not null,
      primary key (item_id, name)
    ) strict, without rowid`,
  ],
}
