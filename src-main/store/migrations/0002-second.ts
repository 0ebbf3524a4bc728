import { charges } from './0002-charges.ts'
import { lists } from './0002-lists.ts'
import { tables } from './0002-tables.ts'
import type { Migration } from './migration.ts'

/** Charges and slots of items, lists of posts by all that they can be narrowed by, and what is kept beside them. */
export const second: Migration = { version: 2, steps: [...tables, ...charges, ...lists] }
