import { z } from 'zod'
import { failed } from '../../core/refusal.ts'
import type { Millis } from '../../core/records.ts'
import type { Failing } from '../kit/request-failures.ts'
import type { Graph } from '../meta/graph.ts'
import { readPosts, timeOf } from './posts.ts'

const config = z.object({ quota_total: z.int(), quota_duration: z.number() })
const quota = z.object({
  data: z.tuple([
    z.object({
      quota_usage: z.int().default(0),
      config: config.optional(),
      reply_quota_usage: z.int().default(0),
      reply_config: config.optional(),
    }),
  ]),
})

const HOUR = 3_600_000

/** What stands against a post, or so many replies, by what Threads says that the account has used up; null: nothing. */
export const quotaFailing = async (
  graph: Graph,
  post: boolean,
  replies: number,
  now: Millis,
): Promise<Failing | null> => {
  const fields = `quota_usage,config${replies > 0 ? ',reply_quota_usage,reply_config' : ''}`
  const { data } = await graph.ask('GET', 'me/threads_publishing_limit', quota, { fields })
  const [{ quota_usage: posted, config: posts, reply_quota_usage: replied, reply_config: answers }] = data
  const full = post && posts !== undefined && posted >= posts.quota_total
  const fullOfReplies = replies > 0 && answers !== undefined && replied + replies > answers.quota_total
  if (!full && !fullOfReplies) return null
  return {
    kind: 'limited',
    until: full ? await roomAt(graph, posts.quota_duration * 1000, now) : now + HOUR,
    failure: failed(
      'quota-exhausted',
      `Threads takes no more ${full ? 'posts' : 'replies'} from this account: those of the last 24 hours are all it allows.`,
      'Nothing to do: Posthorn waits until there is room again.',
    ),
  }
}

/** The hours roll: there is room when the oldest post of them has left; in doubt it is asked again in an hour. */
const roomAt = async (graph: Graph, span: Millis, now: Millis): Promise<Millis> => {
  const { posts } = await readPosts(graph, 'threads', now - span)
  const oldest = posts.at(-1)
  return oldest ? Math.max(now + 60_000, timeOf(oldest) + span) : now + HOUR
}
