import type { z } from 'zod'

/** Reads a JSON column; throws when it is not what it must be. */
export const fromJson = <T>(schema: z.ZodType<T>, text: string): T => schema.parse(JSON.parse(text))

export const fromJsonOrNull = <T>(schema: z.ZodType<T>, text: string | null): T | null =>
  text === null ? null : fromJson(schema, text)

/** For what is put aside where it is asked for, and only looked at here. */
export const fromJsonOr = <T>(schema: z.ZodType<T>, text: string, otherwise: T): T => {
  try {
    return fromJson(schema, text)
  } catch {
    return otherwise
  }
}

export const toJson = (value: unknown): string => JSON.stringify(value)

export const toJsonOrNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))
