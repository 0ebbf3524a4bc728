import { z } from 'zod'
import type { Access } from '../channel.ts'
import { NoSecret } from '../kit/request-failures.ts'
import { type Answer, type Asked, RequestFailed, sendRequest } from '../kit/send-request.ts'
import { addressOf, type Query } from './address-of.ts'
import { findRoot } from './find-root.ts'
import type { WordPressSettings } from './settings.ts'

export type Sent = Pick<Asked, 'json' | 'form' | 'writes' | 'onProgress'> & { query?: Query }

/** A site as one user speaks to it. */
export type Site = {
  host: string
  /** Throws `RequestFailed` for whatever is no success of this shape. */
  ask<T>(shape: z.ZodType<T>, method: Asked['method'], path: string, sent?: Sent): Promise<T>
}

/** An application password is shown in groups of letters; the spaces are none of it. */
const passwordOf = (secret: string | null): string => secret?.replace(/\s+/g, '') ?? ''

const credentialOf = ({ settings, secret }: Pick<Access<WordPressSettings>, 'settings' | 'secret'>): string =>
  Buffer.from(`${settings.username}:${passwordOf(secret)}`).toString('base64')

/** All forms in which a site may repeat what must not be seen. */
export const secretsOf = (from: Pick<Access<WordPressSettings>, 'settings' | 'secret'>): string[] =>
  from.secret === null ? [] : [from.secret.trim(), passwordOf(from.secret), credentialOf(from)]

export const openSite = async (access: Access<WordPressSettings>): Promise<Site> => {
  const { settings, secret, signal } = access
  if (passwordOf(secret) === '') {
    throw new NoSecret('There is no application password.', 'Make one in WordPress under Users > Profile.')
  }
  const root = settings.root ?? (await findRoot(settings.site, signal))
  const authorization = `Basic ${credentialOf(access)}`
  return {
    host: new URL(root).host,
    ask: async (shape, method, path, { query = {}, ...sent } = {}) => {
      const answer = readAround(
        await sendRequest(addressOf(root, path, query), { ...sent, method, headers: { authorization }, signal }),
      )
      const read = shape.safeParse(answer.body)
      if (answer.status < 200 || answer.status >= 300 || !read.success) {
        throw new RequestFailed(answer, sent.writes ?? false)
      }
      return read.data
    },
  }
}

/** Plugins in disorder print notices before the JSON of an answer. */
const readAround = (answer: Answer): Answer => {
  if (answer.body !== undefined) return answer
  for (const { index } of answer.text.matchAll(/\{"|\[(?=[{\]])/g)) {
    try {
      return { ...answer, body: JSON.parse(answer.text.slice(index)) as unknown }
    } catch {
      // It was a bracket in the notice.
    }
  }
  return answer
}

const coded = z.object({ code: z.string() })

/** Whether a site refused with one of its own codes. */
export const refusedWith = (error: unknown, ...codes: string[]): boolean =>
  error instanceof RequestFailed && codes.includes(coded.safeParse(error.answer?.body).data?.code ?? '')
