import { z } from 'zod'
import { mediaId } from '../../../../src-preload/contract/model/common.ts'

/** In the words of the documents' own example, and counted as they count. */
const content = z
  .string()
  .min(1, 'String must contain at least 1 character(s)')
  .max(5000, 'String must contain at most 5000 character(s)')

const mediaIds = z.array(mediaId).max(100)

/**
 * What one platform is told otherwise: its own content and media, and whatever else its channel knows. Naming a platform
 * replaces what was said for it; the others stay.
 */
const config = z.object({ content: content.optional(), media_ids: mediaIds.optional() }).catchall(z.unknown())
export type WireConfig = z.infer<typeof config>

const changeable = {
  media_ids: mediaIds.optional(),
  strict: z.boolean().optional(),
  config_by_platform: z.record(z.string().min(1).max(64), config).optional(),
}

export const wirePost = z.strictObject({
  content,
  target_account_ids: z
    .array(z.string().min(1).max(200))
    .min(1, 'Array must contain at least 1 element(s)')
    .max(100, 'Array must contain at most 100 element(s)'),
  ...changeable,
  scheduled_at: z.string().max(64).nullish(),
  publish: z.boolean().optional(),
})
export type WirePost = z.infer<typeof wirePost>

export const wireChange = z.strictObject({ content: content.optional(), ...changeable })
export type WireChange = z.infer<typeof wireChange>
