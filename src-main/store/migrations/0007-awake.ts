import type { Migration } from './migration.ts'

/** In which hours of the week this computer was on, for the last weeks. */
export const seventh: Migration = {
  version: 7,
  steps: [
    `create table awake (
      hour integer primary key,
      weeks integer not null,
      last integer not null,
      first integer not null
    ) strict`,
  ],
}
