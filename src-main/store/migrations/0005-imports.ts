import type { Migration } from './migration.ts'

/** What was imported, so that the same file is not taken twice unawares, and can be taken back as a whole. */
export const fifth: Migration = {
  version: 5,
  steps: [
    `create table import_run (
      id text primary key,
      name text not null,
      hash text not null,
      at integer not null,
      posts text not null,
      drafts integer not null,
      scheduled integer not null,
      undone_at integer
    ) strict`,
    `create index import_run_by_hash on import_run (hash, at)`,
    `create index import_run_by_time on import_run (at)`,
  ],
}
