import { refuse } from '../../core/refusal.ts'
import type { Draft, DraftMedia } from '../channel.ts'
import { tiktokOptions } from '../rules/tiktok.ts'
import type { Creator } from './api.ts'

/** What a post is told, as far as it is known. */
export const toldIn = ({ options }: Pick<Draft, 'options'>) => {
  const known = Object.keys(tiktokOptions.shape).map((name) => [name, options[name]])
  return tiktokOptions.parse(Object.fromEntries(known))
}

export const videoIn = ({ media }: Pick<Draft, 'media'>): DraftMedia | undefined =>
  media.find(({ mime }) => mime.startsWith('video/'))

/** What is asked of whoever posts, for the check and for sending. */
export const PRIVACY = [
  'invalid-input',
  'TikTok wants you to choose who sees a post; there is no choice made for you.',
  'Choose under Who sees it.',
  { field: 'options' },
] as const

/** What TikTok is told of a post. What the account's own settings forbid is not asked for. */
export const postInfoOf = (draft: Draft, creator: Creator): object => {
  const told = toldIn(draft)
  const { privacy_level: level } = told
  if (level === undefined) return refuse(...PRIVACY)
  assertOffered(level, creator)
  const text = draft.text.trim().toWellFormed()
  const shared = {
    privacy_level: level,
    disable_comment: creator.comment_disabled || told.disable_comment === true,
    brand_content_toggle: told.brand_content_toggle ?? false,
    brand_organic_toggle: told.brand_organic_toggle ?? false,
  }
  const video = videoIn(draft)
  if (!video) return { ...wordsOf(draft), ...shared, auto_add_music: told.auto_add_music ?? false }
  assertNotTooLong(video, creator)
  return {
    title: text,
    ...shared,
    disable_duet: creator.duet_disabled || told.disable_duet === true,
    disable_stitch: creator.stitch_disabled || told.disable_stitch === true,
    is_aigc: told.is_aigc ?? false,
    ...(told.video_cover_timestamp_ms !== undefined && { video_cover_timestamp_ms: told.video_cover_timestamp_ms }),
  }
}

/** The words of photos. */
export const wordsOf = (draft: Draft): object => ({
  title: (toldIn(draft).title ?? '').toWellFormed(),
  description: draft.text.trim().toWellFormed(),
})

const assertOffered = (level: string, { privacy_level_options: offered }: Creator): void => {
  if (offered.includes(level)) return
  refuse(
    'rejected-by-channel',
    `TikTok does not offer ${level} to this account right now, but ${offered.join(', ')}.`,
    'Choose one of these under Who sees it.',
    { field: 'options' },
  )
}

const assertNotTooLong = ({ seconds, name }: DraftMedia, { max_video_post_duration_sec: most }: Creator): void => {
  if (most === undefined || seconds === null || seconds <= most) return
  refuse(
    'media-unsupported',
    `${name} has ${Math.ceil(seconds)} seconds, and this account may post at most ${most}.`,
    'Attach a shorter one.',
    { field: 'media' },
  )
}
