import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { Access, Draft } from '../channel.ts'
import { titleOf } from '../check/check-text.ts'
import { placeOf } from '../google/places.ts'
import type { SignedRequests } from '../kit/oauth/signed-requests.ts'
import { YOUTUBE, youtubeOptions } from '../rules/youtube.ts'
import type { YoutubeSettings } from './settings.ts'

/** A video as the interface tells of it, as far as it is looked at. */
export const video = z.object({
  id: z.string().min(1),
  snippet: z
    .looseObject({
      title: z.string(),
      description: z.string().default(''),
      publishedAt: z.string().optional(),
      categoryId: z.string().optional(),
    })
    .optional(),
  status: z
    .looseObject({
      uploadStatus: z.string().optional(),
      failureReason: z.string().optional(),
      rejectionReason: z.string().optional(),
      privacyStatus: z.string().optional(),
      publishAt: z.string().optional(),
    })
    .optional(),
})
export type Video = z.infer<typeof video>

const videos = z.object({ items: z.array(video).default([]) })

/** An address under `/youtube/v3`, or with `upload` where files go. */
export const youtubeUrl = (
  { server }: YoutubeSettings,
  path: string,
  query: Readonly<Record<string, string>>,
  upload?: 'upload',
): URL => {
  const url = placeOf(`https://www.googleapis.com${upload ? '/upload' : ''}/youtube/v3/${path}`, server)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url
}

export const findVideo = async (
  { settings }: Pick<Access<YoutubeSettings>, 'settings'>,
  requests: SignedRequests,
  id: string,
): Promise<Video | null> => {
  const { items } = await requests.read(youtubeUrl(settings, 'videos', { part: 'snippet,status', id }), videos)
  return items.find((one) => one.id === id) ?? null
}

export const remoteOf = (id: string, { options }: Pick<Draft, 'options'>): Remote => ({
  id,
  url:
    options['type'] === 'SHORT'
      ? `https://www.youtube.com/shorts/${id}`
      : `https://www.youtube.com/watch?v=${encodeURIComponent(id)}`,
  parts: [],
})

/** The words of a video: title and description. */
export const wordsOf = (draft: Draft) => ({
  title: (titleOf(YOUTUBE, draft) ?? '').toWellFormed(),
  description: draft.text.trim().toWellFormed(),
})

/** What the interface is told of a new video. `publishAt`: it is kept private until then. */
export const metadataOf = (draft: Draft, publishAt: number | null): object => {
  const told = youtubeOptions.parse(pickKnown(draft.options))
  return {
    snippet: {
      ...wordsOf(draft),
      ...(told.tags && { tags: told.tags }),
      ...(told.category_id !== undefined && { categoryId: told.category_id }),
    },
    status: {
      privacyStatus: publishAt === null ? (told.privacy_status ?? 'public') : 'private',
      ...(publishAt !== null && { publishAt: new Date(publishAt).toISOString() }),
      selfDeclaredMadeForKids: told.made_for_kids,
      ...(told.license && { license: told.license }),
      ...(told.embeddable !== undefined && { embeddable: told.embeddable }),
    },
  }
}

/** What is not known was told of when the post was checked. */
const pickKnown = (options: Draft['options']): object =>
  Object.fromEntries(Object.keys(youtubeOptions.shape).map((name) => [name, options[name]]))
