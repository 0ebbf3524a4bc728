import { z } from 'zod'

const media = z
  .object({
    type: z.enum(['IMAGE', 'VIDEO']),
    url: z.string().min(1).max(2000).optional(),
    fileId: z.string().min(1).max(200).optional(),
    altText: z.string().max(5000).optional(),
  })
  .refine(({ url, fileId }) => url !== undefined || fileId !== undefined, {
    path: ['url'],
    message: 'Give the url or the fileId of the media.',
  })
export type WireMedia = z.infer<typeof media>

/** The content of one channel and type. What Posthorn does not translate is what the channel is told. */
export const wireContent = z
  .object({
    caption: z.string().max(100_000).optional(),
    description: z.string().max(100_000).optional(),
    imageUrl: z.string().min(1).max(2000).optional(),
    videoUrl: z.string().min(1).max(2000).optional(),
    mediaWrapper: z.object({ media: z.array(media).max(100) }).optional(),
    link: z.string().max(2048).optional(),
  })
  .catchall(z.unknown())
export type WireContent = z.infer<typeof wireContent>

/** What Wix keeps about an item beside what is published, and what it answers; read and not used. */
const aside = {
  consumerInfo: z.unknown().optional(),
  siteAssetRef: z.unknown().optional(),
  insightsSummary: z.unknown().optional(),
  publicationError: z.unknown().optional(),
  draftInfo: z.unknown().optional(),
  status: z.unknown().optional(),
  external: z.unknown().optional(),
  externalItemUrl: z.unknown().optional(),
  createdDate: z.unknown().optional(),
  updatedDate: z.unknown().optional(),
  publishedDate: z.unknown().optional(),
}

const channel = z.object({
  name: z.string().min(1).max(64),
  accountId: z.string().min(1).max(200),
  publishingTarget: z.object({ id: z.string().max(200) }).optional(),
})

const schedulingInfo = z.object({ scheduledDate: z.string().max(64).nullish() })

/** An item as it is made: its channel, its type, and one content object under the name that goes with them. */
export const wireItem = z
  .object({
    channel,
    type: z.string().max(64).optional(),
    schedulingInfo: schedulingInfo.nullish(),
    referenceId: z.string().min(1).max(200).optional(),
    id: z.unknown().optional(),
    ...aside,
  })
  .catchall(z.unknown())
export type WireItem = z.infer<typeof wireItem>

/** An item as it is changed: only what is sent. */
export const wireChange = z
  .object({
    id: z.string().max(200).optional(),
    channel: channel.partial().optional(),
    type: z.string().max(64).optional(),
    schedulingInfo: schedulingInfo.nullish(),
    ...aside,
  })
  .catchall(z.unknown())
export type WireChange = z.infer<typeof wireChange>

/** Names that are no content object. */
export const ITEM_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'channel',
  'type',
  'schedulingInfo',
  'referenceId',
  ...Object.keys(aside),
])

/** Fields of a content object that Posthorn answers with and does not read. */
export const ANSWERED_FIELDS = ['postUrl', 'storyUrl', 'linkMetadata'] as const
