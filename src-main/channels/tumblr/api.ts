import { z } from 'zod'
import type { Access } from '../channel.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import { type SignedRequests, signRequests } from '../kit/oauth/signed-requests.ts'
import type { TumblrSettings } from './settings.ts'

type Asked = Parameters<SignedRequests['ask']>[1] & { query?: Readonly<Record<string, string>> }

/** The API as one account speaks to it. Throws `RequestFailed` for what is no success of this shape, and `NoSecret`. */
export type Api = {
  /** `shape`: of what is in `response`. */
  ask<T>(path: string, shape: z.ZodType<T>, asked?: Asked): Promise<T>
}

export const openApi = (access: Access<TumblrSettings>, oauth: OAuth<TumblrSettings>): Api => {
  const requests = signRequests(access, oauth)
  return {
    ask: async (path, shape, { query = {}, ...asked } = {}) => {
      const url = new URL(`/v2/${path}`, access.settings.server)
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
      const answer = await requests.read(url, z.object({ response: shape }), asked)
      return answer.response
    },
  }
}

/** Paths of a blog. */
export const blogPath = (blog: string, path: string): string => `blog/${encodeURIComponent(blog)}/${path}`
