import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import type { Access, ChannelTools } from '../channel.ts'
import { NoSecret } from '../kit/request-failures.ts'
import { type Answer, type Asked, RequestFailed, sendRequest } from '../kit/send-request.ts'
import { saysNo } from './failures.ts'
import { findServer } from './find-server.ts'
import { readSession, type Session } from './session.ts'
import { type MatrixSettings, USER } from './settings.ts'

type Sent = Pick<Asked, 'json' | 'body' | 'headers' | 'writes' | 'onProgress'>

/** A server as one account speaks to it. */
export type Server = {
  base: string
  /** `path` is below `/_matrix/`. Throws `RequestFailed` for whatever is no success of this shape. */
  ask<T>(shape: z.ZodType<T>, method: Asked['method'], path: string, sent?: Sent): Promise<T>
}

export const openServer = async (access: Access<MatrixSettings>, tools: ChannelTools): Promise<Server> => {
  const { settings, signal } = access
  const base = settings.base ?? (await findServer(settings, signal))
  const tokenOf = tokenSource(access, base, tools)
  const send = async (method: Asked['method'], path: string, sent: Sent, fresh?: 'fresh'): Promise<Answer> => {
    const headers = { ...sent.headers, authorization: `Bearer ${await tokenOf(fresh)}` }
    return sendRequest(new URL(`/_matrix/${path}`, base), { ...sent, headers, method, signal })
  }
  return {
    base,
    ask: async (shape, method, path, sent = {}) => {
      const first = await send(method, path, sent)
      // Nothing was done by what was refused so; a password gets another token.
      const isOver = first.status === 401 && settings.by === 'password'
      const answer = isOver ? await send(method, path, sent, 'fresh') : first
      const read = shape.safeParse(answer.body)
      if (answer.status < 200 || answer.status >= 300 || !read.success) {
        throw new RequestFailed(answer, sent.writes ?? false, read.error)
      }
      return read.data
    },
  }
}

/** Part of a path, with whatever signs it has. */
export const part = (value: string): string => encodeURIComponent(value)

const tokenSource = (access: Access<MatrixSettings>, base: string, tools: ChannelTools) => {
  const secret = access.secret?.trim() ?? ''
  if (access.settings.by === 'token') {
    if (!/^[\x21-\x7e]{8,}$/.test(secret)) {
      throw new NoSecret(
        'This is not an access token.',
        'Copy it whole: in Element, Settings > Help & About > Advanced > Access token.',
      )
    }
    return () => Promise.resolve(secret)
  }
  let last: string | null = null
  return async (fresh?: 'fresh'): Promise<string> => {
    const refused = fresh ? last : null
    const { token } = await access.session.exclusively(async () => {
      const kept = await readSession(access.session)
      if (kept && kept.token !== refused) return kept
      const made = await signIn(access, base, kept?.device ?? deviceName(tools))
      await access.session.save(JSON.stringify(made))
      return made
    })
    return (last = token)
  }
}

const deviceName = ({ random }: ChannelTools): string =>
  `POSTHORN${Array.from({ length: 8 }, () => Math.floor(random() * 36).toString(36)).join('')}`.toUpperCase()

const flows = z.object({ flows: z.array(z.object({ type: z.string() })) })
const signedIn = z.object({ access_token: z.string().min(1), device_id: z.string() })
const PASSWORD = 'm.login.password'
const LOGIN = '/_matrix/client/v3/login'

const signIn = async (access: Access<MatrixSettings>, base: string, device: string): Promise<Session> => {
  const { settings, signal } = access
  const user = settings.user ?? settings.account
  const password = access.secret ?? ''
  if (!USER.test(user) || password === '') {
    throw new NoSecret(
      'To sign in by password it must be known who you are.',
      'Type your own address: @me:example.org.',
    )
  }
  const offered = flows.safeParse((await sendRequest(new URL(LOGIN, base), { method: 'GET', signal })).body).data
  if (offered && !offered.flows.some(({ type }) => type === PASSWORD)) {
    refuse(
      'rejected-by-channel',
      `${new URL(base).host} lets nobody in by password.`,
      'Choose to sign in with a token, and paste an access token of your account.',
      { field: 'settings.by' },
    )
  }
  const answer = await sendRequest(new URL(LOGIN, base), {
    method: 'POST',
    json: {
      type: PASSWORD,
      identifier: { type: 'm.id.user', user },
      password,
      device_id: device,
      initial_device_display_name: 'Posthorn',
    },
    signal,
  })
  const read = signedIn.safeParse(answer.body)
  if (answer.status === 200 && read.success) return { token: read.data.access_token, device: read.data.device_id }
  const failure = new RequestFailed(answer, false)
  if (!saysNo(failure, 'M_FORBIDDEN')) throw failure
  throw new NoSecret(`${new URL(base).host} does not accept this password.`, 'Type the password of the account anew.')
}
