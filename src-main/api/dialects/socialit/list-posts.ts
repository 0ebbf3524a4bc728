import { z } from 'zod'
import type { Input } from '../../../../src-preload/contract/methods.ts'
import type { PostStatus } from '../../../../src-preload/contract/model/post.ts'
import { readInstant, readUntil } from '../kit/wire-time.ts'
import { STATUS, type WireStatus } from './post-view.ts'

const status = z.enum(['draft', 'scheduled', 'publishing', 'published', 'failed'])

/** What the list can be narrowed by; anything else is refused. */
export const wireFilter = z.strictObject({
  status: status.optional(),
  from: z.string().max(64).optional(),
  to: z.string().max(64).optional(),
  unscheduled: z
    .enum(['true', 'false'])
    .transform((word) => word === 'true')
    .optional(),
  limit: z
    .string()
    .regex(/^\d{1,9}$/, 'Expected a whole number')
    .transform(Number)
    .pipe(z.int().min(1).max(200))
    .default(100),
  cursor: z.string().min(1).max(200).optional(),
})

/** The same in the contract's words, newest made first. */
export const listOf = (filter: z.infer<typeof wireFilter>): Input<'posts.list'> => ({
  order: 'made',
  external: false,
  limit: filter.limit,
  ...(filter.status !== undefined && { statuses: statusesOf(filter.status) }),
  ...(filter.unscheduled !== undefined && { unscheduled: filter.unscheduled }),
  ...(filter.cursor !== undefined && { cursor: filter.cursor }),
  ...(filter.from !== undefined && { from: readInstant(filter.from, ['from']) }),
  ...(filter.to !== undefined && { to: readUntil(filter.to, ['to']) }),
})

const statusesOf = (wire: WireStatus): PostStatus[] =>
  (Object.keys(STATUS) as PostStatus[]).filter((status) => STATUS[status] === wire)
