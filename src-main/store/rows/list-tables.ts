import type { PostStatus } from '../../../src-preload/contract/model/post.ts'
import type { Millis } from '../../core/records.ts'
import type { Flag } from './tables.ts'

/*
 * What lists of posts are narrowed by: kept beside the posts and items themselves, and never the truth.
 */

/**
 * A post's status as lists keep it. What is on its way is one phase, scheduled or publishing, so that an item can be
 * claimed without a word being written here.
 */
export type Phase = Exclude<PostStatus, 'scheduled' | 'publishing'> | 'ahead'

/** A post that is not deleted. */
export type PostEntryTable = {
  /** The post's. */
  seq: number
  changed: Millis
  made: Millis
  phase: Phase
  /** The first time at which one of its items was published or is planned; null: unscheduled. */
  set_for: Millis | null
  external: Flag
}

export type LabelKind = 'tag' | 'account' | 'channel'

/** Something that posts have in common. `posts`: how many that are not deleted. */
export type LabelTable = {
  id: number
  kind: LabelKind
  /** As it is found: its kind, and a tag without regard to case, an account's id, a channel's key. */
  key: string
  /** As it was written last. */
  name: string
  posts: number
}

/** Which posts have a label, in both orders of the list. */
export type PostLabelTable = { seq: number; label: number; changed: Millis; made: Millis }
