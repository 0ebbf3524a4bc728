/** One step of the file's form: run whole in one transaction that also writes its number into the file. */
export type Migration = { readonly version: number; readonly steps: readonly string[] }
