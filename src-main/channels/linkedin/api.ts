import { z } from 'zod'
import type { Clock } from '../../core/ports.ts'
import type { Access } from '../channel.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import { isTrustworthy } from '../kit/is-trustworthy.ts'
import { type Answer, type Asked, RequestFailed, sendRequest } from '../kit/send-request.ts'
import type { LinkedinSettings } from './settings.ts'

/** What is asked for, beside the method and the path. `does`: the name Rest.li has for it, where that is needed. */
export type Question = Pick<Asked, 'json' | 'writes'> & { does?: 'FINDER' | 'PARTIAL_UPDATE' | 'DELETE' }

/** The API as one account speaks to it. Throws `RequestFailed` for whatever is not the answer that was asked for. */
export type Api = {
  ask<T>(method: Asked['method'], path: string, shape: z.ZodType<T>, question?: Question): Promise<T>
  /** The same with all that came with the answer. */
  answer(method: Asked['method'], path: string, question?: Question): Promise<Answer>
  /** Puts bytes where LinkedIn wants them. */
  put(address: string, bytes: Blob, onProgress: (sent: number) => void): Promise<Answer>
}

/**
 * The version of the API that is spoken, of all accounts. One is there for a year at least; a new one comes each month.
 * When LinkedIn has put this one away, that of the month before last is tried.
 */
export type Version = { current: string }
export const KNOWN_VERSION = '202605'

const outdated = z.object({ status: z.literal(426) })

const monthBeforeLast = (now: number): string => {
  const date = new Date(now)
  const then = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 2, 1))
  return then.toISOString().slice(0, 7).replace('-', '')
}

export const openApi = (
  access: Access<LinkedinSettings>,
  oauth: OAuth<LinkedinSettings>,
  version: Version,
  clock: Clock,
): Api => {
  const { settings, signal } = access
  const send = async (method: Asked['method'], path: string, question: Question, fresh?: 'fresh'): Promise<Answer> => {
    const { access: token } = await oauth.tokens(access, fresh)
    const { does, ...asked } = question
    return sendRequest(new URL(path, settings.server), {
      method,
      ...asked,
      headers: {
        authorization: `Bearer ${token}`,
        'x-restli-protocol-version': '2.0.0',
        ...(path.startsWith('/rest/') && { 'linkedin-version': version.current }),
        ...(does && { 'x-restli-method': does }),
      },
      signal,
    })
  }
  const answer = async (method: Asked['method'], path: string, question: Question = {}): Promise<Answer> => {
    let given = await send(method, path, question)
    const newer = monthBeforeLast(clock.now())
    // Nothing has come of a request that is refused for this, nor of one for the next reason.
    if (outdated.safeParse(given).success && newer > version.current) {
      version.current = newer
      given = await send(method, path, question)
    }
    if (given.status === 401) given = await send(method, path, question, 'fresh')
    if (given.status < 200 || given.status > 299) throw new RequestFailed(given, question.writes ?? false)
    return given
  }
  const put = async (address: string, bytes: Blob, onProgress: (sent: number) => void): Promise<Answer> => {
    if (!isTrustworthy(address)) throw new RequestFailed(null, false, new Error(`No upload goes to ${address}.`))
    const url = new URL(address)
    const own = url.host === new URL(settings.server).host || /(^|\.)linkedin\.com$/.test(url.hostname)
    const { access: token } = await oauth.tokens(access)
    const headers = { 'content-type': 'application/octet-stream', ...(own && { authorization: `Bearer ${token}` }) }
    const given = await sendRequest(url, { method: 'PUT', headers, body: bytes, onProgress, signal })
    if (given.status < 200 || given.status > 299) throw new RequestFailed(given, false)
    return given
  }
  return {
    answer,
    put,
    ask: async (method, path, shape, question = {}) => {
      const given = await answer(method, path, question)
      const read = shape.safeParse(given.body)
      if (!read.success) throw new RequestFailed(given, question.writes ?? false, read.error)
      return read.data
    },
  }
}
