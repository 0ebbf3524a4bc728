import { z } from 'zod'
import { attachment } from '../../../src-preload/contract/model/media.ts'
import { channelOptions } from '../../../src-preload/contract/model/item.ts'
import { lateness } from '../../../src-preload/contract/model/post.ts'
import type { PostRecord } from '../../core/records.ts'
import { saidIn } from '../said.ts'
import { fromJson, fromJsonOr, fromJsonOrNull, toJson, toJsonOrNull } from './json.ts'
import type { PostRow } from './tables.ts'

/** What is written of a post; the rest of the row follows from it. */
export type PostValues = Omit<PostRow, 'seq'>

const media = z.array(attachment)
const options = z.record(z.string(), channelOptions)
const tagsColumn = z.array(z.string())

/** The tags in the column; none when it cannot be read. */
export const tagsIn = (tags: string): string[] => (tags === '[]' ? [] : fromJsonOr(tagsColumn, tags, []))

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
  strict: post.strict ? 1 : 0,
  numbered: post.numbered ? 1 : 0,
  rich: post.rich ? 1 : 0,
  options: toJson(post.options),
  external: post.external ? 1 : 0,
  said: saidIn(post.text),
})

/** Throws when the row does not make a post. */
export const toPost = (row: PostRow): PostRecord => ({
  id: row.id,
  text: row.text,
  media: row.media === '[]' ? [] : fromJson(media, row.media),
  thread: row.thread === 1,
  tags: row.tags === '[]' ? [] : fromJson(tagsColumn, row.tags),
  strict: row.strict === 1,
  numbered: row.numbered === 1,
  rich: row.rich === 1,
  options: row.options === '{}' ? {} : fromJson(options, row.options),
  zone: row.zone,
  lateness: fromJsonOrNull(lateness, row.lateness),
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  deletedAt: row.deleted_at,
  external: row.external === 1,
})
