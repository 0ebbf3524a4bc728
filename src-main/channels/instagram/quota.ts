import { z } from 'zod'
import type { Millis } from '../../core/records.ts'
import type { InstagramAccount } from './account.ts'
import { readPosts, timeOf } from './posts.ts'

const quota = z.object({
  data: z.tuple([
    z.object({
      quota_usage: z.int(),
      config: z.object({ quota_total: z.int(), quota_duration: z.number() }),
    }),
  ]),
})

/** In doubt a full quota is asked about again in an hour. */
const HOUR = 3_600_000

/** Until when an account has used up what it may publish, as Instagram counts; null: it has not. */
export const fullUntil = async (account: InstagramAccount, now: Millis): Promise<Millis | null> => {
  const asked = { fields: 'quota_usage,config' }
  const { data } = await account.graph.ask('GET', `${account.id}/content_publishing_limit`, quota, asked)
  const [{ quota_usage: used, config }] = data
  if (used < config.quota_total) return null
  const span = config.quota_duration * 1000
  const { posts } = await readPosts(account, now - span)
  const oldest = posts.at(-1)
  // The hours roll: there is room when the oldest of them has left.
  return oldest ? Math.max(now + 60_000, timeOf(oldest) + span) : now + HOUR
}
