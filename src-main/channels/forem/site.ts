import type { z } from 'zod'
import type { Access } from '../channel.ts'
import { NoSecret } from '../kit/request-failures.ts'
import { type Answer, type Asked, RequestFailed, sendRequest } from '../kit/send-request.ts'
import type { ForemSettings } from './settings.ts'

type Sent = Pick<Asked, 'json' | 'writes'> & { query?: Readonly<Record<string, string>> }

/** A site as one person speaks to it. Throws `RequestFailed` for whatever is no success of this shape, and `NoSecret`. */
export type Site = {
  ask<T>(shape: z.ZodType<T>, method: Asked['method'], path: string, sent?: Sent): Promise<T>
}

const VERSION = 'application/vnd.forem.api-v1+json'

export const openSite = ({ settings, secret, signal }: Access<ForemSettings>): Site => {
  const key = secret?.trim() ?? ''
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw new NoSecret('This is no API key.', 'Copy the key from the settings of the site, under Extensions.')
  }
  const send = (method: Asked['method'], path: string, { query = {}, ...sent }: Sent): Promise<Answer> => {
    const url = new URL(`/api/${path}`, settings.server)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    return sendRequest(url, { ...sent, method, headers: { 'api-key': key, accept: VERSION }, signal })
  }
  return {
    ask: async (shape, method, path, sent = {}) => {
      const answer = await send(method, path, sent)
      const read = shape.safeParse(answer.body)
      if (answer.status < 200 || answer.status >= 300 || !read.success) {
        throw new RequestFailed(answer, sent.writes ?? false)
      }
      return read.data
    },
  }
}
