import type { Context } from 'hono'
import type { Media } from '../../../../src-preload/contract/model/media.ts'
import type { ApiEnv } from '../../api-env.ts'
import { malformed } from './malformed.ts'
import { addMedia } from './media-address.ts'

/** Copies in the `file` of a form; null when the request carries JSON instead. */
export const readUpload = async (c: Context<ApiEnv>): Promise<Media | null> => {
  if (c.var.body !== undefined) return null
  const file = (await c.req.formData()).get('file')
  if (file === null || typeof file === 'string') return malformed(['file'], 'file is required', { missing: true })
  return addMedia(c.var.side, file.name === '' ? 'file' : file.name, new Uint8Array(await file.arrayBuffer()))
}
