import { Buffer } from 'node:buffer'
import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import { because } from '../../core/told.ts'

/** Where a page ended: the sort key of its last row, opaque to whoever carries it to the next call. */
export type Cursor<K> = { write(key: K): string; read(cursor: string): K }

/** Cursors of one list; `name` keeps one list's cursor from being taken for another's. */
export const cursorOf = <K extends unknown[]>(name: string, key: z.ZodType<K>): Cursor<K> => {
  const named = z.object({ of: z.literal(name), key })
  return {
    write: (key) => Buffer.from(JSON.stringify({ of: name, key })).toString('base64url'),
    read: (cursor) => {
      const decoded = named.safeParse(parse(cursor))
      return decoded.success ? decoded.data.key : refuse(...invalid)
    },
  }
}

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}

const invalid = [
  'invalid-input',
  'The cursor does not belong to this list.',
  'Start again from the first page.',
  { field: 'cursor', told: because('cursor-foreign') },
] as const
