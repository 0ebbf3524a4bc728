import { z } from 'zod'
import { failure } from '../../../src-preload/contract/failure.ts'
import { instant } from '../../../src-preload/contract/model/common.ts'
import { item } from '../../../src-preload/contract/model/item.ts'
import { post } from '../../../src-preload/contract/model/post.ts'

/* The form of `posts.json`: what an export writes and an import reads. Only ever added to. */

const fileItem = item
  .pick({
    accountId: true,
    state: true,
    override: true,
    schedule: true,
    attempts: true,
    remote: true,
    publishedAt: true,
    unpublishedAt: true,
    versions: true,
    external: true,
    createdAt: true,
    updatedAt: true,
  })
  .extend({
    failure: failure.nullable(),
    /** Whether its time is that of a slot. */
    slot: z.boolean().default(false),
  })
export type FileItem = z.infer<typeof fileItem>

const filePost = post
  .pick({
    text: true,
    media: true,
    thread: true,
    numbered: true,
    rich: true,
    tags: true,
    strict: true,
    options: true,
    zone: true,
    lateness: true,
    external: true,
    createdAt: true,
    updatedAt: true,
  })
  .extend({ items: z.array(fileItem) })
export type FilePost = z.infer<typeof filePost>

export const postFile = z.object({
  posthorn: z.literal('posts'),
  version: z.literal(1),
  exportedAt: instant,
  /** Whom `accountId` means, so that they are found where ids are others. */
  accounts: z.array(z.object({ id: z.string(), name: z.string(), channel: z.string(), identity: z.string() })),
  /** What `mediaId` means; `path` within the zip, where the file is in it. */
  media: z.array(
    z.object({ id: z.string(), hash: z.string(), name: z.string(), mime: z.string(), path: z.string().optional() }),
  ),
  posts: z.array(filePost),
})
export type PostFile = z.infer<typeof postFile>

/** Where the posts lie in a zip. */
export const POSTS_JSON = 'posts.json'
