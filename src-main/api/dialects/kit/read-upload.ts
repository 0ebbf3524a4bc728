import type { Context } from 'hono'
import type { Media } from '../../../../src-preload/contract/model/media.ts'
import { granted, Refusal } from '../../../core/refusal.ts'
import type { ApiEnv } from '../../api-env.ts'
import { readFile } from '../../read-file.ts'
import { malformed } from './malformed.ts'

/** Copies in the `file` of a form; null when the request carries JSON instead. */
export const readUpload = async (c: Context<ApiEnv>): Promise<Media | null> => {
  if (c.var.body !== undefined) return null
  const file = await readFile(c).catch((error: unknown) => {
    if (error instanceof Refusal) return malformed(['file'], 'file is required', { missing: true })
    throw error
  })
  return granted(await c.var.side.takeFile(file))
}
