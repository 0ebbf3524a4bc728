import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import { guessFields, makerOf } from './columns.ts'
import { POST_CELLS, postCells } from './post-cells.ts'
import { type PostFile, postFile } from './post-file.ts'
import type { Sheet } from './sheet.ts'
import { because } from '../../core/told.ts'

export type ReadJson = { sheet: Sheet; known: PostFile | null }

/** Reads what an export wrote, or a list of objects, or an object that holds one. */
export const readJson = (text: string): ReadJson => {
  const value = parse(text)
  if (z.object({ posthorn: z.literal('posts') }).safeParse(value).success) {
    const known = postFile.safeParse(value)
    if (known.success) return { sheet: ownSheet(known.data), known: known.data }
    const [issue] = known.error.issues
    return refuse(
      'invalid-input',
      'This file of posts is not whole, or is of a newer Posthorn.',
      'Export it once more, or use a newer Posthorn.',
      { detail: issue ? `${issue.path.join('.')}: ${issue.message}` : '', told: because('posts-file-broken') },
    )
  }
  return { sheet: plainSheet(listIn(value)), known: null }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    return refuse('invalid-input', 'This is not JSON.', 'Check the file, or save it once more as JSON.', {
      detail: error instanceof Error ? error.message : String(error),
      told: because('json-broken'),
    })
  }
}

const listIn = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value
  const inside = typeof value === 'object' && value !== null ? Object.values(value).find(Array.isArray) : undefined
  return (
    inside ??
    refuse('invalid-input', 'There is no list of posts in it.', 'The file must hold a list of objects.', {
      told: because('json-no-list'),
    })
  )
}

const plainSheet = (list: readonly unknown[]): Sheet => {
  const rows = list.map((one) => (typeof one === 'object' && one !== null ? Object.entries(one) : [['text', one]]))
  const columns = [...new Set(rows.flatMap((row) => row.map(([name]) => String(name))))]
  return {
    format: 'json',
    maker: makerOf(columns),
    separator: null,
    header: true,
    columns,
    fields: guessFields(columns),
    rows: rows.map((row) => {
      const cells = new Map(row.map(([name, value]) => [String(name), cellOf(value)]))
      return { cells: columns.map((name) => cells.get(name) ?? '') }
    }),
  }
}

const named = z.union([
  z.object({ name: z.string() }).transform(({ name }) => name),
  z.object({ url: z.string() }).transform(({ url }) => url),
])

const cellOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(cellOf).join(' | ')
  if (typeof value === 'string') return value
  if (typeof value !== 'object') return JSON.stringify(value)
  const known = named.safeParse(value)
  return known.success ? known.data : JSON.stringify(value)
}

const ownSheet = ({ posts, accounts, media }: PostFile): Sheet => {
  const names = new Map(accounts.map((one) => [one.id, one.name]))
  const files = new Map(media.map((one) => [one.id, one.name]))
  return {
    format: 'posthorn',
    maker: null,
    separator: null,
    header: true,
    columns: POST_CELLS,
    fields: POST_CELLS,
    rows: posts.map((post) => ({ cells: postCells(post, names, files), whole: post })),
  }
}
