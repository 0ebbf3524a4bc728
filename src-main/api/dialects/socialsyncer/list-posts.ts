import { z } from 'zod'
import type { Input } from '../../../../src-preload/contract/methods.ts'
import { type PostStatus, postStatus } from '../../../../src-preload/contract/model/post.ts'
import { readInstant, readUntil } from '../kit/wire-time.ts'
import { channelOf } from './platforms.ts'

/** What the list can be narrowed by; anything else is refused. */
export const wireFilter = z.strictObject({
  status: postStatus.optional(),
  platform: z.string().min(1).max(64).optional(),
  limit: z
    .string()
    .regex(/^\d{1,9}$/, 'limit must be a whole number')
    .transform(Number)
    .pipe(z.int().min(1, 'limit must be at least 1').max(100, 'limit must be at most 100'))
    .default(20),
  cursor: z.string().min(1).max(200).optional(),
  fromDate: z.string().max(64).optional(),
  toDate: z.string().max(64).optional(),
})

/** The same in the contract's words, newest made first, so that pages neither skip nor repeat. */
export const listOf = (filter: z.infer<typeof wireFilter>): Input<'posts.list'> => ({
  order: 'made',
  external: false,
  limit: filter.limit,
  ...(filter.status !== undefined && { statuses: [filter.status satisfies PostStatus] }),
  ...(filter.platform !== undefined && { channel: channelOf(filter.platform) }),
  ...(filter.cursor !== undefined && { cursor: filter.cursor }),
  ...(filter.fromDate !== undefined && { from: readInstant(filter.fromDate, ['fromDate']) }),
  ...(filter.toDate !== undefined && { to: readUntil(filter.toDate, ['toDate']) }),
})
