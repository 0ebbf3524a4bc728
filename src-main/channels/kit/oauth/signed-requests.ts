import { z } from 'zod'
import type { Access } from '../../channel.ts'
import { type Redact, redactor } from '../redact.ts'
import { type Answer, type Asked, RequestFailed, sendRequest } from '../send-request.ts'
import type { OAuth } from './create-oauth.ts'

type Unsigned = Omit<Asked, 'signal' | 'method'> & { method?: Asked['method'] }

/** What is asked, beside who asks and for how long. */
type SignedAsk = Unsigned & {
  /** Statuses that are no success, and yet an answer to go on with. */
  also?: readonly number[]
}

/** Requests in the name of a signed-in account. All of them throw `NoSecret`, and `RequestFailed` for what is no success. */
export type SignedRequests = {
  /** GET where nothing else is said. */
  ask(url: URL, asked?: SignedAsk): Promise<Answer>
  /** What is not of this shape is no success. */
  read<T>(url: URL, shape: z.ZodType<T>, asked?: SignedAsk): Promise<T>
}

/** Signs requests with the token of the account; one that is refused is renewed once, since nothing was done by it. */
export const signRequests = <S>(access: Access<S>, oauth: OAuth<S>): SignedRequests => {
  const send = async (url: URL, { method = 'GET', headers, ...asked }: Unsigned, fresh?: 'fresh') => {
    const { access: token } = await oauth.tokens(access, fresh)
    const signed = { ...headers, authorization: `Bearer ${token}` }
    return sendRequest(url, { method, ...asked, headers: signed, signal: access.signal })
  }
  const ask = async (url: URL, { also, ...asked }: SignedAsk = {}): Promise<Answer> => {
    const first = await send(url, asked)
    const answer = first.status === 401 ? await send(url, asked, 'fresh') : first
    if (isSuccess(answer) || also?.includes(answer.status)) return answer
    throw new RequestFailed(answer, asked.writes ?? false)
  }
  return {
    ask,
    read: async (url, shape, asked = {}) => {
      const answer = await ask(url, asked)
      const parsed = shape.safeParse(answer.body)
      if (!parsed.success) throw new RequestFailed(answer, asked.writes ?? false, parsed.error)
      return parsed.data
    },
  }
}

const isSuccess = ({ status }: Answer): boolean => status >= 200 && status < 300

const tokens = z.object({ access: z.string(), refresh: z.string().nullable() })

/** Takes the tokens of an account, and the secret of its app, out of what a network says. */
export const redactorOf = async ({ session, secret }: Pick<Access<never>, 'session' | 'secret'>): Promise<Redact> => {
  const kept = tokens.safeParse(parsed(await session.load())).data
  return redactor([secret?.trim() ?? '', kept?.access ?? '', kept?.refresh ?? ''])
}

const parsed = (value: string | null): unknown => {
  try {
    return JSON.parse(value ?? '')
  } catch {
    return null
  }
}
