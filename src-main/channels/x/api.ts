import type { z } from 'zod'
import type { Access } from '../channel.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import { signRequests } from '../kit/oauth/signed-requests.ts'
import type { Answer, Asked } from '../kit/send-request.ts'
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
  const requests = signRequests(access, oauth)
  const at = (path: string): URL => new URL(path, access.settings.server)
  return {
    answer: (method, path, question) => requests.ask(at(path), { method, ...question }),
    ask: (method, path, shape, question) => requests.read(at(path), shape, { method, ...question }),
  }
}
