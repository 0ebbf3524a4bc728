import type { Connection } from '../sqlite/connection.ts'

/** SQL, or what SQL cannot say: what takes long is done in pieces, each of which says how much of it is done, from 0 to 1. */
export type Step = string | ((connection: Connection) => Iterable<number> | void)

/** One step of the file's form: run whole in one transaction that also writes its number into the file. */
export type Migration = { readonly version: number; readonly steps: readonly Step[] }
