import type { z } from 'zod'
import type { Access } from '../channel.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import { type Answer, type Asked, RequestFailed, sendRequest } from '../kit/send-request.ts'
import type { XSettings } from './settings.ts'

/** What is asked for, beside the method and the path. */
export type Question = Pick<Asked, 'json' | 'form' | 'writes' | 'onProgress'>

/** The API as one account speaks to it. Throws `RequestFailed` for whatever is not the answer that was asked for. */
export type Api = {
  ask<T>(method: Asked['method'], path: string, shape: z.ZodType<T>, question?: Question): Promise<T>
  /** The same with all that came with the answer. */
  answer(method: Asked['method'], path: string, question?: Question): Promise<Answer>
}

export const openApi = (access: Access<XSettings>, oauth: OAuth<XSettings>): Api => {
  const send = async (method: Asked['method'], path: string, question: Question, fresh?: 'fresh'): Promise<Answer> => {
    const { access: token } = await oauth.tokens(access, fresh)
    return sendRequest(new URL(path, access.settings.server), {
      method,
      ...question,
      headers: { authorization: `Bearer ${token}` },
      signal: access.signal,
    })
  }
  const answer = async (method: Asked['method'], path: string, question: Question = {}): Promise<Answer> => {
    const first = await send(method, path, question)
    // A token can end before its time; a refused request has done nothing, so it is made once more with a new one.
    const last = first.status === 401 ? await send(method, path, question, 'fresh') : first
    if (last.status < 200 || last.status > 299) throw new RequestFailed(last, question.writes ?? false)
    return last
  }
  return {
    answer,
    ask: async (method, path, shape, question = {}) => {
      const given = await answer(method, path, question)
      const read = shape.safeParse(given.body)
      if (!read.success) throw new RequestFailed(given, question.writes ?? false, read.error)
      return read.data
    },
  }
}
