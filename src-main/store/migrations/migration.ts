import type { Connection } from '../sqlite/connection.ts'

/** SQL, or what SQL cannot say. */
export type Step = string | ((connection: Connection) => void)

/** One step of the file's form: run whole in one transaction that also writes its number into the file. */
export type Migration = { readonly version: number; readonly steps: readonly Step[] }
