import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { Context } from 'hono'
import type { NamedFile } from '../core/ports.ts'
import { failedInEnglish, Refusal } from '../core/refusal.ts'
import type { ApiEnv } from './api-env.ts'

/**
 * The file of a request, read while it is copied in: the body as it is, called as `?name=` says, or the field `file` of a
 * form that holds nothing else. Refuses a form without it; what else a form holds comes to light at the end of the file,
 * as a Refusal out of its bytes.
 */
export const readFile = async (c: Context<ApiEnv>): Promise<NamedFile> => {
  const body = Readable.fromWeb((c.req.raw.body ?? new Blob([]).stream()) as ReadableStream<Uint8Array>)
  const type = c.req.header('content-type') ?? ''
  if (/^multipart\//i.test(type)) return readForm(body, type)
  const length = c.req.header('content-length')
  return { name: c.req.query('name') ?? 'file', size: length === undefined ? null : Number(length), bytes: body }
}

const readForm = async (body: Readable, type: string): Promise<NamedFile> => {
  const { default: Form } = await import('@fastify/busboy')
  let form: InstanceType<typeof Form>
  try {
    form = new Form({ headers: { 'content-type': type } })
  } catch {
    throw unreadable()
  }
  let trouble: Refusal | null = null
  let file: NamedFile | null = null
  let begin = () => {}
  let end = () => {}
  const begun = new Promise<void>((resolve) => (begin = resolve))
  const ended = new Promise<void>((resolve) => (end = resolve))
  /** Of several troubles the first one counts; nothing more is read then. */
  const stop = (why: Refusal) => {
    trouble ??= why
    body.unpipe(form)
    body.resume()
    end()
  }
  /** The bytes of the file, as long as nothing else follows it. */
  const alone = async function* (stream: Readable): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of stream) yield chunk as Uint8Array
    } catch {
      stop(unreadable())
    }
    await ended
    if (trouble) throw trouble
  }
  form.on('field', (field) => stop(stray(field)))
  form.on('file', (field, stream: Readable, name?: string) => {
    stream.on('error', () => stop(unreadable()))
    if (field !== 'file' || file !== null) stop(stray(field))
    if (trouble) return void stream.resume()
    file = { name: name ?? '', size: null, bytes: alone(stream) }
    begin()
  })
  form.on('finish', end)
  form.on('error', () => stop(unreadable()))
  body.on('error', () => stop(unreadable()))
  body.pipe(form)
  await Promise.race([begun, ended])
  if (trouble) throw trouble
  return file ?? Promise.reject(stray('file'))
}

const unreadable = () =>
  new Refusal(failedInEnglish('invalid-input', 'The form cannot be read.', 'Send it again as multipart/form-data.'))

const stray = (field: string) =>
  new Refusal(
    failedInEnglish('invalid-input', 'The form does not hold one file as "file".', 'Send that field and no other.', {
      field: field || 'file',
    }),
  )
