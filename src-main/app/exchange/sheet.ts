import type { ImportField, ImportSource } from '../../../src-preload/contract/model/exchange.ts'
import type { FilePost } from './post-file.ts'

/** A row of what was read. */
export type SheetRow = {
  readonly cells: readonly string[]
  /** The post itself, where the file holds more of it than its cells say. */
  readonly whole?: FilePost
  /** Its text has emphasis as Markdown writes it. */
  readonly rich?: boolean
}

/** Whatever was read, as a table. */
export type Sheet = {
  readonly format: ImportSource['format']
  readonly maker: ImportSource['maker']
  readonly separator: ImportSource['separator']
  readonly header: boolean
  readonly columns: readonly string[]
  readonly fields: readonly (ImportField | null)[]
  readonly rows: readonly SheetRow[]
}
