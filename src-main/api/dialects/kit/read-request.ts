import type { Context } from 'hono'
import type { z } from 'zod'
import type { ApiEnv } from '../../api-env.ts'
import { faultsOf, Malformed } from './malformed.ts'

/** The body as the schema says; throws Malformed. A request without a body counts as an empty object. */
export const readBody = <T>(c: Context<ApiEnv>, schema: z.ZodType<T>): T => checked(schema, c.var.body)

/** The query as the schema says: a string for each parameter, an array for those that come several times. */
export const readQuery = <T>(c: Context<ApiEnv>, schema: z.ZodType<T>): T =>
  checked(
    schema,
    Object.fromEntries(
      Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
    ),
  )

export const checked = <T>(schema: z.ZodType<T>, given: unknown): T => {
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new Malformed(faultsOf(parsed.error, given))
  return parsed.data
}
