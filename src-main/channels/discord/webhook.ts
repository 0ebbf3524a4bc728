import type { z } from 'zod'
import type { Access } from '../channel.ts'
import { isTrustworthy } from '../kit/is-trustworthy.ts'
import { NoSecret } from '../kit/request-failures.ts'
import { type Answer, type Asked, RequestFailed, sendRequest } from '../kit/send-request.ts'

/** A webhook as its address says: who it is, and what proves it. */
export type Address = { origin: string; host: string; base: string; id: string }

/** The version of the API that is spoken, whichever the address names. */
const VERSION = 'v10'

/** Reads the address of a webhook; null when it is none. */
export const readAddress = (secret: string | null): Address | null => {
  const typed = secret?.trim() ?? ''
  if (!isTrustworthy(typed)) return null
  const { origin, host, pathname, username, password } = new URL(typed)
  const [, before = '', id, token] = /^(.*)\/api(?:\/v\d+)?\/webhooks\/(\d+)\/([\w-]+)\/?$/.exec(pathname) ?? []
  if (id === undefined || token === undefined || username !== '' || password !== '') return null
  return { origin, host, base: `${origin}${before}/api/${VERSION}/webhooks/${id}/${token}`, id }
}

/** The address whole, and the token in it: the number of a webhook is no secret. */
export const secretsIn = (secret: string | null): string[] => {
  const typed = secret?.trim() ?? ''
  const address = readAddress(typed)
  return address ? [typed, address.base, address.base.split('/').at(-1) ?? ''] : [typed]
}

export type Call = Pick<Asked, 'json' | 'form' | 'writes'> & { query?: Record<string, string | undefined> }

/** A webhook as one asks it; throws `RequestFailed` for whatever is no success. */
export type Webhook = Address & { call(method: Asked['method'], path: string, call?: Call): Promise<Answer> }

export const openWebhook = ({ secret, signal }: Pick<Access<object>, 'secret' | 'signal'>): Webhook => {
  const address = readAddress(secret)
  if (!address) throw new NoSecret('This is not the address of a Discord webhook.', WHERE)
  return {
    ...address,
    call: async (method, path, { query = {}, writes, ...sent } = {}) => {
      const url = new URL(address.base + path)
      for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value)
      const answer = await sendRequest(url, { method, ...sent, ...(writes && { writes }), signal })
      if (answer.status < 200 || answer.status >= 300) throw new RequestFailed(answer, writes ?? false)
      return answer
    },
  }
}

export const WHERE =
  'In Discord, open the channel > Edit channel > Integrations > Webhooks, choose or make one, and copy its URL.'

/** What of an answer is asked for; an answer without it is none. */
export const read = <T>(schema: z.ZodType<T>, answer: Answer, writes: boolean): T => {
  const parsed = schema.safeParse(answer.body)
  if (!parsed.success) throw new RequestFailed(answer, writes)
  return parsed.data
}
