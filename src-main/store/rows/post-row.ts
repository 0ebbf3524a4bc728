import { z } from 'zod'
import { attachment } from '../../../src-preload/contract/model/media.ts'
import { lateness } from '../../../src-preload/contract/model/post.ts'
import type { PostRecord } from '../../core/records.ts'
import { fromJson, fromJsonOrNull, toJson, toJsonOrNull } from './json.ts'
import type { PostRow } from './tables.ts'

/** What is written of a post; the rest of the row follows from it. */
export type PostValues = Omit<PostRow, 'seq' | 'started'>

const media = z.array(attachment)
export const tagsColumn = z.array(z.string())

export const toPostValues = (post: PostRecord): PostValues => ({
  id: post.id,
  media: toJson(post.media),
  thread: post.thread ? 1 : 0,
  tags: toJson(post.tags),
  zone: post.zone,
  lateness: toJsonOrNull(post.lateness),
  created_at: post.createdAt,
  updated_at: post.updatedAt,
  deleted_at: post.deletedAt,
  text: post.text,
})

/** Throws when the row does not make a post. */
export const toPost = (row: PostRow): PostRecord => ({
  id: row.id,
  text: row.text,
  media: row.media === '[]' ? [] : fromJson(media, row.media),
  thread: row.thread === 1,
  tags: row.tags === '[]' ? [] : fromJson(tagsColumn, row.tags),
  zone: row.zone,
  lateness: fromJsonOrNull(lateness, row.lateness),
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  deletedAt: row.deleted_at,
})
