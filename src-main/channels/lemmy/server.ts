import { z } from 'zod'
import type { Access } from '../channel.ts'
import { NoSecret } from '../kit/request-failures.ts'
import { type Answer, type Asked, RequestFailed, sendRequest } from '../kit/send-request.ts'
import type { LemmySettings } from './settings.ts'

type Sent = Pick<Asked, 'json' | 'form' | 'writes' | 'onProgress'> & {
  query?: Readonly<Record<string, string | number | boolean>>
}

/** A server as one account speaks to it. Throws `RequestFailed` for whatever is no success of this shape, and `NoSecret`. */
export type Server = {
  ask<T>(shape: z.ZodType<T>, method: Asked['method'], path: string, sent?: Sent): Promise<T>
}

const kept = z.object({ jwt: z.string().min(1) })
const signedIn = z.object({ jwt: z.string().min(1).nullish() })
const refusal = z.object({ error: z.string() })

export const openServer = (access: Access<LemmySettings>): Server => {
  const { settings, signal } = access
  const send = async (method: Asked['method'], path: string, { query = {}, ...sent }: Sent, token: string) => {
    const url = new URL(path, settings.server)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value))
    return sendRequest(url, { ...sent, method, headers: { authorization: `Bearer ${token}` }, signal })
  }
  return {
    ask: async (shape, method, path, sent = {}) => {
      const token = await tokenOf(access)
      const first = await send(method, path, sent, token)
      // Whoever changes a password or signs out everywhere ends all tokens; what was refused for it did nothing.
      const answer = saysSignedOut(first) ? await send(method, path, sent, await tokenOf(access, token)) : first
      const read = shape.safeParse(answer.body)
      if (answer.status < 200 || answer.status >= 300 || !read.success) {
        throw new RequestFailed(answer, sent.writes ?? false)
      }
      return read.data
    },
  }
}

/** Why a server said no, by its own name for it; null where it is no answer of Lemmy's. */
export const errorOf = (answer: Answer | null): string | null => refusal.safeParse(answer?.body).data?.error ?? null

export const saysSignedOut = (answer: Answer): boolean => answer.status === 401 || errorOf(answer) === 'not_logged_in'

/** The token to act with: what was pasted, else that of the last sign-in, else of a new one. `refused`: not this one. */
const tokenOf = async (access: Access<LemmySettings>, refused?: string): Promise<string> => {
  const secret = access.secret?.trim() ?? ''
  if (secret === '') throw new NoSecret('No password is kept for this account.', 'Connect it again.')
  if (isToken(secret)) return secret
  return access.session.exclusively(async () => {
    const found = kept.safeParse(parsed(await access.session.load())).data?.jwt
    if (found !== undefined && found !== refused) return found
    const jwt = await signIn(access, secret)
    await access.session.save(JSON.stringify({ jwt }))
    return jwt
  })
}

const isToken = (secret: string): boolean => /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/.test(secret)

const signIn = async ({ settings, signal }: Access<LemmySettings>, password: string): Promise<string> => {
  const answer = await sendRequest(new URL('/api/v3/user/login', settings.server), {
    method: 'POST',
    json: { username_or_email: settings.username, password },
    signal,
  })
  const { jwt } = signedIn.safeParse(answer.status === 200 ? answer.body : null).data ?? {}
  if (jwt) return jwt
  throw new RequestFailed(answer, false)
}

/** Takes the password and the token out of what a server says. */
export const secretsOf = async ({ secret, session }: Pick<Access<never>, 'secret' | 'session'>): Promise<string[]> => [
  secret?.trim() ?? '',
  kept.safeParse(parsed(await session.load())).data?.jwt ?? '',
]

const parsed = (value: string | null): unknown => {
  try {
    return JSON.parse(value ?? '')
  } catch {
    return null
  }
}
