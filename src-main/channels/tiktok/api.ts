import { z } from 'zod'
import { signRequests } from '../kit/oauth/signed-requests.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import { pictureAddress } from '../kit/picture-address.ts'
import { type Answer, RequestFailed } from '../kit/send-request.ts'
import type { Access } from '../channel.ts'
import { saysYes } from './failures.ts'
import type { TiktokSettings } from './settings.ts'

/** The Content Posting API as one account speaks to it. Throws `RequestFailed` for whatever is no yes. */
export type TiktokApi = {
  ask<T>(path: string, data: z.ZodType<T>, body?: object, writes?: 'writes'): Promise<{ data: T; answer: Answer }>
}

export const openTiktok = (access: Access<TiktokSettings>, oauth: OAuth<TiktokSettings>): TiktokApi => {
  const requests = signRequests(access, oauth)
  return {
    ask: async (path, data, body = {}, writes) => {
      const answer = await requests.ask(new URL(`/v2/post/publish/${path}/`, access.settings.server), {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=UTF-8' },
        json: body,
        ...(writes && { writes: true }),
      })
      const parsed = z.object({ data }).safeParse(answer.body)
      if (!saysYes(answer) || !parsed.success) throw new RequestFailed(answer, writes !== undefined, parsed.error)
      return { data: parsed.data.data, answer }
    },
  }
}

const creator = z.object({
  creator_username: z.string().default(''),
  creator_nickname: z.string().default(''),
  creator_avatar_url: pictureAddress,
  privacy_level_options: z.array(z.string()),
  comment_disabled: z.boolean().default(false),
  duet_disabled: z.boolean().default(false),
  stitch_disabled: z.boolean().default(false),
  max_video_post_duration_sec: z.number().optional(),
})
export type Creator = z.infer<typeof creator>

/** What the account may do right now; TikTok wants it asked before each post. */
export const askCreator = async (api: TiktokApi): Promise<Creator> =>
  (await api.ask('creator_info/query', creator)).data

const state = z.object({
  status: z.string(),
  fail_reason: z.string().optional(),
  uploaded_bytes: z.number().optional(),
})
/** `postId` is known once everybody may see it. */
export type State = z.infer<typeof state> & { postId: string | null; said: string }

/** What has become of something that was handed in. */
export const askState = async (api: TiktokApi, publishId: string): Promise<State> => {
  const { data, answer } = await api.ask('status/fetch', state, { publish_id: publishId })
  // Its numbers are larger than JavaScript's are exact.
  const postId = /"publi[a-z]+_available_post_id"\s*:\s*\[\s*"?(\d+)/.exec(answer.text)?.[1] ?? null
  return { ...data, postId, said: `${data.status} ${data.fail_reason ?? ''}`.trim() }
}
