import type { Migration } from './migration.ts'

/** What the composer keeps: templates and sets of hashtags, and what a picture was made from. */
export const fourth: Migration = {
  version: 4,
  steps: [
    `alter table media add column edited text`,
    `create table template (
      id text primary key not null,
      kind text not null,
      name text not null,
      name_key text not null,
      text text not null,
      created_at integer not null
    ) strict, without rowid`,
    `create unique index template_by_name on template (kind, name_key)`,
  ],
}
