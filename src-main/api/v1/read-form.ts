import type { Context } from 'hono'
import { refuse } from '../../core/refusal.ts'
import type { ApiEnv } from '../api-env.ts'

/** A file as `media.add` takes it: of the JSON body, or of a form with the field `file` and nothing else. */
export const readForm = async (c: Context<ApiEnv>): Promise<unknown> => {
  if (c.var.body !== undefined) return c.var.body
  const form = await c.req.formData()
  const file = form.get('file')
  const other = [...form.keys()].find((name, index, names) => name !== 'file' || names.indexOf(name) !== index)
  if (other !== undefined || file === null || typeof file === 'string') {
    return refuse('invalid-input', 'The form does not hold one file as "file".', 'Send that field and no other.', {
      field: other ?? 'file',
    })
  }
  return { name: file.name, data: Buffer.from(await file.arrayBuffer()).toString('base64') }
}
