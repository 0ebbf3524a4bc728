import { z } from 'zod'
import { malformed } from '../kit/malformed.ts'

const mediaItem = z.strictObject({
  type: z.enum(['image', 'video', 'gif']),
  url: z.string().min(1).max(2000),
  altText: z.string().max(5000).nullish(),
})
export type WireMedia = z.infer<typeof mediaItem>

const settings = z.record(z.string().min(1).max(64), z.unknown())

const platformTarget = z.strictObject({
  platform: z.string().min(1).max(64),
  accountId: z.string().min(1).max(200),
  customContent: z.string().max(100_000).nullish(),
  customMedia: z.array(mediaItem).max(100).nullish(),
  platformSpecificData: settings.nullish(),
})
export type WireTarget = z.infer<typeof platformTarget>

/** What a client sends to make a post. */
export const wirePost = z.strictObject({
  content: z.string().max(100_000).nullish(),
  mediaItems: z.array(mediaItem).max(100).nullish(),
  platforms: z.array(platformTarget).max(100).nullish(),
  publishNow: z.boolean().nullish(),
  scheduledFor: z.string().max(64).nullish(),
  isDraft: z.boolean().nullish(),
  timezone: z.string().min(1).max(64).nullish(),
  tags: z.array(z.string().trim().min(1).max(64)).max(50).nullish(),
  tiktokSettings: settings.nullish(),
  facebookSettings: settings.nullish(),
})
export type WirePost = z.infer<typeof wirePost>

/** What the documents ask of a post as a whole. */
export const assertWhole = (post: WirePost): void => {
  const targets = post.platforms ?? []
  if (post.isDraft !== true && targets.length === 0) {
    malformed(['platforms'], 'Platforms required for non-draft posts', { missing: true })
  }
  const hasWords = (post.content ?? '') !== '' || (post.mediaItems ?? []).length > 0
  const eachHasItsOwn =
    targets.length > 0 &&
    targets.every((target) => (target.customContent ?? '') !== '' || (target.customMedia ?? []).length > 0)
  if (!hasWords && !eachHasItsOwn) {
    malformed(['content'], 'content is required when no media is attached', { missing: true })
  }
}
