import type { DayOrder, ImportSource } from '../../../src-preload/contract/model/exchange.ts'
import type { Parsed } from '../../../src-preload/contract/methods.ts'
import { refuse } from '../../core/refusal.ts'
import { isoOrNull } from '../views.ts'
import type { World } from '../world.ts'
import type { PostFile } from './post-file.ts'
import type { Sheet } from './sheet.ts'
import { because } from '../../core/told.ts'

type Asked = Parsed<'imports.read'>
export type GivenFile = NonNullable<Asked['files']>[number]

/** What was read, with all that is needed to read it anew, check it and import it. */
export type Source = {
  readonly id: string
  readonly name: string
  readonly given: readonly GivenFile[]
  readonly hash: string
  readonly encoding: string | null
  readonly sheet: Sheet
  readonly dayOrder: DayOrder
  readonly dayOrderSure: boolean
  /** Whom and what the ids in the file mean, where it is an export of Posthorn. */
  readonly known: PostFile | null
  /** Files that came along, by their path. */
  readonly attachments: ReadonlyMap<string, Uint8Array>
}

/** What was read last is kept in memory; more than this is forgotten. */
const KEPT = 4
/** So many rows are taken at most. */
export const MOST_ROWS = 20_000

export type Sources = {
  read(asked: Asked): Promise<ImportSource>
  find(id: string): Source
}

export const createSources = ({ ids, digest, store }: Pick<World, 'ids' | 'digest' | 'store'>): Sources => {
  const kept = new Map<string, Source>()

  const find = (id: string): Source =>
    kept.get(id) ??
    refuse('not-found', 'This file is not in memory any more.', 'Choose the file once more.', {
      told: because('file-forgotten'),
    })

  return {
    find,
    read: async (asked) => {
      const { readFiles } = await import('./read-files.ts')
      const before = asked.importId === undefined ? null : find(asked.importId)
      const given =
        before?.given ??
        asked.files ??
        refuse('invalid-input', 'There is no file.', 'Choose one.', { told: because('file-none') })
      const read = readFiles(given, asked)
      if (read.sheet.rows.length > MOST_ROWS) {
        refuse(
          'invalid-input',
          `There are ${read.sheet.rows.length} rows in it.`,
          `Import at most ${MOST_ROWS} at once.`,
          { told: because('rows-too-many', { rows: read.sheet.rows.length, most: MOST_ROWS }) },
        )
      }
      const hash = before?.hash ?? (await digest(given.map((file) => file.data ?? file.text ?? '').join('\n')))
      const source: Source = { ...read, id: before?.id ?? ids.make('imp'), name: nameOf(given), given, hash }
      kept.delete(source.id)
      kept.set(source.id, source)
      for (const id of [...kept.keys()].slice(0, -KEPT)) kept.delete(id)
      return view(source, (await store.imports.ofHash(hash))?.at ?? null)
    },
  }
}

const nameOf = (given: readonly GivenFile[]): string => {
  const [first] = given
  if (first === undefined) return ''
  return given.length === 1 ? first.name : (first.name.split('/').slice(0, -1)[0] ?? first.name)
}

const SAMPLES = 3

const view = ({ sheet, ...source }: Source, before: number | null): ImportSource => ({
  importId: source.id,
  name: source.name,
  format: sheet.format,
  maker: sheet.maker,
  encoding: source.encoding,
  separator: sheet.separator,
  header: sheet.header,
  rows: sheet.rows.length,
  columns: sheet.columns.map((name, at) => ({
    name,
    sample: samplesOf(sheet, at),
    field: sheet.fields[at] ?? null,
  })),
  dayOrder: source.dayOrder,
  dayOrderSure: source.dayOrderSure,
  before: isoOrNull(before),
})

const samplesOf = (sheet: Sheet, at: number): string[] => {
  const samples: string[] = []
  for (const { cells } of sheet.rows) {
    const cell = cells[at]?.trim()
    if (cell) samples.push(cell.slice(0, 200))
    if (samples.length === SAMPLES) break
  }
  return samples
}
